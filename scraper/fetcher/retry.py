"""Is it worth another try, and when? Decided here, without clock, dice or network; acted on by whoever asks.

Only what may well be different next time is tried again: servers that are busy or briefly broken, connections that
failed, answers that broke off. A certificate, a guard, an address or a page that is too large stays what it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from scraper.errors import (
    AddressError,
    AnswerError,
    CertificateError,
    ConnectError,
    CutError,
    DeadlineError,
    FetchError,
    GuardError,
    ResolveError,
    UsageError,
)
from scraper.fetcher.retry_after import seconds
from scraper.model.page import FetchResult

FINAL = "final"
"""The cause that is none: an answer that is not worth another try, such as 200, 304 or 404."""
REFUSED = "refused"
"""The cause of errors that are not the fetcher's own, such as a gate's."""

STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses that speak of the moment and not of the page (RFC 9110, 15; RFC 8470; RFC 6585)."""

_CAUSES: Mapping[type[FetchError], tuple[str, bool]] = MappingProxyType(
    {
        GuardError: ("guard", False),
        AddressError: ("address", False),
        CertificateError: ("certificate", False),
        ResolveError: ("name", True),
        ConnectError: ("connection", True),
        DeadlineError: ("deadline", True),
        CutError: ("cut", True),
        AnswerError: ("answer", False),
    }
)
"""What each error is called, and whether it is worth another try."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How often and how soon to try again."""

    attempts: int = 3
    """Attempts in all, the first included."""
    first: float = 1.0
    """Seconds to wait at most after the first attempt; doubled after each further one."""
    longest: float = 60.0
    """Seconds to wait at most, unless the server asks for more."""
    patience: float = 120.0
    """Seconds that a server may ask for; where it wants to be left alone for longer, this is no time to wait for it."""

    def __post_init__(self) -> None:
        """Refuse what makes no sense (UsageError)."""
        if self.attempts < 1 or min(self.first, self.longest, self.patience) < 0:
            raise UsageError("retries: attempts must be 1 or more, and no waiting time below 0")


@dataclass(frozen=True, slots=True)
class Again:
    """Try again."""

    after: float
    """Seconds to wait first."""
    cause: str
    """Why, as `cause` tells it."""


@dataclass(frozen=True, slots=True)
class GiveUp:
    """Leave it at that."""

    cause: str
    """What the outcome is, as `cause` tells it; `final` where there is nothing to give up."""
    after: float | None = None
    """Seconds for which the server asked to be left alone, if it did."""


DEFAULT_POLICY = Policy()
"""Two more attempts within a few seconds."""


def decide(
    outcome: FetchResult | FetchError, attempt: int, now: float, jitter: float, policy: Policy = DEFAULT_POLICY
) -> Again | GiveUp:
    """Return whether to try again after so many attempts.

    `now` is in Unix seconds and counts for dates the server gives. `jitter`, from 0 to 1 without 1, is drawn by the
    caller for each decision: it spreads those who failed together over the whole time to wait ("full jitter"), so that
    they do not come back together. What the server asks for is the least that is waited.
    """
    why = cause(outcome)
    asked = seconds(_header(outcome, "retry-after"), now) if why.startswith("status") else None
    if not _passing(outcome) or attempt >= policy.attempts or (asked or 0) > policy.patience:
        return GiveUp(why, asked)
    # Doubled with bounds: beyond some attempts the power alone would overflow.
    spread = min(policy.longest, policy.first * 2.0 ** min(attempt - 1, 60))
    return Again(max(jitter * spread, asked or 0.0), why)


def cause(outcome: FetchResult | FetchError) -> str:
    """Return what an outcome is called: `final`, `status-503`, `deadline`, …; `refused` for others' errors."""
    if isinstance(outcome, FetchError):
        return _row(outcome)[0]
    status = outcome.http.status if outcome.http else 0
    return f"status-{status}" if status in STATUSES else FINAL


def _passing(outcome: FetchResult | FetchError) -> bool:
    """Tell whether an outcome may well be different next time."""
    return _row(outcome)[1] if isinstance(outcome, FetchError) else cause(outcome) != FINAL


def _row(error: FetchError) -> tuple[str, bool]:
    """Return what the table says of an error, or of its nearest base."""
    return next((_CAUSES[base] for base in type(error).__mro__ if base in _CAUSES), (REFUSED, False))


def _header(outcome: FetchResult | FetchError, name: str) -> str | None:
    """Return the first value of a header, if there is an answer that has it."""
    fields = outcome.headers if isinstance(outcome, FetchResult) else ()
    return next((value for found, value in fields if found == name), None)
