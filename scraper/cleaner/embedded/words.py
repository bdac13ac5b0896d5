"""Keys by which programs name the parts of a page; lower case, without `_` and `-`."""

from functools import lru_cache

TEXTS = frozenset(
    "text value content html body raw cooked rendered children paragraph p markdown bodyhtml bodytext contenthtml "
    "htmlcontent articlebody insert message posttext plaintext richtext fulltext quote li h2 h3 data".split()
)
"""Keys whose strings are text of the story, also where they are short."""
BODIES = frozenset(
    "body content contents articlebody bodyhtml contenthtml html story posts post comments replies answers paragraphs "
    "blocks elements components sections document richtext fulltext bodytext storytext markdown cooked rendered "
    "children articlecontent mainbody".split()
)
"""Keys that name a body."""
ASIDE = frozenset(
    "excerpt summary description abstract seo seodescription metadescription ogdescription caption alt bio biography "
    "about dek standfirst teaser subtitle signature snippet credit".split()
)
"""Keys of prose that is about the story, a picture or a person."""
TITLES = ("title", "headline", "name", "heading", "subject", "h1")
"""Keys of headlines."""
_FURNITURE = (
    "i18n", "locale", "translation", "dictionar", "intl", "consent", "cookie", "privacy", "gdpr", "legal", "footer",
    "navigation", "navbar", "menu", "related", "recommend", "sidebar", "newsletter", "featureflag", "siteconfig",
    "analytics", "tracking", "advert", "styles", "theme", "breadcrumb", "trending", "mostread", "disclaimer",
)  # fmt: skip
"""Parts of keys under which no story stands."""


@lru_cache(maxsize=4096)
def plain_key(key: str) -> str:
    """Return a key as the tables spell it; kept, because the objects of a list all have the same."""
    return key.lower().replace("_", "").replace("-", "")


@lru_cache(maxsize=4096)
def is_furniture(key: str) -> bool:
    """Whether a plain key names words of the site itself, or other stories."""
    return any(part in key for part in _FURNITURE)
