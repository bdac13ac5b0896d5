"""Candidates from `<meta>`: Open Graph, Dublin Core, Highwire, and the dialects of news platforms.

Sources: https://ogp.me/ (og:, article:), https://www.dublincore.org/specifications/dublin-core/dcmi-terms/ (dc.),
Google Scholar's inclusion guidelines (citation_), and the names analytics services ask publishers to print
(parsely-, sailthru.). One row a name; adding a dialect is adding rows.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from scraper.cleaner.metadata.candidate import Candidate, Field, Source

NAMES: Mapping[Field, tuple[str, ...]] = {
    Field.TITLE: (
        "og:title", "twitter:title", "citation_title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title",
        "headline", "article:title", "title", "hdl", "mediator_theme",
    ),
    Field.AUTHORS: (
        "author", "article:author", "og:article:author", "article:author_name", "citation_author", "parsely-author",
        "sailthru.author", "dc.creator", "dcterms.creator", "dc.contributor", "byl", "authors", "og:author",
        "article.author", "creator", "mediator_author", "book:author", "cxenseparse:author",
    ),
    Field.PUBLISHED: (
        "article:published_time", "og:article:published_time", "article:published", "og:published_time",
        "datepublished", "date_published", "parsely-pub-date", "sailthru.date", "citation_publication_date",
        "citation_online_date", "dcterms.issued", "dcterms.created", "dc.date.issued", "dc.date.created",
        "dcterms.date", "dc.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
        "article.published", "cxenseparse:recs:publishtime", "published_at", "displaydate", "date.created",
        "published-date", "published_date",
        "originalpublicationdate", "rnews:datepublished", "citation_date", "date", "article.created", "created",
        "bt:pubdate", "mediator_published_time", "cxenseparse:publishtime",
    ),
    Field.MODIFIED: (
        "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
        "dc.date.modified", "last-modified", "lastmod", "article.updated", "modified", "article:modified",
        "bt:moddate", "updated_time", "revised",
    ),
    Field.SITE: ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_journal_title",
                 "article:publisher_name", "publisher", "apple-mobile-web-app-title", "twitter:site"),
    Field.IMAGE: ("og:image", "og:image:secure_url", "og:image:url", "twitter:image", "twitter:image:src",
                  "parsely-image-url", "sailthru.image.full", "thumbnail"),
    Field.SECTION: ("article:section", "og:article:section", "parsely-section", "sailthru.section", "section",
                    "dc.subject.section", "category", "articlesection"),
    Field.TAGS: ("article:tag", "og:article:tag", "news_keywords", "parsely-tags", "sailthru.tags",
                 "citation_keywords", "dc.subject", "dcterms.subject", "keywords"),
    Field.CANONICAL: ("og:url", "twitter:url", "parsely-link", "citation_public_url"),
    Field.LANGUAGE: ("content-language", "og:locale", "language", "dc.language", "dcterms.language",
                     "citation_language"),
    Field.LICENSE: ("dcterms.license", "dc.rights.license", "license", "dc.rights", "dcterms.rights"),
    Field.DESCRIPTION: ("og:description", "description", "twitter:description", "dc.description",
                        "dcterms.description", "dcterms.abstract", "citation_abstract"),
}  # fmt: skip
"""Names in lower case, best first within a field."""

_FIELDS: Mapping[str, Field] = {name: field for field, names in NAMES.items() for name in names}

_OWN = "own name"
"""Key of the names that sites make themselves, such as `x-published-date`."""
_DATE = re.compile("date|time")
_PARTS: Mapping[Field, re.Pattern[str]] = {
    Field.MODIFIED: re.compile("modif|updat"),
    Field.PUBLISHED: re.compile("publish|publication|issued"),
}


def candidates(metas: Sequence[tuple[str, str]]) -> Iterator[Candidate]:
    """Yield a candidate for every meta element with a known name and a value."""
    for name, content in metas:
        key = name.replace("dc:", "dc.").replace("dcterms:", "dcterms.")
        field = _FIELDS.get(key)
        if field is None and _DATE.search(key):
            field = next((field for field, parts in _PARTS.items() if parts.search(key)), None)
            key = _OWN
        if field is not None and content:
            yield Candidate(field, content, _source(name), key)


def _source(name: str) -> Source:
    """Return whether a name is one of Open Graph's or of plain meta."""
    return Source.OPENGRAPH if name.startswith(("og:", "article:")) else Source.META
