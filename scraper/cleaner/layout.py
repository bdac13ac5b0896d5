"""What every node of a tree inherits: the link, the hiding and the table row it stands in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from scraper.model.tree import TEXT, Tree

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# What these hold is shown only by browsers that cannot show the element itself.
_FALLBACK = frozenset({"audio", "canvas", "noscript", "object", "video"})
_PREFORMATTED = frozenset({"listing", "plaintext", "pre", "textarea", "xmp"})
_IN_ROW = frozenset(
    "a abbr acronym b bdi bdo big br button cite code data del dfn em font i img input ins kbd label mark meta "
    "nobr q rb rp rt ruby s samp small span strike strong sub sup svg td th time tr tt u var wbr".split()
)
_LONGEST_CELL = 300
"""Characters; a longer cell is a column of a page laid out by table, not a cell of data."""


@dataclass(slots=True)
class Layout:
    """Columns as long as the tree; an entry of a text node means nothing, ask its parent."""

    links: list[int]
    """Nearest `<a href>` at or above the node, -1 where there is none."""
    hidden: list[bool]
    """Whether the node or one above it is hidden by its markup."""
    noscript: list[bool]
    """Whether the node stands in a `<noscript>`."""
    preformatted: list[bool]
    """Whether white space of the node counts."""
    rows: list[int]
    """Nearest `<tr>` at or above the node, -1 where there is none."""
    broken_rows: set[int]
    """Table rows that hold blocks or long texts: their cells are blocks of their own."""
    has_noscript: bool = False
    """Whether any node stands in a `<noscript>`."""

    def is_plain_cell(self, node: int) -> bool:
        """Whether this `<td>` or `<th>` belongs to a row that is one block."""
        return self.rows[node] >= 0 and self.rows[node] not in self.broken_rows


def hides(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Whether an element's own markup keeps its inside from the reader."""
    if not attributes:
        return tag in _FALLBACK or tag == "dialog"
    if "hidden" in attributes or tag in _FALLBACK or (tag == "dialog" and "open" not in attributes):
        return True
    style = attributes.get("style")
    return style is not None and _HIDING.search(style) is not None


def lay_out(tree: Tree) -> Layout:
    """Fill the columns in one pass from the root down; every node looks at its parent only."""
    size = len(tree.tags)
    layout = Layout([-1] * size, [False] * size, [False] * size, [False] * size, [-1] * size, set())
    for node, (tag, parent) in enumerate(zip(tree.tags, tree.parents, strict=True)):
        if tag == TEXT:
            _measure(layout, tree, node, parent)
        elif parent >= 0:
            _inherit(layout, tree, node, parent)
    layout.has_noscript = any(layout.noscript)
    return layout


def _measure(layout: Layout, tree: Tree, node: int, parent: int) -> None:
    """Break the row a long text stands in."""
    if layout.rows[parent] >= 0 and len(tree.texts[node].strip()) > _LONGEST_CELL:
        layout.broken_rows.add(layout.rows[parent])


def _inherit(layout: Layout, tree: Tree, node: int, parent: int) -> None:
    """Fill one element's entries from its parent's and its own markup."""
    tag, attributes = tree.tags[node], tree.attributes[node]
    layout.links[node] = node if tag == "a" and "href" in attributes else layout.links[parent]
    layout.hidden[node] = layout.hidden[parent] or hides(tag, attributes)
    layout.noscript[node] = layout.noscript[parent] or tag == "noscript"
    layout.preformatted[node] = layout.preformatted[parent] or tag in _PREFORMATTED
    row = layout.rows[parent]
    if row >= 0 and (tag not in _IN_ROW or (tag == "br" and _doubled(tree, node))):
        layout.broken_rows.add(row)
    layout.rows[node] = node if tag == "tr" else row


def _doubled(tree: Tree, node: int) -> bool:
    """Whether a `<br>` follows another one with nothing but white space between."""
    before = node - 1
    if tree.tags[before] == TEXT and not tree.texts[before].strip():
        before -= 1
    return tree.tags[before] == "br"
