"""What changed in a story since its last record.

The story is compared segment by segment. One that only moved is not a change of its own. One counts as edited where a
removed and an added one stand between the same unchanged neighbours and share enough of their character triples, or
are the only ones there and of the same role; else it is removed or added.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from typing import Final

from scraper.crawler.delivery.story import Passage, pack, story_digest, story_of, unpack
from scraper.model.document import Changes, Document, Edited, Removed, RevisedDocument

# Bounds on the work for one page: aligning grows with the pairs of equal segments, pairing with the product of lengths.
_ALIGNED: Final = 10_000
_PAIRED: Final = 400
_COMPARED: Final = 1_000

_LIKE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Revision:
    """A record to deliver, and what to remember of it."""

    record: RevisedDocument
    """The record, with its number and what changed."""
    past: bytes
    """The story, packed for the next comparison."""
    digest: bytes
    """Digest of the story."""


def revise(document: Document, past: bytes | None, last: int) -> Revision | None:
    """Return the record to deliver for a page that was delivered `last` times, or None when its story is unchanged.

    `past` is what the last revision had to remember; None where there was none.
    """
    new, digest = story_of(document), story_digest(document)
    old = unpack(past) if past is not None else None
    if old is not None and [p.digest for p in old] == [p.digest for p in new]:
        return None
    changes = compare(old, new) if old is not None else None
    values = {field.name: getattr(document, field.name) for field in fields(Document)}
    return Revision(RevisedDocument(**values, revision=last + 1, changes=changes), pack(new), digest)


def compare(old: Sequence[Passage], new: Sequence[Passage]) -> Changes:
    """Say which segments of a story were added, removed and edited."""
    added: list[Passage] = []
    removed: list[Passage] = []
    edited: list[tuple[Passage, Passage]] = []
    for before, after in _unmoved([*_differences(old, new)]):
        pairs = list(_pairs(before, after))
        edited += pairs
        removed += _without(before, [pair[0] for pair in pairs])
        added += _without(after, [pair[1] for pair in pairs])
    return Changes(
        tuple(passage.place for passage in added),
        tuple(Removed(passage.role, passage.text) for passage in removed),
        tuple(Edited(after.place, before.text) for before, after in edited),
    )


def _differences(
    old: Sequence[Passage], new: Sequence[Passage]
) -> Iterator[tuple[Sequence[Passage], Sequence[Passage]]]:
    """Yield what stood and what stands now between two unchanged neighbours."""
    left, right = ([passage.digest for passage in story] for story in (old, new))
    counts, others = Counter(left), Counter(right)
    if sum(count * others[digest] for digest, count in counts.items()) > _ALIGNED:
        # Of a story so long or so full of repetitions only what came and went is told.
        yield old, []
        yield [], new
        return
    for kind, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind != "equal":
            yield old[a:b], new[c:d]


def _pairs(before: Sequence[Passage], after: Sequence[Passage]) -> Iterator[tuple[Passage, Passage]]:
    """Yield the passages that were reworded, in order, each with what became of it."""
    if len(before) == len(after) == 1 and before[0].role == after[0].role:
        yield before[0], after[0]
        return
    if len(before) * len(after) > _PAIRED:
        return
    shapes = [_triples(now) for now in after]
    start = 0
    for then in before:
        shape = _triples(then)
        likes = [_likeness(shape, other) for other in shapes[start:]]
        best = max(range(len(likes)), key=likes.__getitem__, default=0)
        if likes and likes[best] >= _LIKE:
            yield then, after[start + best]
            start += best + 1


def _likeness(left: Counter[str], right: Counter[str]) -> float:
    """Return the share of counted things two passages have in common (Dice), 0 to 1."""
    return 2 * (left & right).total() / max(1, left.total() + right.total())


def _triples(passage: Passage) -> Counter[str]:
    """Count runs of three characters, of scripts with and without spaces alike; passages of two roles share none."""
    text = (passage.text or "")[:_COMPARED]
    return Counter(f"{passage.role}:{text[i : i + 3]}" for i in range(len(text) - 2))


def _without(passages: Sequence[Passage], some: Sequence[Passage]) -> list[Passage]:
    """Return the passages that are none of these."""
    taken = {id(passage) for passage in some}
    return [passage for passage in passages if id(passage) not in taken]


def _unmoved(
    differences: Sequence[tuple[Sequence[Passage], Sequence[Passage]]],
) -> Iterator[tuple[list[Passage], list[Passage]]]:
    """Yield the differences without what stands on both sides of them, if elsewhere: that has only moved."""
    gone, come = (Counter(p.digest for pair in differences for p in pair[side]) for side in (0, 1))
    moved_from, moved_to = gone & come, gone & come
    for before, after in differences:
        yield _not_moved(before, moved_from), _not_moved(after, moved_to)


def _not_moved(passages: Sequence[Passage], moved: Counter[str]) -> list[Passage]:
    """Return the passages but for those that moved, which are counted down."""
    stayed = []
    for passage in passages:
        moved[passage.digest] -= 1
        if moved[passage.digest] < 0:
            stayed.append(passage)
    return stayed
