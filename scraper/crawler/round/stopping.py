"""Told to stop: the first signal lets what is in flight come to its end, the second does not."""

import asyncio
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SIGNALS = (signal.SIGTERM, signal.SIGINT)
"""What a service manager, and a person at the terminal, say."""


class Stop:
    """Whether the crawl is to end, and why."""

    def __init__(self) -> None:
        self.signal: int | None = None
        self._event = asyncio.Event()

    def __bool__(self) -> bool:
        """Tell whether to stop."""
        return self._event.is_set()

    def ask(self, number: int | None = None) -> None:
        """Ask to stop, because of a signal or because all is done."""
        self.signal = self.signal or number
        self._event.set()

    async def within(self, seconds: float) -> bool:
        """Wait so long, or until asked to stop; tell whether that was asked."""
        try:
            async with asyncio.timeout(max(0.0, seconds)):
                await self._event.wait()
        except TimeoutError:
            return False
        return True


@contextmanager
def signals(stop: Stop, told: Callable[[int], None]) -> Iterator[None]:
    """Let signals ask to stop while the block runs; `told` is called with the first one.

    The second ends the process at once: what was not committed is fetched again with the next start, as after any
    other kill.
    """
    loop = asyncio.get_running_loop()

    def heard(number: int) -> None:
        """Ask, or leave."""
        if stop:
            os._exit(128 + number)
        stop.ask(number)
        told(number)

    before = {number: signal.getsignal(number) for number in SIGNALS}
    for number in SIGNALS:
        loop.add_signal_handler(number, heard, number)
    try:
        yield
    finally:
        for number in SIGNALS:
            loop.remove_signal_handler(number)
            signal.signal(number, before[number])
