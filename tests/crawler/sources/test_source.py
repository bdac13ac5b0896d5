"""One source of a sources file."""

from pathlib import Path

import pytest

from scraper.crawler.sources.faults import Faults
from scraper.crawler.sources.source import read_source
from scraper.errors import SourcesError
from scraper.model.source import Kind, Recrawl, Schedule, Source

FEED = {"name": "n", "kind": "feed", "address": "https://h.org/f", "every": 60}


def test_what_is_given_is_kept():
    """Every field finds its place, and paths are relative to the folder given."""
    faults = Faults(Path("f"), {})
    table = {"name": "n", "kind": "list", "file": "a.txt", "cron": "0 6 * * *", "recrawl": False, "recrawl_min": 5}
    schedule = Schedule(cron="0 6 * * *")
    expected = Source("n", Kind.LIST, (), schedule, file=Path("here/a.txt"), recrawl=Recrawl(on=False, least=5.0))
    assert read_source(table, 0, Path("here"), faults) == expected


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"cron": "0 6 * * *"}, "every"),
        ({"every": None}, "every"),
        ({"timezone": "UTC"}, "timezone"),
        ({"jitter": 60}, "jitter"),
        ({"recrawl_min": "2d", "recrawl_max": "1d"}, "recrawl_max"),
        ({"recrawl_max": "10m"}, "recrawl_max"),
        ({"links": "x"}, "links"),
        ({"depth": 2}, "depth"),
        ({"next_pages": 2}, "next_pages"),
        ({"file": "x"}, "file"),
        ({"address": None}, "address"),
        ({"kind": "section"}, "links"),
        ({"kind": "list", "address": None}, "address"),
    ],
)
def test_fields_that_do_not_go_together_are_told(change, field):
    """Contradictions are told at one of the fields concerned, and nothing is returned."""
    table = {key: value for key, value in {**FEED, **change}.items() if value is not None}
    faults = Faults(Path("f"), {})
    assert read_source(table, 0, Path(), faults) is None
    with pytest.raises(SourcesError) as caught:
        faults.check()
    assert str(caught.value).startswith(f"f:1: source[1].{field}: ")
