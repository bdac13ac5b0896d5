"""Evidence from lexicons: a block that *is*, or starts with, what sites write on their widgets."""

from collections.abc import Iterator, Mapping

from scraper.cleaner.view import View
from scraper.model.judgement import Evidence
from scraper.model.lexicon import Category
from scraper.model.segment import Role
from scraper.rules.phrases import Hit

ROLES: Mapping[Category, Role] = {
    Category.SHARE: Role.SHARE,
    Category.RELATED: Role.RELATED,
    Category.READ_MORE: Role.RELATED,
    Category.COMMENT: Role.COMMENT,
    Category.NAVIGATION: Role.NAVIGATION,
    Category.NEWSLETTER: Role.PROMO,
    Category.ADVERTISEMENT: Role.PROMO,
    Category.COOKIE: Role.NOTICE,
    Category.COPYRIGHT: Role.NOTICE,
    Category.BYLINE: Role.BYLINE,
    Category.PUBLISHED: Role.BYLINE,
    Category.CAPTION: Role.CAPTION,
    Category.LISTEN: Role.SHARE,
}
"""What each category of phrases speaks for."""

_EXACT = 4.0
_PREFIX = 2.2
_LONG = 120.0
"""Size from which a block that only starts like a phrase is a sentence of its own."""


def judge(view: View) -> Iterator[Evidence]:
    """Yield what each block's own words speak for."""
    for index, hits in enumerate(view.hits):
        for hit in hits:
            weight = _weight(view, index, hit)
            if weight:
                role = ROLES[hit.category]
                reason = f"lexicon:{hit.category}:{hit.tags[0]}"
                yield Evidence(index, role, weight, reason)
                yield Evidence(index, Role.BODY, -weight, reason)
        if view.folded[index] in view.rulebook.networks:
            yield Evidence(index, Role.SHARE, 3.0, "network")
            yield Evidence(index, Role.BODY, -2.0, "network")


def _weight(view: View, index: int, hit: Hit) -> float:
    """Return how much a hit counts: whole phrases fully, beginnings less, beginnings of sentences not at all."""
    if hit.exact:
        return _EXACT
    return _PREFIX if view.facts[index].size < _LONG else 0.0
