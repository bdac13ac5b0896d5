"""Short pieces of visible text, in document order or against it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import filterfalse, islice

from scraper.cleaner.metadata.gather import Marks
from scraper.cleaner.metadata.wording import tidy
from scraper.model.tree import Tree

SHORT = 100
"""Characters of a line that names who or when; longer ones are sentences."""
_BEFORE = 10
_AFTER = 30
_FARTHEST = 200
"""Pieces of text before and after the main heading, and how many are looked at, foreign ones included."""
UNSEEN = frozenset({"script", "title", "option", "noscript", "textarea"})
"""Tags whose text no reader sees as text."""


def pieces(tree: Tree, nodes: Iterable[int], most: int) -> list[str]:
    """Return the short ones among the first `most` pieces of visible text in these nodes."""
    found: list[str] = []
    seen = 0
    for node in nodes:
        text = tree.texts[node]
        if not text or text.isspace() or tree.tags[tree.parents[node]] in UNSEEN:
            continue
        seen += 1
        if len(text) <= 2 * SHORT and 0 < len(tidied := tidy(text)) <= SHORT:
            found.append(tidied)
        if seen >= most:
            break
    return found


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The short pieces of the story's own text around its main heading, nearest first."""

    before: Sequence[str]
    """Pieces before the heading, going back."""
    after: Sequence[str]
    """Pieces behind it."""


def surroundings(marks: Marks, heading: int | None) -> Surroundings:
    """Return what stands around a heading, other stories' and readers' words left out; nothing without a heading."""
    if heading is None:
        return Surroundings((), ())
    behind = range(marks.tree.ends[heading], len(marks.tree.tags))
    return Surroundings(_own(marks, range(heading - 1, -1, -1), _BEFORE), _own(marks, behind, _AFTER))


def _own(marks: Marks, nodes: Iterable[int], most: int) -> Sequence[str]:
    """Return the pieces in nodes that are not foreign, which do not count among the most."""
    texts = marks.tree.texts
    seen = (node for node in nodes if texts[node] and not texts[node].isspace())
    return pieces(marks.tree, filterfalse(marks.foreign, islice(seen, _FARTHEST)), most)
