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
    "main": TAGS["main"],
    "article": TAGS["article"],
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

_HALVES = 0.5
"""A landmark that holds more than this share of the page says nothing: it is the page."""


def judge(view: View) -> Iterator[Evidence]:
    """Yield what the elements around each block speak for, the nearest of each name once."""
    marks = _marks(view)
    for index, block in enumerate(view.blocks):
        seen: set[str] = set()
        for node in (block.node, *view.tree.ancestors(block.node)):
            for name, votes in marks.get(node, ()):
                if name not in seen:
                    seen.add(name)
                    yield from (Evidence(index, role, weight, name) for role, weight in votes)
        if block.hidden:
            yield Evidence(index, Role.BODY, -1.0, "hidden")


def _marks(view: View) -> dict[int, list[tuple[str, tuple[tuple[Role, float], ...]]]]:
    """Return what each landmark of the page votes for, by node; landmarks around most of the page left out."""
    total = view.sizes[0] if view.sizes else 0.0
    marks: dict[int, list[tuple[str, tuple[tuple[Role, float], ...]]]] = {}
    for node, (tag, attributes) in enumerate(zip(view.tree.tags, view.tree.attributes, strict=True)):
        if not view.sizes[node] or (tag not in TAGS and not attributes):
            continue
        found = [
            (f"{source}:{name}", table[name])
            for source, table, name in (
                ("landmark", TAGS, tag),
                ("aria", ROLES, attributes.get("role") or ""),
                ("itemprop", PROPERTIES, (attributes.get("itemprop") or "").lower()),
            )
            if name in table and (view.sizes[node] <= _HALVES * total or table[name][0][0] is Role.BODY)
        ]
        if found:
            marks[node] = found
    return marks
