"""Candidates from JSON-LD: schema.org objects in `<script type="application/ld+json">`.

Vocabulary: https://schema.org/Article, https://schema.org/WebPage. Pages list many objects (site, publisher,
breadcrumbs, teasers); the story is the one of an article-like type, best of all one that names this page as its own.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice

from scraper.cleaner.metadata.address import same
from scraper.cleaner.metadata.candidate import Candidate, Field, Source
from scraper.cleaner.metadata.repair import documents
from scraper.cleaner.metadata.things import Thing, things, types_of
from scraper.cleaner.metadata.wording import tidy

_DEEP = frozenset({"@graph", "mainentity", "mainentityofpage", "subjectof", "article"})
"""Properties whose values can be the page's own object; teasers, comments and parts stand under others."""
_WORKS = frozenset(
    {"report", "recipe", "howto", "product", "videoobject", "event", "course", "book", "creativework", "question"}
    | {"softwareapplication", "dataset", "review", "podcastepisode", "movie", "qapage", "audioobject", "photograph"}
)
_HOUSES = frozenset({"website", "organization", "newsmediaorganization", "corporation"})


def candidates(scripts: Sequence[str], address: str | None) -> Iterator[Candidate]:
    """Yield what the page's story, the page's own object and the site's object say of the page at `address`."""
    found = [thing for text in scripts for document in documents(text) for thing in things(document, _is_own)]
    known = {identity: thing for thing in reversed(found) if isinstance(identity := thing.get("@id"), str)}
    for rank, fields in _FIELDS.items():
        thing = _chosen([thing for thing in found if _rank(thing) == rank], address)
        if thing is not None:
            yield from _described(thing, rank, fields, known)


def _is_own(key: str, _: object) -> bool:
    """Whether what stands under a key may be the page's own object."""
    return key.lower() in _DEEP


def _rank(thing: Thing) -> str:
    """Return what an object is of: `story`, `work`, `page`, `house`, or nothing that speaks for the page."""
    for short in types_of(thing):
        if short.endswith(("article", "posting", "blogpost")) and short != "jobposting":
            return "story"
        for rank, names in (("work", _WORKS), ("house", _HOUSES)):
            if short in names:
                return rank
        if short.endswith("page"):
            return "page"
    return ""


def _chosen(things: Sequence[Thing], address: str | None) -> Thing | None:
    """Return the object that names the page's address as its own, else the first one."""
    own = (thing for thing in things if any(same(address, name) for name in _names_itself(thing)))
    return next(own, next(iter(things), None))


def _names_itself(thing: Thing) -> Iterator[str]:
    for key in ("url", "@id", "mainEntityOfPage"):
        yield from _texts(thing.get(key), ("@id", "url"))


def _described(thing: Thing, rank: str, fields: Mapping[str, Field], known: Mapping[str, Thing]) -> Iterator[Candidate]:
    """Yield the candidates of one object; references to others are followed through `known`."""
    for name, field in fields.items():
        read = _READERS.get(field, _names)
        values = (value for value in read(_followed(thing.get(name), known)) if value)
        for value in islice(values, 60):
            yield Candidate(field, value, Source.JSON_LD, f"{rank}.{name}")


def _followed(value: object, known: Mapping[str, Thing]) -> object:
    """Return the value with objects that are only references replaced by what they refer to."""
    if isinstance(value, list):
        return [_followed(inner, known) for inner in value[:100] if not isinstance(inner, list)]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return {**known.get(value["@id"], {}), **value}
    return value


def _texts(value: object, keys: tuple[str, ...]) -> Iterator[str]:
    """Yield the strings a value stands for: itself, its members, or the first of `keys` an object has."""
    for inner in value if isinstance(value, list) else [value]:
        text = inner
        if isinstance(inner, dict):
            text = next((inner[key] for key in keys if inner.get(key)), None)
            text = text[0] if isinstance(text, list) else text
        if isinstance(text, str | int | float) and not isinstance(text, bool):
            yield tidy(str(text))


def _names(value: object) -> Iterator[str]:
    return _texts(value, ("name", "@value", "headline", "alternateName"))


def _addresses(value: object) -> Iterator[str]:
    return _texts(value, ("url", "contentUrl", "@id", "name"))


_READERS: Mapping[Field, Callable[[object], Iterator[str]]] = {
    Field.IMAGE: _addresses,
    Field.CANONICAL: lambda value: _texts(value, ("@id", "url")),
    Field.LICENSE: _addresses,
}

_STORY: Mapping[str, Field] = {
    "headline": Field.TITLE,
    "name": Field.TITLE,
    "author": Field.AUTHORS,
    "creator": Field.AUTHORS,
    "datePublished": Field.PUBLISHED,
    "dateCreated": Field.PUBLISHED,
    "uploadDate": Field.PUBLISHED,
    "dateModified": Field.MODIFIED,
    "publisher": Field.SITE,
    "isPartOf": Field.SITE,
    "image": Field.IMAGE,
    "articleSection": Field.SECTION,
    "keywords": Field.TAGS,
    "url": Field.CANONICAL,
    "mainEntityOfPage": Field.CANONICAL,
    "inLanguage": Field.LANGUAGE,
    "license": Field.LICENSE,
    "description": Field.DESCRIPTION,
}
_FIELDS: Mapping[str, Mapping[str, Field]] = {
    "story": _STORY,
    "work": _STORY,
    "page": {name: field for name, field in _STORY.items() if field is not Field.SITE},
    "house": {"name": Field.SITE},
}
