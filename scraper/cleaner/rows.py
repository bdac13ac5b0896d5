"""Which table rows are data, to be read as one line, and which only lay out the page."""

from scraper.model.tree import TEXT, Tree

# What may stand in a row that is one line of text; anything else makes its cells blocks of their own.
_INLINE = frozenset(
    f"{TEXT} a abbr acronym b bdi bdo big br button cite code data del dfn em font i img input ins kbd label mark "
    "meta nobr q rb rp rt ruby s samp small span strike strong sub sup svg td th time tt u var wbr".split()
)
_LONGEST_CELL = 300
"""Characters; a longer cell is a column of a page laid out by table, not a cell of data."""


def is_plain_row(tree: Tree, row: int) -> bool:
    """Whether the cells of a `<tr>` hold only short lines of text, so that the row is one block."""
    end = tree.ends[row]
    inside = tree.tags[row + 1 : end]
    if not _INLINE.issuperset(inside):
        return False
    if sum(map(len, tree.texts[row:end])) > _LONGEST_CELL and _longest_cell(tree, row) > _LONGEST_CELL:
        return False
    return "br" not in inside or not any(_doubled(tree, node) for node in range(row + 1, end))


def _longest_cell(tree: Tree, row: int) -> int:
    """Return the length of the longest cell in characters, white space folded."""
    cells = (node for node in range(row + 1, tree.ends[row]) if tree.tags[node] in {"td", "th"})
    return max((len(tree.text(cell)) for cell in cells), default=0)


def _doubled(tree: Tree, node: int) -> bool:
    """Whether a node is a `<br>` that follows another one with nothing but white space between."""
    if tree.tags[node] != "br":
        return False
    before = node - 1
    if tree.tags[before] == TEXT and not tree.texts[before].strip():
        before -= 1
    return tree.tags[before] == "br"
