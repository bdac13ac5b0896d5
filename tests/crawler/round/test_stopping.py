"""Asked to stop."""

import asyncio
import os
import signal
import subprocess
import sys

from scraper.crawler.round.stopping import SIGNALS, Stop, signals

TWICE = """
import asyncio, os, signal
from scraper.crawler.round.stopping import Stop, signals

async def crawl():
    stop = Stop()
    with signals(stop, print):
        os.kill(os.getpid(), signal.SIGTERM)
        await stop.within(5)
        print("finishing", flush=True)
        os.kill(os.getpid(), signal.SIGINT)
        await asyncio.sleep(60)

asyncio.run(crawl())
"""


def test_first_signal_asks() -> None:
    """A signal is told once and asks to stop; afterwards signals do what they did before."""
    before = [signal.getsignal(number) for number in SIGNALS]
    told: list[int] = []

    async def inside() -> Stop:
        stop = Stop()
        with signals(stop, told.append):
            assert not stop
            assert not await stop.within(0.01)
            os.kill(os.getpid(), signal.SIGTERM)
            assert await stop.within(5)
        return stop

    stop = asyncio.run(inside())
    assert stop
    assert (stop.signal, told) == (signal.SIGTERM, [signal.SIGTERM])
    assert [signal.getsignal(number) for number in SIGNALS] == before


def test_second_signal_leaves_at_once() -> None:
    """A second signal ends the process with 128 and its number, whatever is still going on."""
    done = subprocess.run([sys.executable, "-c", TWICE], capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 128 + signal.SIGINT
    assert done.stdout.endswith("finishing\n")
