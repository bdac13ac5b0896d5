"""What the markup makes of a block: a heading, a list item, a quote, a row of a table."""

from collections.abc import Mapping
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
    wrapper: Kind | None
    """What the nearest wrapper makes of a plain paragraph, None without one."""
    inner: dict[str, "Around"]
    """What it becomes inside an element with this tag; filled when met."""

    def inside(self, tag: str) -> "Around":
        """Return what it becomes inside an element; a tag that has no kind changes nothing."""
        kind = KINDS.get(tag)
        if kind is None:
            after = self
        elif kind is not Kind.PARAGRAPH:
            after = Around(kind, _WRAPPERS.get(tag, self.wrapper), {})
        elif self.wrapper is Kind.LIST_ITEM and tag != "div":
            after = Around(kind, self.wrapper, {})
        else:
            after = Around(self.wrapper or kind, self.wrapper, {})
        self.inner[tag] = after
        return after


def outside() -> Around:
    """Return what stands around a whole page, which is nothing."""
    return Around(Kind.OTHER, None, {})


def kind_by_role(role: str, kind: Kind) -> Kind:
    """Return the kind that an element's own ARIA role names, `kind` where it names none."""
    return _BY_ROLE.get(role, kind)


def is_link_list(kind: Kind, links: int, link_chars: int, chars: int) -> bool:
    """Whether a block of this kind is nothing but links side by side."""
    plain = kind in (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.OTHER)
    return plain and links >= _MANY_LINKS and link_chars >= _LINKED * chars
