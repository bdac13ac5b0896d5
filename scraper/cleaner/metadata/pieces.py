"""Short pieces of visible text, in document order or against it."""

from collections.abc import Iterable
from itertools import islice

from scraper.cleaner.metadata.gather import Marks
from scraper.cleaner.metadata.wording import tidy
from scraper.model.tree import Tree

SHORT = 100
"""Characters of a line that names who or when; longer ones are sentences."""
_FARTHEST = 200
"""Pieces of text, foreign ones included, among which those of the story are looked for."""
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


def pieces_of_story(marks: Marks, nodes: Iterable[int], most: int) -> list[str]:
    """Return the same without the nodes of other stories and readers' words, which do not count among the most."""
    texts = marks.tree.texts
    seen = (node for node in nodes if texts[node] and not texts[node].isspace())
    return pieces(marks.tree, (node for node in islice(seen, _FARTHEST) if not marks.foreign(node)), most)
