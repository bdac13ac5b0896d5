"""Inputs to pages on other machines."""

import io
from pathlib import Path

import pytest

from scraper.cluster.parcels import opened
from scraper.cluster.reading import handfuls, pages_of
from scraper.errors import UsageError
from scraper.reader import Columns, Input, Remark, Unreadable, find, read_input
from tests.cluster.pages import html, write_rows


def test_inputs_of_many_pages_travel_alone() -> None:
    """One machine reads one archive, single pages go together, and nothing changes its place."""
    places = [Input(f"/x/{name}", name) for name in ("a.html", "b.html.gz", "c.jsonl", "d.warc.gz", "e.html")]
    entries = [places[0], Unreadable("x", "gone"), *places[1:], Remark("y", "word")]
    found = [[*opened(parcel)] for parcel in handfuls(entries)]
    assert found == [
        [places[0], Unreadable("x", "gone"), places[1]],
        [places[2]],
        [places[3]],
        [places[4], Remark("y", "word")],
    ]


def test_paths_hold_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative path is sent as an absolute one, records still have the name that the user gave, addresses stay."""
    monkeypatch.chdir(tmp_path)
    (parcel,) = handfuls([Input("a.html", "a.html"), Input("s3://b/a.html", "s3://b/a.html")])
    here, there = opened(parcel)
    assert (here.place, here.source) == (str(tmp_path / "a.html"), "a.html")
    assert there.place == "s3://b/a.html"


def test_standard_input_stays_here() -> None:
    """Standard input cannot be sent, and the error says what to do."""
    with pytest.raises(UsageError, match="write it to a file"):
        [*handfuls([Input("-", "-")])]


def test_pages_are_those_that_reading_gives(tmp_path: Path) -> None:
    """A parcel gives the pages that reading its inputs here would give, faults and passing things in their places."""
    rows = write_rows(tmp_path / "r.jsonl", range(100))
    (tmp_path / "a.html").write_text(html(1))
    entries = [*find([str(tmp_path / "gone.html"), str(rows), str(tmp_path / "a.html")]), Remark("x", "word")]
    expected = [item for entry in entries[:-1] if isinstance(entry, Input) for item in read_input(entry, io.BytesIO())]
    found = [item for parcel in handfuls(entries) for pages in pages_of(parcel, Columns()) for item in opened(pages)]
    assert found == [*expected, Remark("x", "word")]
    assert isinstance(found[0], Unreadable)
    assert len(found) == 103
