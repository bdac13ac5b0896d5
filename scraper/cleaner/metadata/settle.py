"""All fields of a page's description, settled from its candidates."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from scraper.cleaner.metadata import choose, days, titles
from scraper.cleaner.metadata.address import absolute, host
from scraper.cleaner.metadata.candidate import Candidate, Choice, Field
from scraper.cleaner.metadata.dates import Reading, parse
from scraper.cleaner.metadata.declared import canonical
from scraper.cleaner.metadata.wording import folded, tidy
from scraper.cleaner.metadata.words import Words
from scraper.model.metadata import Metadata
from scraper.model.page import Page

Offers = Mapping[Field, Sequence[Candidate]]

_MONTH_FIRST = frozenset({"en", "en-US", "en-PH", "es-US", "fil-PH"})
"""Declared languages whose readers take 05/06 for the sixth of May (CLDR date formats)."""
_LONGEST = 2000
_NAME = 60
_SITE = frozenset({Field.SITE, Field.CANONICAL})
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "edu", "or", "ne"})


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a page besides what it says."""

    page: Page
    """The page."""
    base: str | None
    """What relative addresses on it are relative to."""
    words: Words
    """Words to read dates and bylines with."""


@dataclass(frozen=True, slots=True)
class _Calendar:
    """How dates of the page are read, and which are too late."""

    reading: Reading
    """Month names and their order."""
    latest: str
    """The last day the page can be from."""

    def read(self, text: str) -> str | None:
        """Return the date in a text unless it is too late."""
        day = parse(text, self.reading)
        return day if day and day[:10] <= self.latest else None


def settle(context: Context, candidates: Iterable[Candidate], later: Callable[[], Iterable[Candidate]]) -> Metadata:
    """Return the description the candidates add up to; `later` is asked for dates where the candidates give none."""
    offers = choose.ranked(candidates)
    language = choose.one(offers[Field.LANGUAGE], canonical)
    page, words = context.page, context.words
    sites = site_names(page, (*offers[Field.SITE], *offers[Field.CANONICAL]))
    chosen: dict[Field, Choice | None] = {
        Field.LANGUAGE: language,
        Field.TITLE: titles.title(offers[Field.TITLE], sites),
        Field.AUTHORS: choose.authors(offers[Field.AUTHORS], words, sites),
        Field.TAGS: choose.tags(offers[Field.TAGS]),
    }
    calendar = _Calendar(_reading(words, language.values[0] if language else ""), _latest(page.fetched_at))
    chosen |= _days(calendar, offers[Field.PUBLISHED], offers[Field.MODIFIED])
    if chosen[Field.PUBLISHED] is None:
        chosen[Field.PUBLISHED] = _days(calendar, choose.ranked(later())[Field.PUBLISHED], ())[Field.PUBLISHED]
    chosen |= _addresses(context.base, offers)
    chosen |= {field: choose.one(offers[field], _text) for field in (Field.SECTION, Field.DESCRIPTION)}
    chosen[Field.SITE] = choose.one(offers[Field.SITE], _name)
    return _metadata({field: choice for field, choice in chosen.items() if choice})


def _metadata(chosen: Mapping[Field, Choice]) -> Metadata:
    """Return the description with the chosen values, and the sources of each by its name."""
    text = {field: choice.values[0] for field, choice in chosen.items()}
    authors, tags = chosen.get(Field.AUTHORS), chosen.get(Field.TAGS)
    return Metadata(
        title=text.get(Field.TITLE),
        authors=authors.values if authors else (),
        published=text.get(Field.PUBLISHED),
        modified=text.get(Field.MODIFIED),
        site=text.get(Field.SITE),
        image=text.get(Field.IMAGE),
        section=text.get(Field.SECTION),
        tags=tags.values if tags else (),
        canonical_url=text.get(Field.CANONICAL),
        declared_language=text.get(Field.LANGUAGE),
        license=text.get(Field.LICENSE),
        description=text.get(Field.DESCRIPTION),
        because={field.value: "+".join(chosen[field].sources) for field in Field if field in chosen},
    )


def site_names(page: Page, candidates: Iterable[Candidate]) -> frozenset[str]:
    """Return folded names of the site: those it gives itself, and its host in whole and in part."""
    offers = [candidate for candidate in candidates if candidate.field in _SITE]
    hosts = {host(page.url), *(host(offer.value) for offer in offers if offer.field is Field.CANONICAL)}
    names = {folded(offer.value) for offer in offers if offer.field is Field.SITE and len(offer.value) <= _NAME}
    for name in hosts:
        labels = name.split(".")
        names.add(folded(name))
        if len(labels) >= 2:
            third = len(labels) >= 3 and labels[-2] in _SECOND_LEVEL
            names.add(folded(labels[-3] if third else labels[-2]))
    return frozenset(filter(None, names))


def _days(
    calendar: _Calendar, publications: Sequence[Candidate], changes: Sequence[Candidate]
) -> dict[Field, Choice | None]:
    """Return publication and change in their order; a page that tells only a change was published like this then."""
    # The same line is offered by several places, and reading it is the dearest step.
    read = {offer.value: calendar.read(offer.value) for offer in (*publications, *changes)}.get
    modified = choose.day(changes, read)
    published = days.published(publications, changes, read) or modified
    if published and modified and modified.values[0][:10] < published.values[0][:10]:
        modified = None
    return {Field.PUBLISHED: published, Field.MODIFIED: modified}


def _reading(words: Words, tag: str) -> Reading:
    """Return how dates are read on a page in a language."""
    return Reading(
        words.months, words.own_months.get(tag.split("-", maxsplit=1)[0], {}), month_first=tag in _MONTH_FIRST
    )


def _latest(fetched_at: str | None) -> str:
    """Return the last day a page fetched then can be from, in any time zone; without one, any day will do."""
    try:
        return (date.fromisoformat((fetched_at or "")[:10]) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return "9999"


def _addresses(base: str | None, offers: Offers) -> dict[Field, Choice | None]:
    """Return the fields that are addresses, made absolute; a licence may be a name instead."""
    canonical_url = choose.one(offers[Field.CANONICAL], partial(absolute, base))
    start = base or (canonical_url.values[0] if canonical_url else None)
    return {
        Field.CANONICAL: canonical_url,
        Field.IMAGE: choose.one(offers[Field.IMAGE], partial(absolute, start)),
        Field.LICENSE: choose.one(offers[Field.LICENSE], partial(_licence, start)),
    }


def _licence(base: str | None, value: str) -> str | None:
    """Return the address of a licence, or its name where it is a name."""
    if value.startswith(("/", "http")) and " " not in value:
        return absolute(base, value)
    return _text(value)


def _text(value: str) -> str | None:
    return tidy(value[:_LONGEST]) or None


def _name(value: str) -> str | None:
    """Return a site's name; an address or an account is none."""
    return None if value.startswith(("@", "http", "/")) or len(value) > 120 else _text(value)
