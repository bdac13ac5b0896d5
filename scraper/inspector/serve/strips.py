"""Small pictures of pages: one stripe a segment in the colour of its role, differences marked below."""

from collections.abc import Iterator
from html import escape
from typing import Final

from scraper.inspector.fixtures.compare import About, Checked

_WIDTH: Final = 320.0
_HIGH: Final = 18
_MARK: Final = 6
_LEAST: Final = 1.5
"""Width of a segment of one character, before all are fitted."""
_POWER: Final = 0.6
"""A long paragraph is wider than a button, and not a hundred times."""


def strip(checked: Checked) -> str:
    """Return a page as SVG: its segments from left to right, and marks where something is otherwise than expected."""
    widths = [max(_LEAST, len(segment.text) ** _POWER) for segment in checked.record.segments]
    scale = _WIDTH / max(1.0, sum(widths))
    starts = [scale * sum(widths[:index]) for index in range(len(widths))]
    places = [(start, scale * width) for start, width in zip(starts, widths, strict=True)]
    inside = "".join([*_stripes(checked, places), *_marks(checked, places)])
    said = escape(f"{len(widths)} segments, {len(checked.differences)} differences")
    size = f'viewBox="0 0 {_WIDTH:g} {_HIGH + _MARK}" width="{_WIDTH:g}" height="{_HIGH + _MARK}"'
    return f'<svg class="strip" role="img" aria-label="{said}" preserveAspectRatio="none" {size}>{inside}</svg>'


def _stripes(checked: Checked, places: list[tuple[float, float]]) -> Iterator[str]:
    """Yield one stripe a segment."""
    for segment, (start, width) in zip(checked.record.segments, places, strict=True):
        yield _box(start, width, 0, _HIGH, f"var(--role-{segment.role.value})")


def _marks(checked: Checked, places: list[tuple[float, float]]) -> Iterator[str]:
    """Yield a mark below each segment that is otherwise than expected; one that is missing is marked at the end."""
    for difference in checked.differences:
        if difference.about is About.FIELD:
            continue
        start, width = places[difference.index] if difference.index is not None else (_WIDTH - _MARK, float(_MARK))
        yield _box(start, max(3.0, width), _HIGH + 1, _MARK - 1, f"var(--about-{difference.about.value})")


def _box(start: float, width: float, top: float, height: float, colour: str) -> str:
    """Return a rectangle."""
    return f'<rect x="{start:.1f}" y="{top:g}" width="{width:.1f}" height="{height:g}" style="fill:{colour}"/>'
