"""Evidence from elements and attributes that say by standard what they hold: `<nav>`, `role=search`, `itemprop`.

Source: HTML Living Standard 4.3, WAI-ARIA landmarks, schema.org property names.
"""

from collections.abc import Iterator, Mapping

from scraper.cleaner.view import View
from scraper.model.judgement import Heard, Vote
from scraper.model.segment import Role

TAGS: Mapping[str, tuple[tuple[Role, float], ...]] = {
    "nav": ((Role.NAVIGATION, 3.0),),
    "menu": ((Role.NAVIGATION, 1.5),),
    "aside": ((Role.RELATED, 1.2), (Role.BODY, -1.5)),
    "footer": ((Role.NAVIGATION, 1.2), (Role.NOTICE, 1.6), (Role.BODY, -2.0)),
    "header": ((Role.NAVIGATION, 0.6), (Role.BODY, -0.5)),
    "form": ((Role.NAVIGATION, 0.6), (Role.BODY, -0.7)),
    "label": ((Role.NAVIGATION, 0.8), (Role.BODY, -1.0)),
    "select": ((Role.NAVIGATION, 1.5), (Role.BODY, -2.0)),
    "button": ((Role.NAVIGATION, 1.0), (Role.BODY, -2.5)),
    "textarea": ((Role.COMMENT, 1.0), (Role.BODY, -1.5)),
    "figcaption": ((Role.CAPTION, 3.5), (Role.BODY, -0.5)),
    "figure": ((Role.CAPTION, 1.5),),
    "address": ((Role.BYLINE, 1.0), (Role.NOTICE, 0.5)),
    "time": ((Role.BYLINE, 2.2), (Role.BODY, -0.5)),
    "h1": ((Role.TITLE, 4.0), (Role.BODY, -0.5)),
    "article": ((Role.BODY, 0.6),),
    "main": ((Role.BODY, 0.6),),
    "dialog": ((Role.NOTICE, 1.5), (Role.BODY, -1.5)),
    "noscript": ((Role.NOTICE, 1.5), (Role.BODY, -1.0)),
}
"""What standing inside an element speaks for."""

ROLES: Mapping[str, tuple[tuple[Role, float], ...]] = {
    "navigation": TAGS["nav"],
    "menu": TAGS["nav"],
    "menubar": TAGS["nav"],
    "search": ((Role.NAVIGATION, 2.5),),
    "banner": TAGS["header"],
    "contentinfo": TAGS["footer"],
    "complementary": TAGS["aside"],
    "dialog": TAGS["dialog"],
}
"""The same for ARIA roles."""

PROPERTIES: Mapping[str, tuple[tuple[Role, float], ...]] = {
    "articlebody": ((Role.BODY, 2.5),),
    "description": ((Role.BODY, 0.8),),
    "headline": ((Role.TITLE, 2.0),),
    "author": ((Role.BYLINE, 2.5),),
    "datepublished": ((Role.BYLINE, 2.5),),
    "datemodified": ((Role.BYLINE, 2.5),),
    "caption": ((Role.CAPTION, 2.5),),
    "breadcrumb": ((Role.NAVIGATION, 2.5),),
    "comment": ((Role.COMMENT, 2.5),),
}
"""The same for `itemprop` values, lower-case."""

_STORY_TAGS = frozenset({"article", "main"})
_HALF = 0.5
"""A landmark that holds more than this share of the page says nothing: it is the page."""


_HIDDEN = (Vote(Role.BODY, -1.0, "hidden"),)


def _votes(source: str, table: Mapping[str, tuple[tuple[Role, float], ...]]) -> Mapping[str, tuple[Vote, ...]]:
    """Return the votes of each row of a table, the reason being the name of table and row."""
    return {name: tuple(Vote(role, weight, f"{source}:{name}") for role, weight in row) for name, row in table.items()}


_BY_TAG = _votes("landmark", TAGS)
_BY_ROLE = _votes("aria", ROLES)
_BY_PROPERTY = _votes("itemprop", PROPERTIES)


def judge(view: View) -> Iterator[Heard]:
    """Yield what the elements around each block speak for, each name once."""
    known: dict[int, tuple[Vote, ...]] = {-1: ()}
    for index, block in enumerate(view.blocks):
        votes = _around(view, block.node, known)
        if votes:
            yield index, votes
        if block.hidden:
            yield index, _HIDDEN


def _around(view: View, node: int, known: dict[int, tuple[Vote, ...]]) -> tuple[Vote, ...]:
    """Return the votes of an element and all around it; what is worked out on the way stays in `known`."""
    unknown = []
    while node not in known:
        unknown.append(node)
        node = view.tree.parents[node]
    around = known[node]
    for inner in reversed(unknown):
        for votes in _own(view, inner):
            if votes[0] not in around:
                around += votes
        known[inner] = around
    return around


def _own(view: View, node: int) -> Iterator[tuple[Vote, ...]]:
    """Yield the votes of one element; around most of the page a landmark counts only if it speaks for body."""
    tag, attributes = view.tree.tags[node], view.tree.attributes[node]
    small = view.sizes[node] <= _HALF * view.sizes[0]
    if tag in _BY_TAG and (small or tag in _STORY_TAGS):
        yield _BY_TAG[tag]
    if attributes and small:
        role, name = attributes.get("role") or "", (attributes.get("itemprop") or "").lower()
        if role in _BY_ROLE:
            yield _BY_ROLE[role]
        if name in _BY_PROPERTY:
            yield _BY_PROPERTY[name]
