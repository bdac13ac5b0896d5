"""What an answer to the question for /robots.txt means, and for how long (RFC 9309, 2.3.1 and 2.4).

    answer                                          means
    200 to 299                                      the rules in it; up to 24 hours, less where Cache-Control says so
    400 to 499 but 429                              there are no rules: everything is allowed; as long
    429, 500 to 599, any other status               nothing is allowed, until we ask again
    no answer: timeout, TLS, DNS, reset, refused    nothing is allowed, until we ask again
    more redirects than five, or in a circle        nothing is allowed, until we ask again

At most `REDIRECTS` redirects are followed, to other hosts too; what is read in the end are rules of the host first
asked. Of the file 500 KiB are read (`lines.READ`): give the fetcher a limit above that, for what is beyond its own is
no answer.

We ask again after what `Retry-After` says, else after 5 minutes, then 10, 20 … never less than 1 minute or more than
24 hours. A copy read before is kept meanwhile, unused. After 30 days without an answer it counts again, as 2.3.1.4
allows; a site of which nothing was ever read stays closed. The RFC would also allow to take long silence, or too many
redirects, for "no rules"; we do not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from scraper.crawler.robots.lines import bounded
from scraper.crawler.robots.rules import Robots, read_robots
from scraper.errors import FetchError

REDIRECTS: Final = 5
"""Redirects to follow when asking for /robots.txt."""
LONGEST: Final = 86_400.0
"""Seconds for which an answer counts at most."""
SHORTEST: Final = 600.0
"""Seconds for which rules count at least, whatever Cache-Control says: not every page can be preceded by its rules."""
SILENCE: Final = 30 * 86_400.0
"""Seconds without an answer after which the copy read last counts again."""

_FIRST_WAIT = 300.0
_LEAST_WAIT = 60.0
_MAX_AGE: Final = re.compile(r'(?:^|[\s,;])max-age\s*=\s*"?(\d{1,9})', re.IGNORECASE)
_UNCACHED: Final = re.compile(r"(?:^|[\s,;])no-(?:store|cache)\s*(?:$|[,;])", re.IGNORECASE)
_NOTHING: Final = b"User-agent: *\nDisallow: /\n"


class Verdict(StrEnum):
    """What is allowed."""

    RULES = "rules"
    ALLOW = "allow"
    DISALLOW = "disallow"


@dataclass(frozen=True, slots=True)
class Policy:
    """What counts for an origin now; plain values, to be kept across runs."""

    verdict: Verdict
    """Whether the rules in `body`, or everything, or nothing is allowed."""
    because: str
    """Why, in a word or two: `200`, `404`, `503`, `DeadlineError`, `503, copy of before`."""
    until: float
    """When to ask again: unix seconds."""
    body: bytes = b""
    """The robots.txt that was read last; kept while there is no answer."""
    fetched: float = 0.0
    """When `body` was read: unix seconds; 0 where none ever was, or the last answer said that there is none."""
    failing_since: float | None = None
    """When the first of the present row of failures was: unix seconds; None after an answer."""
    failures: int = 0
    """Failures since the last answer."""

    @property
    def robots(self) -> Robots:
        """Rules to ask, whatever the verdict; made anew each time, so keep them as long as the policy."""
        bodies = {Verdict.RULES: self.body, Verdict.ALLOW: b"", Verdict.DISALLOW: _NOTHING}
        return read_robots(bodies[self.verdict])


@dataclass(frozen=True, slots=True)
class Answered:
    """The last answer to the question for /robots.txt, after redirects."""

    status: int
    """Status code."""
    headers: Sequence[tuple[str, str]]
    """All header fields in order."""
    body: bytes
    """Content, decoded (gzip and the like); more than 500 KiB are cut here."""
    retry_after: float | None = None
    """Seconds that `Retry-After` asks to wait, as the fetcher reads them."""


def answered(answer: Answered, now: float, kept: Policy | None = None) -> Policy:
    """Return what counts after an answer came at `now` (unix seconds); `kept` is what counted before."""
    said = str(answer.status)
    if 200 <= answer.status < 300:
        return Policy(Verdict.RULES, said, now + _lasting(answer.headers), bounded(answer.body), now)
    if 400 <= answer.status < 500 and answer.status != 429:
        return Policy(Verdict.ALLOW, said, now + _lasting(answer.headers))
    return _unreachable(said, answer.retry_after, now, kept)


def failed(error: FetchError, now: float, kept: Policy | None = None) -> Policy:
    """Return what counts after no answer came, at `now` (unix seconds); `kept` is what counted before."""
    return _unreachable(type(error).__name__, None, now, kept)


def is_due(kept: Policy | None, now: float) -> bool:
    """Whether robots.txt has to be asked for before any page is, at `now` (unix seconds).

    A policy from the future, which a clock set back leaves behind, would otherwise count for too long.
    """
    return kept is None or not now < kept.until <= now + LONGEST


def _unreachable(said: str, retry_after: float | None, now: float, kept: Policy | None) -> Policy:
    """Nothing is allowed; but after a long silence the copy of before is better than none."""
    before = kept or Policy(Verdict.DISALLOW, said, now)
    failures = before.failures + 1
    since = now if before.failing_since is None else min(before.failing_since, now)
    doubled = _FIRST_WAIT * 2.0 ** min(failures - 1, 20)
    wait = max(_LEAST_WAIT, min(LONGEST, doubled if retry_after is None else retry_after))
    revived = before.fetched > 0 and now - since >= SILENCE
    return Policy(
        verdict=Verdict.RULES if revived else Verdict.DISALLOW,
        because=f"{said}, copy of before" if revived else said,
        until=now + wait,
        body=before.body,
        fetched=before.fetched,
        failing_since=since,
        failures=failures,
    )


def _lasting(headers: Sequence[tuple[str, str]]) -> float:
    """Return the seconds for which an answer counts (RFC 9111, 5.2.2), less those it spent in caches on the way."""
    control = ",".join(value for name, value in headers if name.lower() == "cache-control")
    age = next((value for name, value in headers if name.lower() == "age"), "")
    fresh = _MAX_AGE.search(control)
    if _UNCACHED.search(control):
        return SHORTEST
    if fresh is None:
        return LONGEST
    spent = int(age) if age.isascii() and age.isdigit() and len(age) < 10 else 0
    return max(SHORTEST, min(LONGEST, float(int(fresh[1]) - spent)))
