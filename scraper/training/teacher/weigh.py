"""Votes to log-odds: sums, the element that holds the story, one title, no page without a body."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.view import View
from scraper.model.judgement import Heard, Vote
from scraper.model.segment import Role
from scraper.training.teacher.story import Story, find_story

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

ORDER = tuple(PRIORS)
_COLUMN: Mapping[Role, int] = {role: column for column, role in enumerate(ORDER)}
_BODY, _TITLE = _COLUMN[Role.BODY], _COLUMN[Role.TITLE]

_INSIDE = (Vote(Role.BODY, 1.6, "in_story"),)
_BETWEEN = (Vote(Role.BODY, 0.8, "between_paragraphs"),)
_OUTSIDE = (Vote(Role.BODY, -2.2, "outside_story"), Vote(Role.CAPTION, -1.0, "outside_story"))
_FAR = (Vote(Role.BYLINE, -2.5, "far_from_story"), Vote(Role.TITLE, -2.0, "far_from_story"))
_BEFORE_TITLE = -1.0
_SECOND_TITLE = -4.0

Scores = NDArray[np.float64]
"""Summed log-odds, shape (blocks, roles)."""


def weigh(view: View, heard: Sequence[Heard]) -> Scores:
    """Return the summed log-odds of each role for each block, in page order."""
    scores = np.tile(np.array(list(PRIORS.values())), (len(view.blocks), 1))
    _add(scores, heard)
    story = find_story(view, _lead(scores).tolist())
    _add(scores, list(_placed(view, story)) if story is not None else [])
    _one_title(view, scores)
    if story is not None and not (scores.argmax(axis=1) == _BODY).any():
        _rescue(view, story, scores)
    return scores


def _add(scores: Scores, heard: Sequence[Heard]) -> None:
    """Add all votes to the sums; what is said of many blocks in the same words is added up only once."""
    rows: dict[int, int] = {}
    sums: list[list[float]] = []
    spoken = []
    for _, said in heard:
        # By identity: judges hand out the same tuple wherever they say the same, and hashing its votes costs more.
        row = rows.setdefault(id(said), len(rows))
        if row == len(sums):
            sums.append(_sum(said))
        spoken.append(row)
    if not spoken:
        return
    places, added = np.array([index for index, _ in heard]), np.array(sums)[spoken]
    for column in range(len(ORDER)):
        scores[:, column] += np.bincount(places, added[:, column], len(scores))


def _sum(said: Iterable[Vote]) -> list[float]:
    """Return the sum of some votes, one number a role."""
    row = [0.0] * len(ORDER)
    for role, weight, _ in said:
        row[_COLUMN[role]] += weight
    return row


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
    for index in range(story.first, story.last + 1):
        spoken_for = ORDER[int(scores[index].argmax())] is Role.TITLE or any(hit.exact for hit in view.hits[index])
        if story.holds(view.blocks[index].node) and view.facts[index].linked < 0.5 and not spoken_for:
            scores[index, _BODY] = scores[index].max() + 0.1
