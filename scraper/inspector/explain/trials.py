"""What would have changed a label: the judge asked again with pieces of its evidence switched off, one at a time.

Nothing is estimated: every line is a run of the judge over the whole page. A number that is switched off takes its
mean, which is what the network takes for "nothing to see"; words and names are taken away. What is touched is the
block's own evidence, and once that of the blocks beside it; names belong to elements, so others below them lose them
too, and what the page goes by belongs to all blocks.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from scraper.cleaner.features import COLUMNS, GROUPS, Features
from scraper.cleaner.roles.decode import ROLES
from scraper.inspector.explain.case import Case
from scraper.model.segment import Role

_SAID: Final[Mapping[str, str]] = {
    "shape": "the form of its text (length, punctuation, links)",
    "structure": "where it stands on the page and what stands beside it",
    "words": "phrases of the lexicons in it or above it",
    "matches": "what the title, the description, data or other blocks say alike",
    "tongues": "its language beside that of the page",
}
_ELEMENTS: Final = 6
"""Elements around a block whose names are tried one by one."""
_LONGEST: Final = 60
_BESIDE: Final = 7
"""Blocks to each side that the network's view of one block reaches."""

Change = Callable[[Features], Features]


@dataclass(frozen=True, slots=True)
class Trial:
    """The judge's answer with some evidence left out."""

    without: str
    """What was left out, in words."""
    role: Role
    """The role it gives then."""
    probability: float
    """How likely it then finds the role that it gave with everything, 0 to 1, before it settles the whole page."""
    told: float
    """How likely it then finds that the text is part of the story, 0 to 1."""
    flips: bool
    """Whether the role is another one than with everything."""


@dataclass(frozen=True, slots=True)
class Odds:
    """What the judge thinks of one block with all its evidence."""

    roles: Sequence[tuple[Role, float]]
    """All roles with their probabilities, likeliest first."""
    told: float
    """Probability of being part of the story."""


def odds(case: Case, index: int) -> Odds:
    """Return what the judge itself thinks of a block, rulings aside."""
    belief, _ = case.judge(case.features, {})
    ranked = sorted(zip(ROLES, belief.roles[index].tolist(), strict=True), key=lambda pair: -pair[1])
    return Odds(ranked, float(belief.told[index]))


def trials(case: Case, index: int) -> Sequence[Trial]:
    """Return the judge's answers without each kind of evidence, those that change the role first.

    The last one leaves out as many kinds as it takes, strongest first, where no single one changes the role; it is
    missing where even all of them together do not.
    """
    if index in case.rulings:
        return [_unruled(case, index)]
    named = list(_changes(case, index))
    is_body = case.record.segments[index].role is Role.BODY
    single = [_tried(case, index, without, (change,)) for without, change in named]
    ranked = sorted(
        zip(single, named, strict=True), key=lambda pair: (not pair[0].flips, _left(pair[0], is_body=is_body))
    )
    found = [trial for trial, _ in ranked]
    if any(trial.flips for trial in found):
        return found
    return [*found, *_together(case, index, [change for _, change in ranked])]


def _left(trial: Trial, *, is_body: bool) -> float:
    """Return how likely the role still is: whether a text is body is asked as whether it is of the story."""
    return trial.told if is_body else trial.probability


def _unruled(case: Case, index: int) -> Trial:
    """Return the judge's answer where nothing is settled beside it of this one block."""
    others = {at: ruling for at, ruling in case.rulings.items() if at != index}
    belief, decision = case.judge(case.features, others)
    given, now = case.record.segments[index].role, decision.roles[index]
    likely = float(belief.roles[index, ROLES.index(given)])
    return Trial(f"the ruling {case.rulings[index].reason}", now, likely, float(belief.told[index]), now is not given)


def _together(case: Case, index: int, ranked: Sequence[tuple[str, Change]]) -> Iterator[Trial]:
    """Yield the first trial that changes the role with more and more evidence left out, if there is one."""
    for number in range(2, len(ranked) + 1):
        names = " and ".join(name for name, _ in ranked[:number])
        trial = _tried(case, index, names, [change for _, change in ranked[:number]])
        if trial.flips:
            yield trial
            return


def _tried(case: Case, index: int, without: str, changes: Sequence[Change]) -> Trial:
    """Return the judge's answer after some changes."""
    features = case.features
    for change in changes:
        features = change(features)
    belief, decision = case.judge(features)
    given, now = case.record.segments[index].role, decision.roles[index]
    likely = float(belief.roles[index, ROLES.index(given)])
    return Trial(without, now, likely, float(belief.told[index]), now is not given)


def _changes(case: Case, index: int) -> Iterator[tuple[str, Change]]:
    """Yield all changes that say something of this block: what they leave out, and how."""
    features = case.features
    for group, said in _SAID.items():
        columns = [COLUMNS[name] for name in GROUPS[group]]
        if not np.allclose(features.numbers[index, columns], case.weights.mean[columns]):
            yield said, _numbers(case, index, columns)
    if features.words[index]:
        yield "its own words", lambda seen: replace(seen, words=_blank(seen.words, [index]))
    if features.page:
        yield "what the page goes by (types, software, address)", lambda seen: replace(seen, page=())
    beside = [at for at in range(index - _BESIDE, index + _BESIDE + 1) if 0 <= at < len(features.words) and at != index]
    if beside:
        yield "what the segments beside it are", _blind(case, beside)
    yield from _names(case, index)


def _blind(case: Case, places: Sequence[int]) -> Change:
    """Return a change that takes all numbers and words of some blocks away."""

    def change(seen: Features) -> Features:
        """Return the features with nothing to see of these blocks."""
        numbers = seen.numbers.copy()
        numbers[places] = case.weights.mean
        return replace(seen, numbers=numbers, words=_blank(seen.words, places))

    return change


def _numbers(case: Case, index: int, columns: Sequence[int]) -> Change:
    """Return a change that takes the mean for some numbers of a block."""

    def change(seen: Features) -> Features:
        """Return the features with these numbers at their mean."""
        numbers = seen.numbers.copy()
        numbers[index, columns] = case.weights.mean[columns]
        return replace(seen, numbers=numbers)

    return change


def _names(case: Case, index: int) -> Iterator[tuple[str, Change]]:
    """Yield changes that take the names of elements around a block away: of each of the nearest, and of all."""
    features = case.features
    row, around = int(features.frame.rows[index]), []
    while row:
        around.append(row)
        row = features.frame.parents[row]
    named = [row for row in around if features.names[row]]
    for row in named[:_ELEMENTS]:
        yield f"the names of {_element(case, row)}", _nameless([row])
    if len(named) > 1:
        yield f"the names of all {len(named)} elements around it", _nameless(named)


def _nameless(rows: Sequence[int]) -> Change:
    """Return a change that takes names of elements away."""
    return lambda seen: replace(seen, names=_blank(seen.names, rows))


def _element(case: Case, row: int) -> str:
    """Return an element as its markup begins."""
    node = case.features.frame.nodes[row]
    held = case.view.tree.attributes[node]
    said = "".join(f' {name}="{held[name]}"' for name in ("class", "id", "role", "itemprop") if held.get(name))
    return f"<{case.view.tree.tags[node]}{said[:_LONGEST]}>"


def _blank(lists: Sequence[tuple[str, ...]], places: Sequence[int]) -> list[tuple[str, ...]]:
    """Return the lists with nothing at some places."""
    found = list(lists)
    for place in places:
        found[place] = ()
    return found
