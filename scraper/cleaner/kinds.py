"""What the markup makes of a block: a heading, a list item, a quote, a row of a table."""

from collections.abc import Mapping

from scraper.model.segment import Kind
from scraper.model.tree import Tree

_MANY_LINKS = 2
_LINKED = 0.8
"""Share of a block's characters inside links from which two links or more make it a list of links."""

_BY_ROLE: Mapping[str, Kind] = {"button": Kind.BUTTON, "heading": Kind.HEADING, "listitem": Kind.LIST_ITEM}


def _kinds(kind: Kind, tags: str) -> dict[str, Kind]:
    """Return one row of the table for each tag."""
    return dict.fromkeys(tags.split(), kind)


KINDS: Mapping[str, Kind] = {
    **_kinds(Kind.HEADING, "h1 h2 h3 h4 h5 h6"),
    **_kinds(Kind.LIST_ITEM, "li dt dd"),
    **_kinds(Kind.QUOTE, "blockquote"),
    **_kinds(Kind.CODE, "pre listing xmp plaintext"),
    **_kinds(Kind.CAPTION, "figcaption caption"),
    **_kinds(Kind.BUTTON, "button"),
    **_kinds(Kind.OTHER, "address label legend noscript select summary textarea"),
    **_kinds(Kind.PARAGRAPH, "p div td th section article main body center aside header footer nav form"),
}
"""Kind by the nearest element that has one; all other tags are passed over on the way up."""

_WRAPPERS: Mapping[str, Kind] = {"blockquote": Kind.QUOTE, "figcaption": Kind.CAPTION, "li": Kind.LIST_ITEM}
"""What a plain paragraph becomes inside these; inside `<li>` only a `<div>` does."""

_Around = tuple[Kind, Kind | None]
"""The kind of text that stands right inside an element, and what the nearest wrapper makes of plain paragraphs."""


class Kinds:
    """Kinds of the text in one tree, each worked out once and only when asked for."""

    def __init__(self, tree: Tree) -> None:
        """Take the tree."""
        self._tree = tree
        self._known: dict[int, _Around] = {-1: (Kind.OTHER, None)}

    def kind(self, node: int) -> Kind:
        """Return the kind the markup gives the text whose smallest element is `node`."""
        attributes = self._tree.attributes[node]
        named = _BY_ROLE.get(attributes["role"] or "") if "role" in attributes else None
        return named or self._around(node)[0]

    def _around(self, node: int) -> _Around:
        """Return what an element makes of the text right inside it."""
        tags, parents, known = self._tree.tags, self._tree.parents, self._known
        unknown = []
        while node not in known:
            unknown.append(node)
            node = parents[node]
        around = known[node]
        for inner in reversed(unknown):
            tag = tags[inner]
            if tag in KINDS:
                around = _inside(tag, around)
            known[inner] = around
        return around


def _inside(tag: str, around: _Around) -> _Around:
    """Return what an element with a kind of its own makes of the text inside it."""
    kind, (_, wrapper) = KINDS[tag], around
    if kind is not Kind.PARAGRAPH:
        return kind, _WRAPPERS.get(tag, wrapper)
    if wrapper is Kind.LIST_ITEM and tag != "div":
        return kind, wrapper
    return wrapper or kind, wrapper


def is_link_list(kind: Kind, links: int, link_chars: int, chars: int) -> bool:
    """Whether a block of this kind is nothing but links side by side."""
    plain = kind in (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.OTHER)
    return plain and links >= _MANY_LINKS and link_chars >= _LINKED * chars
