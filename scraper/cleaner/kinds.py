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

_WRAPPERS: Mapping[str, Kind] = {"blockquote": Kind.QUOTE, "figcaption": Kind.CAPTION}
"""What a plain paragraph becomes inside these."""


def kind_of(tree: Tree, node: int) -> Kind:
    """Return the kind the markup gives the text whose smallest element is `node`."""
    named = _BY_ROLE.get(tree.attributes[node].get("role") or "")
    if named is not None:
        return named
    here = node
    while here >= 0:
        kind = KINDS.get(tree.tags[here])
        if kind is Kind.PARAGRAPH:
            return _wrapped(tree, here)
        if kind is not None:
            return kind
        here = tree.parents[here]
    return Kind.OTHER


def _wrapped(tree: Tree, node: int) -> Kind:
    """Return what the surroundings make of a plain paragraph."""
    for above in tree.ancestors(node):
        if tree.tags[above] in _WRAPPERS:
            return _WRAPPERS[tree.tags[above]]
        if tree.tags[above] == "li":
            return Kind.LIST_ITEM if tree.tags[node] == "div" else Kind.PARAGRAPH
    return Kind.PARAGRAPH


def is_link_list(kind: Kind, links: int, link_chars: int, chars: int) -> bool:
    """Whether a block of this kind is nothing but links side by side."""
    plain = kind in (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.OTHER)
    return plain and links >= _MANY_LINKS and link_chars >= _LINKED * chars
