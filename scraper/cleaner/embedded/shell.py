"""Whether a page is an empty shell: how much running text a reader is shown, and what stands in `<noscript>` instead.

Text that a style sheet hides counts as shown: programs show it later, and the judges see it as it is.
"""

from collections.abc import Container, Sequence
from typing import NamedTuple

from scraper.cleaner.embedded.prose import size
from scraper.model.segment import Block
from scraper.model.tree import Tree

_ENOUGH = 1500.0
"""Size of shown running text from which a page is no shell, whatever else it holds."""
_MUCH = 6000
"""Characters of shown text of any sort from which it is none either: a list of links, a shop window."""
_RUNNING = 80
"""Size from which a block that is not mostly links counts as running text."""


class Shown(NamedTuple):
    """What a page has to read."""

    running: float
    """Size of the running text outside of `<noscript>`."""
    total: float
    """Size of all text outside of `<noscript>`."""
    fallback: tuple[int, ...]
    """Indices of the blocks inside `<noscript>`."""


def look(tree: Tree, blocks: Sequence[Block]) -> Shown | None:
    """Measure a page, None where it is no shell; ends as soon as that is known, because nearly all pages are none."""
    inside = frozenset(node for start in tree.find("noscript") for node in range(start, tree.ends[start]))
    if _has_much(blocks, inside):
        return None
    shown = [block for block in blocks if block.node not in inside]
    if sum(len(block.text) for block in shown) >= _MUCH:
        return None
    sizes = [size(block.text) for block in shown]
    running = sum(
        length
        for block, length in zip(shown, sizes, strict=True)
        if length >= _RUNNING and 2 * block.link_chars <= len(block.text)
    )
    if running >= _ENOUGH:
        return None
    fallback = tuple(index for index, block in enumerate(blocks) if block.node in inside)
    return Shown(running, sum(sizes), fallback)


def _has_much(blocks: Sequence[Block], inside: Container[int]) -> bool:
    """Whether there is running text enough even if its letters are only counted, which is quick."""
    running = 0
    for text, _, node, _, _, _, linked, _ in blocks:
        length = len(text)
        if length >= _RUNNING and 2 * linked <= length and node not in inside:
            running += length
            if running >= _ENOUGH:
                return True
    return False
