"""Evidence from elements and attributes that say by standard what they hold: `<nav>`, `role=search`, `itemprop` …

Source: HTML Living Standard 4.3, WAI-ARIA landmarks, schema.org property names.
"""

from collections.abc import Iterator, Mapping

from scraper.cleaner.view import View
from scraper.model.judgement import Evidence
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
    "h1": ((Role.TITLE, 2.5),),
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


Vote = tuple[str, tuple[tuple[Role, float], ...]]
"""Name of a landmark, as reasons name it, and what it speaks for."""


def judge(view: View) -> Iterator[Evidence]:
    """Yield what the elements around each block speak for, the nearest of each name once."""
    known: dict[int, tuple[Vote, ...]] = {-1: ()}
    for index, block in enumerate(view.blocks):
        for name, votes in _around(view, block.node, known):
            for role, weight in votes:
                yield Evidence(index, role, weight, name)
        if block.hidden:
            yield Evidence(index, Role.BODY, -1.0, "hidden")


def _around(view: View, node: int, known: dict[int, tuple[Vote, ...]]) -> tuple[Vote, ...]:
    """Return the landmarks at and around an element; what is worked out on the way stays in `known`."""
    unknown = []
    while node not in known:
        unknown.append(node)
        node = view.tree.parents[node]
    for inner in reversed(unknown):
        outer = known[view.tree.parents[inner]]
        known[inner] = outer + tuple(vote for vote in _own(view, inner) if vote not in outer)
    return known[unknown[0]] if unknown else known[node]


def _own(view: View, node: int) -> Iterator[Vote]:
    """Yield the landmarks one element is; a landmark around most of the page counts only if it speaks for body."""
    tag, attributes = view.tree.tags[node], view.tree.attributes[node]
    small = view.sizes[node] <= _HALF * view.sizes[0]
    if tag in TAGS and (small or tag in _STORY_TAGS):
        yield f"landmark:{tag}", TAGS[tag]
    if not attributes or not small:
        return
    role, name = attributes.get("role"), attributes.get("itemprop")
    if role in ROLES:
        yield f"aria:{role}", ROLES[role]
    if name and name.lower() in PROPERTIES:
        yield f"itemprop:{name.lower()}", PROPERTIES[name.lower()]
