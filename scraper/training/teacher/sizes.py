"""How much text each element of a page holds."""

from scraper.cleaner.view import View


def text_below(view: View) -> list[float]:
    """Return the size of the text at and below every node of the tree."""
    sizes = [0.0] * len(view.tree.tags)
    for block, fact in zip(view.blocks, view.facts, strict=True):
        sizes[block.node] += fact.size
    for node in range(len(sizes) - 1, 0, -1):
        if sizes[node]:
            sizes[view.tree.parents[node]] += sizes[node]
    return sizes
