"""Evidence to judgements: sums of log-odds, the element that holds the story, one role a block.

This is the part that a learned judge replaces: it takes the view and the evidence, and nothing else knows how.
"""

import math
from collections.abc import Iterable, Mapping, Sequence

from scraper.cleaner.roles.story import Story, find_story
from scraper.cleaner.view import View
from scraper.model.judgement import Evidence, Judgement
from scraper.model.segment import Role

PRIORS: Mapping[Role, float] = {
    Role.BODY: 0.3,
    Role.NAVIGATION: 0.0,
    Role.RELATED: -0.4,
    Role.NOTICE: -0.8,
    Role.PROMO: -0.8,
    Role.OTHER: -0.6,
    Role.SHARE: -1.0,
    Role.BYLINE: -1.0,
    Role.CAPTION: -1.0,
    Role.COMMENT: -1.0,
    Role.TITLE: -1.5,
}
"""Log-odds of each role before anything is known of a block."""

_INSIDE = 1.6
_BETWEEN = 0.8
_OUTSIDE = -2.2
_BEFORE_TITLE = -1.0
_SHARPNESS = 0.8
"""Scale from summed weights to log-odds; below 1 because the judges' evidence overlaps."""

Scores = dict[Role, float]


def weigh(view: View, evidence: Iterable[Evidence]) -> list[Judgement]:
    """Return one judgement a block, in page order."""
    pieces: list[list[Evidence]] = [[] for _ in view.blocks]
    for piece in evidence:
        pieces[piece.segment].append(piece)
    scores = [_sum(heard) for heard in pieces]
    story = find_story(view, [_lead(score) for score in scores])
    for piece in _placed(view, story):
        pieces[piece.segment].append(piece)
        scores[piece.segment][piece.role] += piece.weight
    _one_title(view, scores)
    if story is not None and not any(_best(score) is Role.BODY for score in scores):
        _rescue(view, story, scores)
    return [_judgement(score, heard) for score, heard in zip(scores, pieces, strict=True)]


def _sum(heard: Iterable[Evidence]) -> Scores:
    """Return the summed log-odds of every role."""
    scores = dict(PRIORS)
    for piece in heard:
        scores[piece.role] += piece.weight
    return scores


def _best(scores: Scores) -> Role:
    """Return the role with the highest score; the order of `PRIORS` settles ties."""
    return max(scores, key=scores.__getitem__)


def _lead(scores: Scores) -> float:
    """Return by how much body is ahead of the next role (negative where it is behind)."""
    return scores[Role.BODY] - max(score for role, score in scores.items() if role is not Role.BODY)


def _placed(view: View, story: Story | None) -> Iterable[Evidence]:
    """Yield what standing inside, between or outside the story speaks for."""
    if story is None:
        return
    for index in range(len(view.blocks)):
        if story.first <= index <= story.last and story.holds(view.blocks[index].node):
            yield Evidence(index, Role.BODY, _INSIDE, "in_story")
            if story.first_running <= index <= story.last_running:
                yield Evidence(index, Role.BODY, _BETWEEN, "between_paragraphs")
        else:
            yield Evidence(index, Role.BODY, _OUTSIDE, "outside_story")
            yield Evidence(index, Role.CAPTION, -1.0, "outside_story")
        if not story.near(index):
            yield Evidence(index, Role.BYLINE, -2.5, "far_from_story")
            yield Evidence(index, Role.TITLE, -2.0, "far_from_story")


def _one_title(view: View, scores: Sequence[Scores]) -> None:
    """Leave the role of title to the strongest block and to those that repeat its words; earlier text is less story."""
    titles = [index for index, score in enumerate(scores) if _best(score) is Role.TITLE]
    if not titles:
        return
    strongest = max(titles, key=lambda index: (scores[index][Role.TITLE], -index))
    for index in titles:
        if view.folded[index] != view.folded[strongest]:
            scores[index][Role.TITLE] -= 4.0
    for index in range(strongest):
        scores[index][Role.BODY] += _BEFORE_TITLE


def _rescue(view: View, story: Story, scores: Sequence[Scores]) -> None:
    """Make the text of the story's element body where nothing else is: an empty story is the worst of mistakes."""
    for index in range(story.first, story.last + 1):
        if story.holds(view.blocks[index].node) and view.facts[index].linked < 0.5:
            scores[index][Role.BODY] = max(scores[index].values()) + 0.1


def _judgement(scores: Scores, heard: Iterable[Evidence]) -> Judgement:
    """Return the best role, its probability and its evidence, strongest first."""
    role = _best(scores)
    top = scores[role]
    total = sum(math.exp(_SHARPNESS * (score - top)) for score in scores.values())
    speaking = sorted((piece for piece in heard if piece.role is role and piece.weight > 0), key=lambda p: -p.weight)
    reasons = tuple(dict.fromkeys(piece.reason for piece in speaking))
    return Judgement(role, round(1 / total, 2), reasons[:5] or ("prior",))
