"""Tables of how good a judge is."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from scraper.corpora.role_gold import GoldSegment, RolePage
from scraper.corpora.splice import Spliced, splices
from scraper.corpora.tokens import Overlap
from scraper.inspector.answer import OWN
from scraper.inspector.folds import FoldScore
from scraper.inspector.judge_report import judge_lines
from scraper.inspector.role_score import Labelled
from scraper.inspector.spliced_score import score_spliced
from scraper.inspector.story_score import PageScore
from scraper.model.segment import Role
from tests.corpora.hosts import FRENCH, JAPANESE, STORY, host
from tests.inspector.pages import gold
from tests.writer.records import segment

ITALIAN = "Il fiume è salito di due metri nella notte e il vecchio ponte è stato chiuso prima dell'alba."


def page(number: int, f1: float, sure: float, text: str = STORY) -> PageScore:
    """Return the score of one page."""
    found = {OWN.name: Overlap(f1, f1, f1)}
    kind = "article" if number % 2 == 0 else "forum"
    return PageScore(gold(id=str(number), page_type=kind, text=text), found, {}, (), (), sure)


def labelled(*confidences: float) -> Labelled:
    """Return a labelled page of as many blocks, the first of which is taken for another role."""
    texts = [f"Block number {number} says this." for number in range(len(confidences))]
    wanted = tuple(GoldSegment(text, "body", "en") for text in texts)
    found = [segment(text, confidence=sure) for text, sure in zip(texts, confidences, strict=True)]
    return RolePage("p", Path("p"), wanted), [segment(texts[0], Role.SHARE, confidence=confidences[0]), *found[1:]]


def tables(*folds: FoldScore) -> Mapping[str, Sequence[Sequence[str]]]:
    """Return the rows of each table by its title, without its head."""
    parts = "\n".join(judge_lines(folds)).split("### ")[1:]
    found = {}
    for part in parts:
        title, empty, head, rule, *rows = part.rstrip().split("\n")
        assert (empty, rule.count("|")) == ("", head.count("|"))
        found[title] = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
        assert all(len(row) == head.count("|") - 1 for row in found[title])
    return found


def test_stories_by_sort_and_language() -> None:
    """Means stand over all pages of all folds and by sort of page; languages count articles, the worst first."""
    folds = [FoldScore([page(0, 0.5, 0.9), page(1, 1.0, 0.8)], [], []), FoldScore([page(2, 0.7, 0.9, ITALIAN)], [], [])]
    found = tables(*folds)
    assert found["Stories, token F1"][0] == ["tiny", "all", "3", "0.7333", "0.7333", "0.7333"]
    assert [row[1] for row in found["Stories, token F1"][1:]] == ["type article", "type forum"]
    assert found["Languages"] == [["en", "1", "0.5000"], ["it", "1", "0.7000"]]


def test_surest_pages_come_first() -> None:
    """Risk is the mean F1 of the pages the judge is surest of, from a quarter of them to all."""
    rows = tables(FoldScore([page(number, 1 - number / 10, 1 - number / 10) for number in range(8)], [], []))
    risk = rows["Risk and coverage"]
    assert risk[0] == ["25%", "0.9000", "0.9500"]
    assert risk[-1] == ["100%", "0.3000", "0.6500"]
    means = [float(row[2]) for row in risk]
    assert means == sorted(means, reverse=True)


def test_worst_pages_are_named() -> None:
    """The worst pages stand first, and no more than a dozen."""
    worst = tables(FoldScore([page(number, number / 20, 0.5) for number in range(20)], [], []))["Worst pages"]
    assert worst[0] == ["tiny/0", "article", "0.0000", "0.0000"]
    assert len(worst) == 12


def test_confidence_against_truth() -> None:
    """Segments stand by tenth of confidence with how often their role is right; one that is missing does not count."""
    lost: Labelled = (RolePage("q", Path("q"), (GoldSegment("Nowhere to be found.", "body", "en"),)), None)
    found = tables(FoldScore([], [labelled(0.95, 0.97, 0.31), labelled(1.0), lost], []))
    assert found["Confidence of roles"] == [
        ["0.3 to 0.4", "1", "0.3100", "1.0000"],
        ["0.9 to 1.0", "3", "0.9733", "0.3333"],
    ]
    assert found["Roles, pages labelled by hand"][0] == ["accuracy", "0.4000"]


def test_spliced_pages_by_style(tmp_path: Path) -> None:
    """Teasers kept stand by style and place, all pages last."""
    made = splices([host(tmp_path, id=str(number)) for number in range(4)], [FRENCH, JAPANESE], 1)
    scores = [score_spliced(found) for found in made if isinstance(found, Spliced)]
    rows = tables(FoldScore([], [], scores))["Teasers put into stories"]
    assert rows[-1][2] == str(len(scores))


@pytest.mark.parametrize(
    ("score", "titles"),
    [
        (FoldScore([], [], []), []),
        (FoldScore([page(0, 1, 1)], [], []), ["Stories, token F1", "Languages", "Risk and coverage", "Worst pages"]),
        (FoldScore([], [labelled(0.9)], []), ["Roles, pages labelled by hand", "Confidence of roles"]),
    ],
)
def test_what_there_is_none_of_has_no_table(score: FoldScore, titles: list[str]) -> None:
    """Without stories, labels or spliced pages their tables are left out."""
    assert [*tables(score)] == titles


def test_page_without_gold_text_does_not_count() -> None:
    """A page whose gold has no text is in no table."""
    assert tables(FoldScore([PageScore(gold(text=""), {}, {}, (), ())], [], [])) == {}
