"""Which place is believed first, field by field; the one table to read for where a value comes from.

Keys are those of `Candidate.key`. Order follows what was measured: how often a place is right where it says anything.
The title is not here: it is chosen by votes (`titles`).
"""

from collections.abc import Mapping
from types import MappingProxyType

from scraper.cleaner.metadata import meta
from scraper.cleaner.metadata.candidate import Field

_ORDER: Mapping[Field, tuple[str, ...]] = {
    Field.AUTHORS: (
        "story.author", "page.author", "work.author", "parsely-author", "sailthru.author", "cxenseparse:author",
        "citation_author", "item.authors", "byl", "article:author_name", "story.creator", "author", "dc.creator",
        "dcterms.creator", "og:author", "og:article:author", "rel=author", "class.author",
        "near.byline", "role.byline", "href=author", "article:author", "page.creator", "aside.author", "near.beside",
    ),
    Field.PUBLISHED: (
        "story.datePublished", "article:published_time", "og:article:published_time", "page.datePublished",
        "item.published", "parsely-pub-date", "sailthru.date", "time.published", "path", "story.dateCreated",
        *(name for name in meta.NAMES[Field.PUBLISHED] if name not in {"date", "created", "displaydate"}),
        "own name", "date", "near.bare", "time", "role.byline", "near.date", "class.date",
        "page.dateCreated", "work.datePublished",
        "work.uploadDate",
    ),
    Field.MODIFIED: ("story.dateModified", "article:modified_time", "page.dateModified", "item.modified",
                     "og:updated_time", "time.updated", *meta.NAMES[Field.MODIFIED], "own name",
                     "role.byline", "near.date",
                     "class.date"),
    Field.SITE: ("og:site_name", "house.name", "story.publisher", "story.isPartOf"),
    Field.IMAGE: ("og:image", "og:image:secure_url", "story.image"),
    Field.SECTION: ("story.articleSection", "article:section", "item.section"),
    Field.TAGS: ("article:tag", "story.keywords", "news_keywords"),
    Field.CANONICAL: ("rel=canonical", "og:url", "story.url", "story.mainEntityOfPage", "page.url"),
    Field.LANGUAGE: ("lang", "content-language header", "content-language", "story.inLanguage", "page.inLanguage"),
    Field.LICENSE: ("story.license", "page.license", "rel=license", "item.license"),
    Field.DESCRIPTION: ("og:description", "description", "story.description"),
}  # fmt: skip


def _numbered(first: tuple[str, ...], others: tuple[str, ...]) -> Mapping[str, int]:
    """Return the rank of every key, without the second mention of one."""
    return MappingProxyType({key: rank for rank, key in enumerate(dict.fromkeys((*first, *others)))})


RANKS: Mapping[Field, Mapping[str, int]] = MappingProxyType(
    {field: _numbered(keys, meta.NAMES.get(field, ())) for field, keys in _ORDER.items()}
)
"""Rank of a place by field, 0 first; places that are not named come last."""
