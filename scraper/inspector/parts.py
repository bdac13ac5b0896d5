"""Where the time of a page goes: the steps of the line, timed at work.

For the time of a measurement the functions that the line calls are replaced by ones that look at the clock before and
after. Nothing else is touched, so that what is timed is what runs.
"""

import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import wraps
from types import ModuleType
from typing import Any, Final
from unittest.mock import patch

from scraper import pipeline
from scraper.cleaner import roles
from scraper.inspector.speed import line

_ROUNDS: Final = 3
REST: Final = "rest"
"""What no part counts: carrying results from step to step, and freeing what a page needed."""

PARTS: Final[Mapping[str, tuple[ModuleType, tuple[str, ...]]]] = {
    "decoding": (pipeline, ("decode",)),
    "parsing": (pipeline, ("parse",)),
    "cutting": (pipeline, ("split",)),
    "embedded text": (pipeline, ("find_embedded",)),
    "languages": (pipeline, ("tag", "shares", "find_spans")),
    "view": (pipeline, ("outside_sites", "look")),
    "features": (roles, ("measure_page",)),
    "network": (roles, ("run",)),
    "reasons": (roles, ("reasons",)),
    "metadata": (pipeline, ("describe",)),
    "record": (pipeline, ("assemble",)),
}
"""Functions of each part, and the module that calls them; no part calls another."""


def measure_parts(bodies: Sequence[bytes], tick: Callable[[], None]) -> Mapping[str, float]:
    """Return the share of each part, and of the rest, in the processor time of all pages; each page counts the same."""
    shares: dict[str, list[float]] = {part: [] for part in (*PARTS, REST)}
    with _watched() as clocks:
        for body in bodies:
            rounds = [_round(body, clocks) for _ in range(_ROUNDS)]
            # The quickest round is the one that was least disturbed.
            total, spent = min(rounds, key=lambda one: one[0])
            for part in PARTS:
                shares[part].append(spent[part] / total)
            shares[REST].append(1 - sum(spent.values()) / total)
            tick()
    return {part: statistics.mean(values) if values else 0.0 for part, values in shares.items()}


def _round(body: bytes, clocks: dict[str, float]) -> tuple[float, Mapping[str, float]]:
    """Return the time of a page and of its parts."""
    clocks.update(dict.fromkeys(PARTS, 0.0))
    begun = time.process_time()
    line(body)
    return max(time.process_time() - begun, 1e-7), dict(clocks)


@contextmanager
def _watched() -> Iterator[dict[str, float]]:
    """Yield the seconds of each part, which grow while the line runs."""
    clocks = dict.fromkeys(PARTS, 0.0)
    with ExitStack() as stack:
        for part, (module, names) in PARTS.items():
            for name in names:
                stack.enter_context(patch.object(module, name, _timed(getattr(module, name), part, clocks)))
        yield clocks


def _timed(function: Callable[..., Any], part: str, clocks: dict[str, float]) -> Callable[..., Any]:
    """Return the function with its time added to that of a part."""

    @wraps(function)
    def timed(*args: Any, **named: Any) -> Any:
        """Call the function and look at the clock."""
        begun = time.process_time()
        try:
            return function(*args, **named)
        finally:
            clocks[part] += time.process_time() - begun

    return timed
