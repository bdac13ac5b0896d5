"""What an answer means for an address, and what is remembered of it afterwards. Pure.

answer                                     meaning      asked again
200 and other 2xx, new bytes               a page       as `revisit` says: sooner where its story changes
304; the bytes of last time                unchanged    later and later
404, 410, 451                              gone         404 twice more, a day apart; the others never
429, 5xx; no answer; other statuses        failed       later and later, not before the server's Retry-After; given up
                                                        for good after `revisit`'s patience
refused: robots.txt, guard, address        refused      after a month
"""

from dataclasses import dataclass, replace
from hashlib import blake2b
from http import HTTPStatus

from scraper.crawler.revisit import after_failure, after_visit
from scraper.errors import FetchError
from scraper.fetcher.retry import GiveUp, cause
from scraper.model.page import FetchResult, Validators
from scraper.model.source import Recrawl
from scraper.model.visit import Visit

MONTH = 30 * 86400.0
"""Seconds until an address that may not be asked for is looked at again."""

DAY = 86400.0
"""Seconds until a page that was not found is looked for again."""

_GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE, HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS})
_LOOKS = 3
_REFUSED = frozenset({"refused", "guard", "address"})


@dataclass(frozen=True, slots=True)
class Page:
    """There is a page whose bytes are not those of last time."""

    result: FetchResult
    """The answer."""
    digest: bytes
    """Digest of its bytes."""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The page is as it was."""

    because: str
    """`status 304`, `equal bytes` or `equal story`."""
    etag: str | None
    """The newest validator."""
    last_modified: str | None
    """The newest validator."""


@dataclass(frozen=True, slots=True)
class Gone:
    """There is no such page."""

    cause: str
    """`status-404` and the like."""


@dataclass(frozen=True, slots=True)
class Refused:
    """It may not be asked for."""

    cause: str
    """`refused` (robots.txt), `guard` (not a public address) or `address` (not one that is fetched)."""
    detail: str
    """The rule, for a person."""


@dataclass(frozen=True, slots=True)
class Failed:
    """There was no usable answer."""

    cause: str
    """Code, as `retry` names it."""
    detail: str
    """For a person."""
    after: float | None
    """Seconds the server asks to be left alone, where it says so."""


Meaning = Page | Unchanged | Gone | Refused | Failed


def meaning(outcome: FetchResult | FetchError, verdict: GiveUp, visit: Visit) -> Meaning:
    """Return what the last answer means for an address."""
    if isinstance(outcome, FetchError):
        code = cause(outcome)
        return Refused(code, str(outcome)) if code in _REFUSED else Failed(code, str(outcome), verdict.after)
    http = outcome.http
    status = http.status if http else HTTPStatus.OK
    if status == HTTPStatus.NOT_MODIFIED and validators_of(visit) is not None:
        return Unchanged("status 304", visit.etag, visit.last_modified)
    if status in _GONE:
        return Gone(f"status-{status}")
    if not 200 <= status < 300:
        return Failed(f"status-{status}", f"the server answered with status {status}", verdict.after)
    body = outcome.body if isinstance(outcome.body, bytes) else outcome.body.encode()
    digest = blake2b(body, digest_size=16).digest()
    if digest == visit.body_digest:
        validators = validators_in(outcome)
        return Unchanged("equal bytes", validators.etag, validators.last_modified)
    return Page(outcome, digest)


def validators_of(visit: Visit) -> Validators | None:
    """Return what lets a server answer that nothing has changed."""
    if visit.etag is None and visit.last_modified is None:
        return None
    return Validators(visit.etag, visit.last_modified)


def validators_in(result: FetchResult) -> Validators:
    """Return what an answer gives to ask with next time; behind a redirect it belongs to another address."""
    http = result.http
    return Validators() if http is None or http.redirects else Validators(http.etag, http.last_modified)


def unchanged(visit: Visit, answer: Unchanged, recrawl: Recrawl, now: float) -> Visit:
    """Return an address after a visit that brought nothing new."""
    visit = replace(visit, etag=answer.etag, last_modified=answer.last_modified)
    return seen(visit, recrawl, now, news=False)


def seen(visit: Visit, recrawl: Recrawl, now: float, *, news: bool) -> Visit:
    """Return an address after a visit that went well; `news`: whether its story is another."""
    interval, due = after_visit(recrawl, visit.interval, now, news=news)
    changed = now if news else visit.changed_at
    visit = replace(visit, interval=interval, due=due, changed_at=changed, seen_at=now)
    return replace(visit, tries=visit.tries + 1, failures=0, cause=None)


def gone(visit: Visit, answer: Gone, now: float) -> Visit:
    """Return an address whose page is not there."""
    looked = visit.failures + 1
    again = answer.cause == "status-404" and looked < _LOOKS
    return replace(visit, tries=visit.tries + 1, failures=looked, cause=answer.cause, due=now + DAY if again else None)


def refused(visit: Visit, answer: Refused, now: float) -> Visit:
    """Return an address that may not be asked for."""
    return replace(visit, cause=answer.cause, due=now + MONTH)


def failed(visit: Visit, answer: Failed, now: float) -> Visit:
    """Return an address that gave no usable answer."""
    failures = visit.failures + 1
    due = after_failure(failures, now, answer.after)
    return replace(visit, tries=visit.tries + 1, failures=failures, cause=answer.cause, due=due)


def alias(visit: Visit, cause: str, now: float, due: float | None = None) -> Visit:
    """Return an address whose page is known under another one (`same`, `moved`): not asked for again, unless due."""
    return replace(visit, tries=visit.tries + 1, seen_at=now, failures=0, cause=cause, due=due)
