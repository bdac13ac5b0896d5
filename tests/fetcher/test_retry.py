"""What is worth another try, and when."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from scraper.fetcher.retry import STATUSES, Again, GiveUp, Policy, cause, decide
from scraper.model.page import FetchResult, Http

POLICY = Policy(attempts=4, first=2.0, longest=5.0, patience=100.0)


def answered(status: int, *headers: tuple[str, str]) -> FetchResult:
    """Return an answer of this status."""
    return FetchResult("a", b"", "a", Http(status, "a"), headers=headers)


class RobotsError(FetchError):
    """Stands for what a gate raises."""


@pytest.mark.parametrize(
    ("error", "name", "again"),
    [
        (GuardError("x"), "guard", False),
        (AddressError("x"), "address", False),
        (CertificateError("x"), "certificate", False),
        (ResolveError("x"), "name", True),
        (ConnectError("x"), "connection", True),
        (DeadlineError("x"), "deadline", True),
        (CutError("x"), "cut", True),
        (AnswerError("x"), "answer", False),
        (RobotsError("x"), "refused", False),
    ],
)
def test_errors_are_tried_again_where_they_may_pass(error: FetchError, name: str, *, again: bool) -> None:
    """Each error has its name, and only those of connections and broken answers are tried again."""
    assert cause(error) == name
    assert decide(error, 1, 0, 0.5, POLICY) == (Again(1.0, name) if again else GiveUp(name))


@pytest.mark.parametrize("status", [200, 204, 301, 304, 400, 401, 403, 404, 410, 451, 501, 505, 999])
def test_other_statuses_are_final(status: int) -> None:
    """An answer that speaks of the page is final, whatever else it says."""
    assert decide(answered(status, ("retry-after", "5")), 1, 0, 0.5, POLICY) == GiveUp("final")


@pytest.mark.parametrize("status", sorted(STATUSES))
def test_statuses_of_the_moment_are_tried_again(status: int) -> None:
    """A status that speaks of the moment is tried again, and named."""
    assert decide(answered(status), 1, 0, 0.5, POLICY) == Again(1.0, f"status-{status}")


def test_waiting_doubles_up_to_a_limit() -> None:
    """The time to wait doubles with each attempt up to its limit, and jitter takes its share of it."""
    waits = [decide(ConnectError("x"), attempt, 0, 0.5, Policy(9, 2.0, 10.0)) for attempt in (1, 2, 3, 4, 8)]
    assert waits == [Again(wait, "connection") for wait in (1.0, 2.0, 4.0, 5.0, 5.0)]
    assert decide(ConnectError("x"), 1, 0, 0.0, POLICY) == Again(0.0, "connection")


def test_attempts_are_counted() -> None:
    """After the last attempt it is left at that."""
    assert isinstance(decide(ConnectError("x"), 3, 0, 0.5, POLICY), Again)
    assert decide(ConnectError("x"), 4, 0, 0.5, POLICY) == GiveUp("connection")
    assert decide(ConnectError("x"), 1, 0, 0.5, Policy(attempts=1)) == GiveUp("connection")


def test_servers_get_the_time_they_ask_for() -> None:
    """What a server asks for is the least that is waited, also where it names a date."""
    assert decide(answered(429, ("retry-after", "30")), 1, 0, 0.5, POLICY) == Again(30.0, "status-429")
    date = ("retry-after", "Thu, 01 Jan 1970 00:01:30 GMT")
    assert decide(answered(503, date), 1, 60.0, 0.5, POLICY) == Again(30.0, "status-503")
    assert decide(answered(503, ("retry-after", "0")), 1, 0, 0.5, POLICY) == Again(1.0, "status-503")


def test_patience_has_an_end() -> None:
    """A server that asks for longer than our patience is left alone, and for how long is told."""
    assert decide(answered(503, ("retry-after", "101")), 1, 0, 0.5, POLICY) == GiveUp("status-503", 101.0)
    assert decide(answered(503, ("retry-after", "30")), 4, 0, 0.5, POLICY) == GiveUp("status-503", 30.0)


@given(st.integers(1, 10**6), st.floats(0, 1, exclude_max=True))
def test_no_wait_is_beyond_the_limit(attempt: int, jitter: float) -> None:
    """However many attempts there were, the wait is between nought and the limit."""
    verdict = decide(DeadlineError("x"), attempt, 0, jitter, Policy(attempts=10**7))
    assert isinstance(verdict, Again)
    assert 0 <= verdict.after <= 60


@pytest.mark.parametrize("fields", [{"attempts": 0}, {"first": -1.0}, {"longest": -1.0}, {"patience": -1.0}])
def test_senseless_policies_are_usage_errors(fields: dict[str, float]) -> None:
    """A policy without attempts, or with waits below nought, is a UsageError."""
    with pytest.raises(UsageError):
        Policy(**fields)  # type: ignore[arg-type]
