"""What sort of page it is, from what the page says of itself and, where it says nothing, from its text.

First version: schema.org and OpenGraph types, then the amount of running text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from scraper.cleaner.facts import Facts
from scraper.model.segment import Role
from scraper.model.tree import Tree

ARTICLE = "article"

TYPES: Mapping[str, str] = {
    "article": ARTICLE,
    "newsarticle": ARTICLE,
    "reportagenewsarticle": ARTICLE,
    "analysisnewsarticle": ARTICLE,
    "opinionnewsarticle": ARTICLE,
    "blogposting": ARTICLE,
    "liveblogposting": ARTICLE,
    "recipe": ARTICLE,
    "discussionforumposting": "forum",
    "qapage": "forum",
    "question": "forum",
    "product": "product",
    "og:product": "product",
    "productgroup": "product",
    "collectionpage": "collection",
    "itemlist": "listing",
    "searchresultspage": "listing",
    "offercatalog": "listing",
    "techarticle": "documentation",
    "apireference": "documentation",
}
"""Page type by schema.org or OpenGraph type, lower-case."""

_TYPE = re.compile(r'"@type"\s*:\s*\[?\s*"(?:https?://schema\.org/)?(\w+)"')
_STORY = 600.0
"""Size of running body text from which a page that says nothing of itself is taken for an article."""


def page_type(tree: Tree, facts: Sequence[Facts], roles: Sequence[Role]) -> str:
    """Return `article`, `forum`, `product`, `listing`, `collection`, `documentation` or `service`."""
    named = next((TYPES[name] for name in _declared(tree) if name in TYPES), None)
    if named is not None:
        return named
    running = sum(fact.size for fact, role in zip(facts, roles, strict=True) if role is Role.BODY and fact.reads)
    return ARTICLE if running >= _STORY else "service"


def _declared(tree: Tree) -> Iterator[str]:
    """Yield the types the page gives itself, lower-case: JSON-LD first, then OpenGraph, then microdata."""
    for node in tree.find("script"):
        if tree.attributes[node].get("type") == "application/ld+json":
            for found in _TYPE.finditer("".join(tree.texts[node : tree.ends[node]])):
                yield found.group(1).lower()
    for node in tree.find("meta"):
        attributes = tree.attributes[node]
        if attributes.get("property") == "og:type":
            yield (attributes.get("content") or "").lower()
