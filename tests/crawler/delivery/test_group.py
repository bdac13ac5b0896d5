"""When a group is committed and a file closed."""

import pytest

from scraper.crawler.delivery.group import GroupLimits, Pending, Rotation, is_commit_due, is_full
from scraper.model.visit import Phase, Position

LIMITS = GroupLimits(entries=10, size=100, seconds=2.0)


@pytest.mark.parametrize(
    ("pending", "waited", "due"),
    [
        (Pending(0, 0), 99.0, False),
        (Pending(9, 99), 1.9, False),
        (Pending(10, 0), 0.0, True),
        (Pending(1, 100), 0.0, True),
        (Pending(1, 1), 2.0, True),
    ],
)
def test_group_is_due_by_count_size_or_time(pending: Pending, waited: float, *, due: bool) -> None:
    """Each limit alone makes a commit due, and an empty group never is."""
    assert is_commit_due(pending, waited, LIMITS) is due


@pytest.mark.parametrize(
    ("offset", "now", "daily", "full"),
    [
        (99, 86_399.0, True, False),
        (100, 0.0, True, True),
        (0, 86_400.0, True, True),
        (99, 86_400.0, False, False),
        (0, -1.0, True, True),
    ],
)
def test_file_is_full_by_size_or_day(offset: int, now: float, *, daily: bool, full: bool) -> None:
    """A file is closed when it has its size, or when the UTC day is not the one it was begun on."""
    position = Position("records", "r", offset, 5.0, Phase.OPEN)
    assert is_full(position, Rotation(100, daily), now) is full
