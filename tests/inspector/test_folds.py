"""Judges scored on pages that they have not seen."""

from pathlib import Path

import pytest

from scraper.corpora.role_gold import GoldSegment, RolePage
from scraper.corpora.splice import Spliced, splices
from scraper.corpora.tokens import bag, overlap
from scraper.inspector.answer import OWN
from scraper.inspector.folds import Fold, FoldScore, score_fold
from scraper.model.options import Cut, Options
from scraper.rules.role_weights import load_role_weights
from tests.corpora.hosts import FRENCH, JAPANESE, LINES, PAGE, STORY, host

EMPTY = RolePage("empty", Path("empty"), (GoldSegment("x", "body", "en"),))


def fold(folder: Path, options: Options) -> Fold:
    """Return a fold of one page, labelled by hand too, beside an empty one, and spliced twice."""
    page = host(folder)
    labelled = RolePage("1", page.path, tuple(GoldSegment(line, "body", "en") for line in LINES))
    made = [found for found in splices([page] * 2, [FRENCH, JAPANESE], 1) if isinstance(found, Spliced)]
    assert made
    return Fold(options, [page], [(labelled, PAGE.encode()), (EMPTY, b"")], made)


@pytest.fixture
def score(tmp_path: Path) -> FoldScore:
    """Score a fold with what is packaged."""
    return score_fold(fold(tmp_path, Options()))


def test_story_is_compared_with_the_gold(score: FoldScore) -> None:
    """Every page with gold has its overlap, and how sure the judge was."""
    (page,) = score.stories
    answer = OWN.read(PAGE.encode(), page.page.url)
    assert page.story[OWN.name] == overlap(bag(STORY), bag(answer.text))
    assert page.confidence == answer.confidence


def test_labelled_pages_come_with_their_segments(score: FoldScore) -> None:
    """A labelled page comes with the segments of its record, and with None where there is no record."""
    (labelled, segments), (_, nothing) = score.labelled
    assert labelled.id == "1"
    assert segments is not None
    assert set(LINES) <= {segment.text for segment in segments}
    assert nothing is None


def test_spliced_pages_are_scored(tmp_path: Path, score: FoldScore) -> None:
    """Every spliced page has its score, with and without what was put in."""
    assert len(score.spliced) == len(fold(tmp_path, Options()).spliced)
    before = score.stories[0].story[OWN.name].f1
    assert all(OWN.name in page.kept and page.f1_before == before for page in score.spliced)


def test_the_folds_own_options_judge(tmp_path: Path) -> None:
    """The judge is the one of the fold's options, and gives what it gives as the packaged one."""
    packaged = score_fold(fold(tmp_path, Options()))
    given = score_fold(fold(tmp_path, Options(weights=load_role_weights())))
    assert given.stories == packaged.stories
    precise = score_fold(fold(tmp_path, Options(view=Cut.PRECISE)))
    assert precise.stories[0].story[OWN.name].recall <= packaged.stories[0].story[OWN.name].recall


def test_nothing_to_score() -> None:
    """A fold without pages has an empty score."""
    assert score_fold(Fold(Options(), [], [], [])) == FoldScore([], [], [])
