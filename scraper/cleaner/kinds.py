"""What the markup makes of a block: a heading, a list item, a quote, a row of a table."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from scraper.model.segment import Kind

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


class Around(NamedTuple):
    """What the elements around a text make of it."""

    kind: Kind
    """The kind of text that stands right inside."""
    inner: Mapping[str, "Around"]
    """What it becomes inside an element, by tag; a tag that is not here has no kind and changes nothing."""


@cache
def outside() -> Around:
    """Return what stands around a whole page, which is nothing; all that it can become is worked out once."""
    return _around({}, Kind.OTHER, None)


def _around(known: dict[tuple[Kind, Kind | None], Around], kind: Kind, wrapper: Kind | None) -> Around:
    """Return what holds inside an element of this kind; the nearest `wrapper` says what paragraphs in it become."""
    if (kind, wrapper) not in known:
        inner: dict[str, Around] = {}
        known[kind, wrapper] = Around(kind, inner)
        inner.update((tag, _around(known, *_inside(tag, wrapper))) for tag in KINDS)
    return known[kind, wrapper]


def _inside(tag: str, wrapper: Kind | None) -> tuple[Kind, Kind | None]:
    """Return kind and wrapper inside an element with a kind."""
    kind = KINDS[tag]
    if kind is not Kind.PARAGRAPH:
        return kind, _WRAPPERS.get(tag, wrapper)
    if wrapper is Kind.LIST_ITEM and tag != "div":
        return kind, wrapper
    return wrapper or kind, wrapper


def kind_by_role(role: str, kind: Kind) -> Kind:
    """Return the kind that an element's own ARIA role names, `kind` where it names none."""
    return _BY_ROLE.get(role, kind)


def is_link_list(kind: Kind, links: int, link_chars: int, chars: int) -> bool:
    """Whether a block of this kind is nothing but links side by side."""
    plain = kind in (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.OTHER)
    return plain and links >= _MANY_LINKS and link_chars >= _LINKED * chars
