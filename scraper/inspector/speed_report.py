"""What was measured of time beside the race: parts of the line, and growth with size, as tables and as plain data."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scraper.inspector.growth import Step
from scraper.inspector.report import speed_data, speed_lines, table
from scraper.inspector.speed import Race


@dataclass(frozen=True, slots=True)
class Timing:
    """Everything that was measured of time."""

    race: Race
    """This package against its peers."""
    parts: Mapping[str, float]
    """Share of each part of the line."""
    growth: Sequence[Step]
    """Time by size of the page; empty where it was not asked for."""


def timing_lines(timing: Timing) -> Iterator[str]:
    """Yield the tables, parted by blank lines."""
    yield from speed_lines(timing.race)
    yield ""
    ordered = sorted(timing.parts.items(), key=lambda part: -part[1])
    yield from table(["part of the line", "share"], [[part, f"{100 * share:.1f} %"] for part, share in ordered])
    if timing.growth:
        yield ""
        rows = [
            [f"{step.size:,}", f"{1000 * step.seconds:.1f}", f"{step.per_kilobyte():.0f}"] for step in timing.growth
        ]
        yield from table(["bytes of a page", "ms", "µs per 1,000 bytes"], rows)


def timing_data(timing: Timing) -> dict[str, object]:
    """Return the same as plain data."""
    return {
        **speed_data(timing.race),
        "parts": dict(timing.parts),
        "growth": [{"bytes": step.size, "ms": 1000 * step.seconds} for step in timing.growth],
    }
