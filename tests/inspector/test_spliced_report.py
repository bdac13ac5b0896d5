"""Scores of pages with something put into their story, added up."""

import json
from collections import Counter
from pathlib import Path

import pytest

from scraper.corpora.splice import LeftOut, Spliced, splices
from scraper.inspector.answer import Answer, System
from scraper.inspector.spliced_report import (
    guest_rows,
    kept_rows,
    language_rows,
    pair_rows,
    spliced_data,
    spliced_lines,
    spliced_rows,
)
from scraper.inspector.spliced_score import SplicedScore, score_spliced
from tests.corpora.hosts import FRENCH, JAPANESE, SPANISH, STORY, host, page_around

PEER = System("peer", lambda _body, _url: Answer(), lambda body: body.decode(), describes=False)
ITALIAN = (
    "Il fiume è salito di due metri nella notte e il vecchio ponte è stato chiuso prima dell'alba.\n"
    "Nessuno si è fatto male, ha detto il sindaco, ma quaranta famiglie hanno lasciato le case in barca."
)
OUT = Counter({LeftOut.NO_PLACE: 2})


@pytest.fixture
def scores(tmp_path: Path) -> list[SplicedScore]:
    """Score eight English pages and eight Italian ones."""
    italian = page_around("".join(f"<p>{line}</p>" for line in ITALIAN.splitlines()))
    hosts = [host(tmp_path, id=f"en{n}", text=STORY) for n in range(8)]
    hosts += [host(tmp_path, italian, id=f"it{n}", text=ITALIAN) for n in range(8)]
    made = splices(hosts, [FRENCH, JAPANESE, SPANISH], 1)
    return [score_spliced(page, [PEER]) for page in made if isinstance(page, Spliced)]


def test_rows_by_style_and_place(scores: list[SplicedScore]) -> None:
    """There is a row for each style at each place, for each style, and for all, and the numbers of pages add up."""
    rows = [*spliced_rows(scores)]
    assert [(row.style, row.place) for row in rows[:2]] == [("blocks", "behind"), ("blocks", "between")]
    assert len(rows) == 8 + 4 + 1
    assert sum(row.pages for row in rows[:8]) == rows[-1].pages == len(scores)
    assert rows[-1].kept["peer"] == 1.0


def test_kept_by_what_makes_it_hard(scores: list[SplicedScore]) -> None:
    """Teasers kept are counted by kinship of the languages and by what announces them, each time over all pages."""
    rows = [*kept_rows(scores)]
    for start in ("guest in", "announced by"):
        assert sum(row.pages for row in rows if row.group.startswith(start)) == len(scores)


def test_languages_by_group_pair_and_guest(scores: list[SplicedScore]) -> None:
    """Accuracies come by group of segments, by pair of related languages, and by language of the guest."""
    groups = {row.group: row for row in language_rows(scores)}
    assert groups["all segments"].segments == groups["story of the host"].segments + groups["put in"].segments
    assert groups["foreign"].accuracy > 0.8
    assert {row.group for row in pair_rows(scores)} <= {"it > fr", "it > es"}
    assert {row.group for row in guest_rows(scores)} <= {"fr", "ja", "es", "en", "it"}


def test_tables_and_data_agree(scores: list[SplicedScore]) -> None:
    """The tables name pages, languages and what was left out, and the same figures come as data for JSON."""
    lines = [*spliced_lines(scores, OUT)]
    data = json.loads(json.dumps(spliced_data(scores, OUT)))
    assert lines[:2] == ["pages: 16; languages of hosts: 2, of guests: 3", "left out: no_place 2"]
    assert any(line.endswith("peer: teaser kept") for line in lines)
    assert data["left_out"] == {"no_place": 2}
    assert data["spliced"][-1]["pages"] == 16


def test_nothing_to_report() -> None:
    """Without pages there are two lines and no tables."""
    assert [*spliced_lines([], Counter())] == ["pages: 0; languages of hosts: 0, of guests: 0", "left out: none"]
