"""Votes to judgements: sums of log-odds, the element that holds the story, one role a block.

This is the part that a learned judge replaces: it takes the view and the votes, and nothing else knows how.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.roles.story import Story, find_story
from scraper.cleaner.view import View
from scraper.model.judgement import Heard, Judgement, Vote
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
"""Log-odds of each role before anything is known of a block; the order settles ties."""

_ROLES = tuple(PRIORS)
_COLUMN: Mapping[Role, int] = {role: column for column, role in enumerate(_ROLES)}
_BODY, _TITLE = _COLUMN[Role.BODY], _COLUMN[Role.TITLE]

_INSIDE = (Vote(Role.BODY, 1.6, "in_story"),)
_BETWEEN = (Vote(Role.BODY, 0.8, "between_paragraphs"),)
_OUTSIDE = (Vote(Role.BODY, -2.2, "outside_story"), Vote(Role.CAPTION, -1.0, "outside_story"))
_FAR = (Vote(Role.BYLINE, -2.5, "far_from_story"), Vote(Role.TITLE, -2.0, "far_from_story"))
_BEFORE_TITLE = -1.0
_SECOND_TITLE = -4.0
_SHARPNESS = 0.8
"""Scale from summed weights to log-odds; below 1 because the judges' votes overlap."""
_MOST_REASONS = 5

Scores = NDArray[np.float64]
"""Summed log-odds, shape (blocks, roles)."""


def weigh(view: View, heard: Iterable[Heard]) -> list[Judgement]:
    """Return one judgement a block, in page order."""
    votes: list[list[Vote]] = [[] for _ in view.blocks]
    for index, said in heard:
        votes[index].extend(said)
    scores = _sum(votes)
    story = find_story(view, _lead(scores).tolist())
    if story is not None:
        for index, said in _placed(view, story):
            votes[index].extend(said)
            for vote in said:
                scores[index, _COLUMN[vote.role]] += vote.weight
        _one_title(view, scores)
        _rescue(view, story, scores)
    return list(_judgements(scores, votes))


def _sum(votes: Sequence[Iterable[Vote]]) -> Scores:
    """Return the summed log-odds of every role for every block."""
    rows = []
    for said in votes:
        row = list(PRIORS.values())
        for role, weight, _ in said:
            row[_COLUMN[role]] += weight
        rows.append(row)
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(_ROLES))


def _lead(scores: Scores) -> NDArray[np.float64]:
    """Return by how much body is ahead of the next role (negative where it is behind), one number a block."""
    lead: NDArray[np.float64] = scores[:, _BODY] - np.delete(scores, _BODY, axis=1).max(axis=1)
    return lead


def _placed(view: View, story: Story) -> Iterator[Heard]:
    """Yield what standing inside, between or outside the story speaks for."""
    for index, block in enumerate(view.blocks):
        if not story.holds(block.node):
            yield index, _OUTSIDE
        else:
            yield index, _INSIDE
            if story.first_running <= index <= story.last_running:
                yield index, _BETWEEN
        if not story.near(index):
            yield index, _FAR


def _one_title(view: View, scores: Scores) -> None:
    """Leave the role of title to the strongest block and to those that repeat its words; earlier text is less story."""
    titles = np.flatnonzero(scores.argmax(axis=1) == _TITLE)
    if not len(titles):
        return
    strongest = int(titles[scores[titles, _TITLE].argmax()])
    for index in titles.tolist():
        if view.folded[index] != view.folded[strongest]:
            scores[index, _TITLE] += _SECOND_TITLE
    scores[:strongest, _BODY] += _BEFORE_TITLE


def _rescue(view: View, story: Story, scores: Scores) -> None:
    """Make the text of the story's element body where nothing is: an empty story is the worst of mistakes."""
    if (scores.argmax(axis=1) == _BODY).any():
        return
    for index in range(story.first, story.last + 1):
        if story.holds(view.blocks[index].node) and view.facts[index].linked < 0.5:
            scores[index, _BODY] = scores[index].max() + 0.1


def _judgements(scores: Scores, votes: Sequence[Sequence[Vote]]) -> Iterator[Judgement]:
    """Yield the best role of each block, its probability and its reasons, strongest first."""
    best = scores.argmax(axis=1)
    odds = np.exp(_SHARPNESS * (scores - scores.max(axis=1, keepdims=True)))
    confidences = (1 / odds.sum(axis=1)).round(2).tolist()
    for column, confidence, said in zip(best.tolist(), confidences, votes, strict=True):
        role = _ROLES[column]
        speaking = sorted([vote for vote in said if vote.role is role and vote.weight > 0], key=_strength)
        reasons = tuple(dict.fromkeys([vote.reason for vote in speaking]))[:_MOST_REASONS]
        yield Judgement(role, confidence, reasons or ("prior",))


def _strength(vote: Vote) -> float:
    """Sort key: the strongest vote first."""
    return -vote.weight
