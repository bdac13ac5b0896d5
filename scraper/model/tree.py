"""A parsed page as flat columns: one entry a node, in document order.

Columns instead of objects because every later step asks the same few questions of all nodes at once
(parent, tag, attributes, where the subtree ends) and Python answers list look-ups fastest.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

TEXT = "#text"
"""Tag of a text node."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Nodes 0 … n-1 in document order; node 0 is the root element (`html`)."""

    tags: list[str]
    """Lower-case tag of every node, `#text` for text nodes."""
    parents: list[int]
    """Index of every node's parent; -1 for the root."""
    ends: list[int]
    """Index one past the last node below; node i's subtree is `range(i, ends[i])`."""
    texts: list[str]
    """Characters of text nodes as they stand in the markup (entities resolved); empty for elements."""
    attributes: list[Mapping[str, str | None]]
    """Attributes by lower-case name; an attribute without a value maps to None; empty for text nodes."""
    places: dict[str, list[int]]
    """Indices of the elements with each tag, in document order; tags that the page does not use are missing."""
    named: list[int]
    """Indices of the elements with attributes, in document order: what a page calls its parts is read from these."""

    def ancestors(self, node: int) -> Iterator[int]:
        """Yield the parent of `node`, its parent, and so on up to the root."""
        parent = self.parents[node]
        while parent >= 0:
            yield parent
            parent = self.parents[parent]

    def find(self, tag: str) -> Iterator[int]:
        """Yield the indices of all elements with this tag, in document order."""
        return iter(self.places.get(tag, ()))

    def text(self, node: int) -> str:
        """Return all characters below `node`, runs of white space folded to one space, ends trimmed."""
        return " ".join("".join(self.texts[node : self.ends[node]]).split())
