"""What is kept of what was put into a page."""

from dataclasses import replace
from pathlib import Path

import pytest

from scraper.corpora.company import Company
from scraper.corpora.disguises import Style
from scraper.corpora.splice import Place, Spliced, splice
from scraper.inspector.answer import Answer, System
from scraper.inspector.spliced_score import score_spliced, stands
from scraper.model.document import Document, Skipped, SkipReason
from scraper.model.page import FetchResult
from scraper.model.segment import Role
from scraper.pipeline import clean_result
from tests.corpora.hosts import FRENCH, JAPANESE, host

NOTHING = System("nothing", lambda _body, _url: Answer(), lambda _body: "", describes=False)
ALL = System("all", lambda _body, _url: Answer(), lambda body: body.decode(), describes=False)


@pytest.fixture
def page(tmp_path: Path) -> Spliced:
    """Put a French teaser behind an English story."""
    made = splice(host(tmp_path), Company([FRENCH]), (Style.PARAGRAPHS, Place.BEHIND), 1)
    assert isinstance(made, Spliced)
    return made


def keeping(result: FetchResult) -> Document | Skipped:
    """Make a record that keeps everything, in one language."""
    record = clean_result(result)
    assert isinstance(record, Document)
    segments = tuple(replace(segment, role=Role.BODY, lang="en") for segment in record.segments)
    return replace(record, segments=segments, text="\n\n".join(segment.text for segment in segments))


def test_teaser_in_the_text_is_kept(page: Spliced) -> None:
    """A record that keeps all has teaser, headline and share block, no right role, and a story that is less right."""
    score = score_spliced(page, cleaned=keeping)
    assert (score.kept, score.headline_kept, score.share_kept) == ({"scraper": True}, True, True)
    assert set(score.roles) == {"body"}
    assert score.f1 < score.f1_before


def test_peers_are_asked_for_their_text(page: Spliced) -> None:
    """A peer keeps a teaser if its text has the sentences."""
    kept = score_spliced(page, [NOTHING, ALL]).kept
    assert (kept["nothing"], kept["all"]) == (False, True)


def test_languages_are_known_of_story_and_teaser(page: Spliced) -> None:
    """The host's paragraphs are expected in its language, the teaser's sentences are foreign, names are not."""
    languages = score_spliced(page, cleaned=keeping).languages
    story = [named for named in languages if not named.inserted]
    assert [(named.expected, named.is_right) for named in story] == [("en", True)] * 3
    foreign = [named for named in languages if named.foreign]
    assert {named.expected for named in foreign} == {"fr"}
    assert not any(named.is_right for named in foreign)
    assert any(named.expected == "und" for named in languages)


def test_page_without_a_record(tmp_path: Path) -> None:
    """A page without a record has no segment, no story, and nothing of what was put in."""
    made = splice(host(tmp_path), Company([JAPANESE]), (Style.BLOCKS, Place.BETWEEN), 1)
    assert isinstance(made, Spliced)
    score = score_spliced(made, cleaned=lambda result: Skipped(1, result.source, None, SkipReason.FAILED, ""))
    assert set(score.roles) == {"missing"}
    assert (score.f1, score.f1_before, score.kept["scraper"]) == (0.0, 0.0, False)
    assert not any(named.is_right for named in score.languages)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("before " + FRENCH.sentences[0] + " after", True),
        (FRENCH.sentences[0].replace(" ", "\n"), True),
        (FRENCH.sentences[0][:20], False),
        (FRENCH.headline, False),
        ("", False),
    ],
)
def test_most_of_it_must_stand(text: str, kept: bool) -> None:  # noqa: FBT001
    """Sentences stand in a text that has most of their characters in a row, line breaks not regarded."""
    assert stands(FRENCH.sentences[0], text) is kept
