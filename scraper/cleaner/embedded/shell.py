"""Whether a page is an empty shell: how much running text a reader is shown, and what stands in `<noscript>` instead.

Text that a style sheet hides counts as shown: programs show it later, and the judges see it as it is.
"""

from collections.abc import Sequence
from typing import NamedTuple

from scraper.cleaner.embedded.prose import size
from scraper.model.segment import Block
from scraper.model.tree import Tree

ENOUGH = 1500.0
"""Size of shown running text from which a page is no shell, whatever else it holds."""
_SHORTEST = 30
"""Characters; what is shorter is not even a sentence of Chinese."""
_RUNNING = 80.0
"""Size from which a block that is not mostly links counts as running text."""


class Shown(NamedTuple):
    """What a page has to read."""

    running: float
    """Size of the running text outside of `<noscript>`; counted only up to `ENOUGH`."""
    fallback: tuple[int, ...]
    """Indices of the blocks inside `<noscript>`."""


def look(tree: Tree, blocks: Sequence[Block]) -> Shown:
    """Measure a page; one short loop that ends as soon as there is enough, because nearly all pages have enough."""
    inside: frozenset[int] = frozenset()
    if "noscript" in tree.tags:
        inside = frozenset(node for start in tree.find("noscript") for node in range(start, tree.ends[start]))
    running = 0.0
    for block in blocks:
        text = block.text
        if len(text) < _SHORTEST or 2 * block.link_chars > len(text) or block.node in inside:
            continue
        length = size(text)
        if length >= _RUNNING:
            running += length
            if running >= ENOUGH:
                return Shown(running, ())
    return Shown(running, tuple(index for index, block in enumerate(blocks) if block.node in inside))
