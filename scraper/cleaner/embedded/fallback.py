"""Stories in `<noscript>`: pages of forums that are programs keep their posts there for search engines.

The blocks are on the page already, marked as hidden, and the judges see them; what is ruled here is only what is sure:
texts that microdata names as such, else running text outside of menus and boxes.
"""

from collections.abc import Iterator, Sequence

from scraper.cleaner.embedded.prose import reads, size
from scraper.cleaner.embedded.shell import Shown
from scraper.model.segment import Block
from scraper.model.tree import Tree

_TEXTS = frozenset({"text", "articlebody", "reviewbody"})
"""Properties of schema.org whose value is the story."""
_APART = frozenset({"nav", "footer", "aside", "header", "form"})
"""Elements that hold no story."""


def story_of_fallback(tree: Tree, blocks: Sequence[Block], shown: Shown, least: float) -> Sequence[int]:
    """Return the blocks in `<noscript>` that are the page's story; none where they are less than `least` in size."""
    if not shown.fallback:
        return ()
    named = [index for index in shown.fallback if _is_named(tree, blocks[index].node)]
    running = [index for index in shown.fallback if _runs(tree, blocks[index])]
    for found in (named, running):
        if sum(size(blocks[index].text) for index in found) >= least:
            return found
    return ()


def _inside(tree: Tree, node: int) -> Iterator[int]:
    """Yield an element and those around it, up to the `<noscript>`."""
    while node >= 0 and tree.tags[node] != "noscript":
        yield node
        node = tree.parents[node]


def _is_named(tree: Tree, node: int) -> bool:
    """Whether microdata names the element, or one around it, as the text of a post or an article."""
    around = list(_inside(tree, node))
    # Boxes inside a post preview other pages or quote posts that are told already: the judges' business.
    if any(tree.tags[element] == "aside" for element in around):
        return False
    return any((tree.attributes[element].get("itemprop") or "").lower() in _TEXTS for element in around)


def _runs(tree: Tree, block: Block) -> bool:
    """Whether a block is running text outside of menus and boxes."""
    if 2 * block.link_chars > len(block.text) or not reads(block.text):
        return False
    return not any(tree.tags[around] in _APART for around in _inside(tree, block.node))
