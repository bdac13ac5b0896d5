"""What every node of a tree inherits: the link, the hiding and the table row it stands in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from scraper.model.tree import TEXT, Tree

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# What these hold is shown only by browsers that cannot show the element itself.
_FALLBACK = frozenset({"audio", "canvas", "noscript", "object", "video"})
_PREFORMATTED = frozenset({"listing", "plaintext", "pre", "textarea", "xmp"})
_SPECIAL = _FALLBACK | _PREFORMATTED | {"a", "dialog", "tr"}
_IN_ROW = frozenset(
    "a abbr acronym b bdi bdo big br button cite code data del dfn em font i img input ins kbd label mark meta "  # noqa: SIM905
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
    preformatted: list[bool]
    """Whether white space of the node counts."""
    rows: list[int]
    """Nearest `<tr>` at or above the node, -1 where there is none."""
    broken_rows: set[int]
    """Table rows that hold blocks or long texts: their cells are blocks of their own."""
    noscripts: set[int]
    """All `<noscript>` elements."""

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
    layout = Layout([-1] * size, [False] * size, [False] * size, [-1] * size, set(), set())
    for node, (tag, parent, attributes) in enumerate(zip(tree.tags, tree.parents, tree.attributes, strict=True)):
        if tag == TEXT:
            continue
        if parent >= 0:
            layout.links[node] = layout.links[parent]
            layout.hidden[node] = layout.hidden[parent]
            layout.preformatted[node] = layout.preformatted[parent]
            layout.rows[node] = layout.rows[parent]
        if attributes or tag in _SPECIAL:
            _mark(layout, node, tag, attributes)
        if layout.rows[node] >= 0:
            _lay_row(layout, tree, node)
    return layout


def _mark(layout: Layout, node: int, tag: str, attributes: Mapping[str, str | None]) -> None:
    """Set what an element's own markup says."""
    if tag == "a" and "href" in attributes:
        layout.links[node] = node
    elif tag == "tr":
        layout.rows[node] = node
    elif tag in _PREFORMATTED:
        layout.preformatted[node] = True
    elif tag == "noscript":
        layout.noscripts.add(node)
    if not layout.hidden[node]:
        layout.hidden[node] = hides(tag, attributes)


def _lay_row(layout: Layout, tree: Tree, node: int) -> None:
    """Break the table row around an element that makes its cells blocks of their own: a block, or a column of text."""
    tag = tree.tags[node]
    if tag == "tr":
        row = layout.rows[tree.parents[node]]
    else:
        row = layout.rows[node]
    if row >= 0 and (tag not in _IN_ROW or (tag == "br" and _doubled(tree, node)) or _is_column(tree, node)):
        layout.broken_rows.add(row)


def _is_column(tree: Tree, node: int) -> bool:
    """Whether a cell is so long that it is a column of a page laid out by table."""
    if tree.tags[node] not in ("td", "th"):
        return False
    return sum(map(len, tree.texts[node : tree.ends[node]])) > _LONGEST_CELL and len(tree.text(node)) > _LONGEST_CELL


def _doubled(tree: Tree, node: int) -> bool:
    """Whether a `<br>` follows another one with nothing but white space between."""
    before = node - 1
    if tree.tags[before] == TEXT and not tree.texts[before].strip():
        before -= 1
    return tree.tags[before] == "br"
