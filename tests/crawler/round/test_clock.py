"""The time of a crawl."""

from scraper.crawler.round.clock import Clock


class Hands:
    """Two clocks that stand where they are set."""

    wall, steady = 1000.0, 5.0

    def clock(self) -> Clock:
        """Return a clock that reads these."""
        return Clock(lambda: self.wall, lambda: self.steady)


def test_time_goes_with_the_wall_clock() -> None:
    """What is told is Unix seconds, and a wall clock that jumps ahead is followed."""
    hands = Hands()
    clock = hands.clock()
    assert clock() == 1000.0
    hands.wall, hands.steady = 1001.0, 6.0
    assert clock() == 1001.0
    hands.wall, hands.steady = 9000.0, 7.0
    assert clock() == 9000.0


def test_time_never_goes_back() -> None:
    """Where the wall clock is set back, time goes on with the steady one."""
    hands = Hands()
    clock = hands.clock()
    hands.wall, hands.steady = 400.0, 7.0
    assert clock() == 1002.0
    hands.steady = 8.0
    assert clock() == 1003.0
