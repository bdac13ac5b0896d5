"""The parts of a crawl, put together: who knows whom is said here and nowhere else."""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import lru_cache, partial

from scraper.addresses.traps import Bounds, Orders
from scraper.crawler.delivery import Delivery
from scraper.crawler.memory import Memory
from scraper.crawler.operations import Log, Tally
from scraper.crawler.queue import Scheduler
from scraper.crawler.round.bench import Bench
from scraper.crawler.round.crew import Crew
from scraper.crawler.round.frontier import WINDOW, Frontier, Gates, Horizon
from scraper.crawler.round.harvest import Wanted
from scraper.crawler.round.hosts import Hosts
from scraper.crawler.round.listings import Sources
from scraper.crawler.round.manner import Manner
from scraper.crawler.round.pages import Pages
from scraper.crawler.round.quota import Quota
from scraper.crawler.round.robots_desk import RobotsDesk, Shelf
from scraper.crawler.round.stopping import Stop
from scraper.crawler.round.telling import Teller
from scraper.crawler.round.turnstile import Turnstile, Waiting
from scraper.crawler.round.visitor import Road, Visitor
from scraper.crawler.round.writing import Disk, Entry, Writer
from scraper.crawler.sources import limits_for, politeness_for
from scraper.crawler.workers import Pool
from scraper.fetcher import OpenFetcher
from scraper.model.source import Crawl
from scraper.model.visit import Visit

_HOSTS = 4_096


@dataclass(frozen=True, slots=True)
class Opened:
    """What has to be closed in the end."""

    memory: Memory
    """The state."""
    delivery: Delivery
    """The output."""
    thread: Executor
    """Where commits are made."""
    pool: Pool
    """Where pages are read."""
    fetcher: OpenFetcher
    """The network."""
    clock: Callable[[], float]
    """The time."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a crawl consists of."""

    opened: Opened
    """What is outside of this process' memory."""
    crew: Crew
    """The tasks."""
    stop: Stop
    """Whether to end."""
    writer: Writer
    """What commits."""
    turnstile: Turnstile
    """Turns."""
    frontier: Frontier
    """What fills the queues."""
    desk: RobotsDesk
    """What may be asked for."""
    sources: Sources
    """What works on sources."""
    pages: Pages
    """What works on pages."""
    quota: Quota
    """How many pages may be fetched."""
    log: Log
    """What tells."""
    tally: Tally
    """What counts."""


def put_together(plan: Crawl, manner: Manner, opened: Opened, stop: Stop, told: tuple[Log, Tally]) -> Parts:
    """Return the parts of a crawl, each knowing those it needs."""
    (log, tally), clock, crew = told, opened.clock, Crew()
    hosts = Hosts(opened.memory.host)
    politeness = lru_cache(_HOSTS)(partial(politeness_for, plan))
    scheduler: Scheduler[Waiting] = Scheduler(politeness, hosts, slots=plan.parallel, capacity=2 * WINDOW)
    writer = Writer(Disk(opened.delivery, opened.thread, hosts, clock), log, tally)
    quota = Quota(plan.sources, manner.only, manner.limit)

    def begin(visit: Visit) -> None:
        """Let a page be worked on, whose turn has come."""
        if quota.use(visit.source):
            crew.start(pages.work(visit), lambda error: note(pages.broken(visit, error)))
        else:
            turnstile.unused(visit.host)
            frontier.give_back([visit])
            if quota.spent:
                stop.ask()

    def note(entry: Entry) -> None:
        """Let something be remembered that came of no work."""
        crew.start(writer.add(entry), crew.fail)

    turnstile = Turnstile(scheduler, begin, clock)
    limits = lru_cache(_HOSTS)(partial(limits_for, plan))
    visitor = Visitor(Road(opened.fetcher, turnstile, hosts, limits, clock, stop), log, tally)
    desk = RobotsDesk(visitor, Shelf(opened.memory, writer, plan.agent, clock), log, tally)
    begun = clock()
    until = clock if manner.watch else lambda: begun
    bench = Bench(opened.memory, visitor, desk, opened.pool, writer, clock, until, Orders(Bounds()))
    pages, sources = Pages(bench, _wanted(plan, manner), Teller(log, tally)), Sources(bench, log, tally)
    ready = opened.pool.warm if plan.output.clean else _nothing
    gates = Gates(hosts, desk, turnstile, ready, lambda visit, rules: note(pages.refuse(visit, rules)))
    frontier = Frontier(opened.memory, Horizon(until, quota.sources), gates, crew)
    tally.gauges = {
        "turns": lambda: len(turnstile),
        "robots": lambda: len(frontier),
        "tasks": lambda: len(crew),
        "commit": lambda: len(writer),
    }
    return Parts(opened, crew, stop, writer, turnstile, frontier, desk, sources, pages, quota, log, tally)


def _wanted(plan: Crawl, manner: Manner) -> Wanted:
    """Return what is wanted of pages; two for each worker, so that none waits for its next one."""
    sources = {source.name: source for source in plan.sources}
    return Wanted(sources, plan.output.clean, plan.output.warc, plan.agent, 2 * manner.workers + 2)


async def _nothing() -> None:
    """Make nothing ready: answers that are only kept are read by nobody."""
