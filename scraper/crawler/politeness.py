"""How a host is asked, decided from what it answered so far.

The delay between two requests is the longest of three: the configured one, what robots.txt asks for, and what the
host's answers call for. The last doubles when the host complains (429, 503) or fails, follows the time its answers
take when they are slow, and shrinks by a tenth with each good answer. A host that fails again and again rests, twice
as long each time. No clock is read: `now` is Unix seconds.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from scraper.model.host import HostState
from scraper.model.source import Politeness

SLOW_ANSWER: Final = 1.0
"""Seconds from which on an answer is slow: a host then gets as long a pause as its answers take."""
FIRST_SLOWDOWN: Final = 1.0
"""Seconds of delay a host that complains gets at least."""
RECOVERY: Final = 0.9
"""What is left of a slow-down after each good answer."""
NEGLIGIBLE: Final = 0.01
"""Seconds of a slow-down that are as good as none."""
MEAN_WEIGHT: Final = 0.3
"""How much the last answer counts in the mean of the seconds that answers take."""
PATIENCE: Final = 3
"""Failures in a row from which on a host rests."""
FIRST_REST: Final = 30.0
"""Seconds of the first rest; doubled with each further failure."""
LAST_REST: Final = 3600.0
"""Seconds of a rest at most."""
LONGEST_RETRY_AFTER: Final = 86400.0
"""Seconds of a `Retry-After` that are honoured; a longer one counts as this."""


class Sign(StrEnum):
    """What an answer says of how the host bears us."""

    __hash__ = str.__hash__

    FINE = "fine"
    SLOWED = "slowed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one finished request says of its host."""

    sign: Sign
    """`fine`: any answer that is no complaint, 404 too; `slowed`: 429 or 503; `failed`: none, or another 5xx."""
    seconds: float
    """How long the request took."""
    retry_after: float | None = None
    """Seconds the host asks to be left alone, where it says so."""
    cause: str | None = None
    """Code of what went wrong, to be remembered with the host; None when all is well."""


def delay_of(state: HostState, rules: Politeness) -> float:
    """Return the seconds between two requests to a host at present."""
    asked = min(state.crawl_delay or 0.0, rules.max_crawl_delay)
    return max(rules.delay, asked, min(state.delay, rules.max_delay))


def started(state: HostState, rules: Politeness, now: float) -> HostState:
    """Return the state after a request went out."""
    return _not_before(state, now + delay_of(state, rules))


def finished(state: HostState, rules: Politeness, answer: Answer, now: float) -> HostState:
    """Return the state after a request came to its end, well or not.

    Where requests go one at a time the delay is counted from here, so that it holds at the server's end too, however
    long the way there took; where several may be under way it is counted from start to start, unless robots.txt asks
    for a delay: whoever asks for one does not expect several at once.
    """
    state = _AFTER[answer.sign](state, rules, answer, now)
    if rules.parallel == 1 or state.crawl_delay:
        state = _not_before(state, now + delay_of(state, rules))
    if answer.retry_after is not None:
        state = _not_before(state, now + min(max(answer.retry_after, 0.0), LONGEST_RETRY_AFTER))
    return state


def _fine(state: HostState, rules: Politeness, answer: Answer, now: float) -> HostState:
    """Recover a little, unless the host's answers are slow."""
    del now
    mean = answer.seconds if state.seconds is None else state.seconds + MEAN_WEIGHT * (answer.seconds - state.seconds)
    delay = state.delay * RECOVERY
    if mean >= SLOW_ANSWER:
        delay = max(delay, min(mean, rules.max_delay))
    return replace(state, delay=delay if delay > NEGLIGIBLE else 0.0, seconds=mean, failures=0, cause=None)


def _slowed(state: HostState, rules: Politeness, answer: Answer, now: float) -> HostState:
    """Double the delay."""
    if _is_old_news(state, answer, now):
        return state
    delay = min(max(2 * delay_of(state, rules), FIRST_SLOWDOWN), rules.max_delay)
    state = replace(state, delay=delay, cause=answer.cause, slowed_at=now)
    return _not_before(state, now + delay_of(state, rules))


def _failed(state: HostState, rules: Politeness, answer: Answer, now: float) -> HostState:
    """Double the delay, and let the host rest after several failures."""
    if _is_old_news(state, answer, now):
        return state
    failures = state.failures + 1
    state = replace(_slowed(state, rules, answer, now), failures=failures)
    if failures < PATIENCE:
        return state
    return _not_before(state, now + min(FIRST_REST * 2.0 ** min(failures - PATIENCE, 16), LAST_REST))


_AFTER: Mapping[Sign, Callable[[HostState, Politeness, Answer, float], HostState]] = {
    Sign.FINE: _fine,
    Sign.SLOWED: _slowed,
    Sign.FAILED: _failed,
}


def _is_old_news(state: HostState, answer: Answer, now: float) -> bool:
    """Whether a request had begun before the last slow-down: several that fail together are one complaint."""
    return now - answer.seconds < state.slowed_at


def _not_before(state: HostState, moment: float) -> HostState:
    """Return the state with no request before a moment, nor before the one that holds already."""
    return state if moment <= state.not_before else replace(state, not_before=moment)
