"""A crawl: everything is opened, put together, and kept going until it is done or told to stop.

    sources ─┐                          ┌─ robots.txt ─┐
             ├─> memory ──> frontier ───┴──> turnstile ┴─> visitor ──> worker ──> writer ──> output + memory
    links  ──┘   (disk)     (window)         (turns)       (fetch)     (clean)    (groups)
       ^                                                                  │
       └──────────────────────────────────────────────────────────────────┘

One event loop; what reads pages runs in other processes, what writes in one other thread.
"""

from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager

from scraper.crawler.delivery import Rotation, Stream, open_delivery
from scraper.crawler.delivery.records import record_stream
from scraper.crawler.delivery.warc import response_stream
from scraper.crawler.memory import open_memory
from scraper.crawler.operations import Event, Log, Tally
from scraper.crawler.round.clock import Clock
from scraper.crawler.round.course import Course
from scraper.crawler.round.manner import Manner
from scraper.crawler.round.parts import Opened, put_together
from scraper.crawler.round.reading import warm
from scraper.crawler.round.stopping import Stop, signals
from scraper.crawler.workers import open_pool
from scraper.errors import ScraperError
from scraper.fetcher import open_fetcher
from scraper.model.source import Crawl


async def crawl(plan: Crawl, manner: Manner, log: Log, tally: Tally) -> int | None:
    """Run a crawl until it is done, or told to stop by a signal, whose number is returned.

    Raises LockedError where another crawl holds the state or the output, DiskFullError where there is no room (what was
    delivered stays, the next start goes on), StateError, OutputError, UsageError and MissingExtraError.
    """
    stop = Stop()
    try:
        async with _open(plan, manner) as opened:
            parts = put_together(plan, manner, opened, stop, (log, tally))
            with signals(stop, lambda number: log.say(Event.STOPPING, signal=number, grace=manner.grace)):
                await Course(plan, manner, parts).run()
    except ScraperError as error:
        log.say(Event.FAILED, kind=type(error).__name__, detail=str(error))
        raise
    return stop.signal


@asynccontextmanager
async def _open(plan: Crawl, manner: Manner) -> AsyncIterator[Opened]:
    """Open the state, the output, the workers and the network, and close them in turn."""
    clock = Clock()
    rotation = Rotation(plan.output.rotate_bytes, plan.output.rotate_daily)
    async with AsyncExitStack() as stack:
        memory = stack.enter_context(open_memory(plan.state))
        delivery = stack.enter_context(open_delivery(memory, plan.output.folder, _streams(plan, clock()), rotation))
        # Last of these three: a commit under way comes to its end before the files are closed.
        thread = stack.enter_context(ThreadPoolExecutor(1, "commit"))
        pool = await stack.enter_async_context(open_pool(manner.workers, manner.page_seconds, warm))
        fetcher = await stack.enter_async_context(open_fetcher(guard=manner.guard, pools=manner.pools))
        yield Opened(memory, delivery, thread, pool, fetcher, clock)


def _streams(plan: Crawl, now: float) -> list[Stream]:
    """Return what is written."""
    records = [record_stream()] if plan.output.clean else []
    return [*records, response_stream(now)] if plan.output.warc else records
