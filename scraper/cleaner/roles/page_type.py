"""What sort of page it is: what the network thinks, and what the page calls itself."""

from collections.abc import Mapping, Sequence

import numpy as np

from scraper.model.page_type import PAGE_TYPES
from scraper.model.weights import Matrix

DECLARED: Mapping[str, str] = {
    "@article": "article",
    "@newsarticle": "article",
    "@reportagenewsarticle": "article",
    "@analysisnewsarticle": "article",
    "@opinionnewsarticle": "article",
    "@blogposting": "article",
    "@liveblogposting": "article",
    "@recipe": "article",
    "@discussionforumposting": "forum",
    "@qapage": "forum",
    "@question": "forum",
    "@product": "product",
    "@productgroup": "product",
    "@collectionpage": "collection",
    "@itemlist": "listing",
    "@searchresultspage": "listing",
    "@offercatalog": "listing",
    "@techarticle": "documentation",
    "@apireference": "documentation",
}
"""Page type by what the page goes by (`features.about`): schema.org types of its data."""

_WORTH = 3.0
"""Log-odds that the first declared type is worth: pages are right about themselves in three of four cases."""


def page_type(odds: Matrix, page: Sequence[str]) -> str:
    """Return the likeliest sort of page, from the network's log-odds of each and from what the page goes by."""
    declared = next((DECLARED[name] for name in page if name in DECLARED), None)
    bonus = [_WORTH if name == declared else 0.0 for name in PAGE_TYPES]
    return PAGE_TYPES[int((odds + np.array(bonus)).argmax())]
