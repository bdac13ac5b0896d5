"""The course of a crawl: sources are begun when they are due, queues are kept filled, until all is done."""

from functools import partial

from scraper.crawler.operations import Event
from scraper.crawler.round.clock import moment
from scraper.crawler.round.manner import Manner
from scraper.crawler.round.parts import Parts
from scraper.crawler.schedule.source_due import source_due
from scraper.model.source import Crawl, Source

_BUSY, _QUIET, _IDLE = 0.05, 0.25, 5.0
"""Seconds until one looks again: after addresses were found due, while some are at work, while nothing is to do."""


class Course:
    """One run of a crawl."""

    def __init__(self, plan: Crawl, manner: Manner, parts: Parts) -> None:
        self._manner, self._parts = manner, parts
        self._sources = [source for source in plan.sources if manner.only is None or source.name in manner.only]
        self._next: dict[str, float] = {}
        self._waiting = False

    async def run(self) -> None:
        """Run until all is done or a stop is asked for; what is in flight then has a time of grace."""
        parts, begun = self._parts, self._parts.opened.clock()
        for source in self._sources:
            state = parts.opened.memory.source(source.name)
            self._next[source.name] = begun if self._manner.now else source_due(source, state, begun)
        due = sum(moment <= begun for moment in self._next.values())
        parts.log.say(Event.ROUND_BEGUN, sources=due)
        await parts.crew.watch(self._whole(), parts.writer.run())
        seconds = parts.opened.clock() - begun
        parts.log.say(Event.ROUND_ENDED, seconds=seconds, pages=parts.tally.pages, **parts.tally.outcomes)

    async def _whole(self) -> None:
        """Go on step by step, then let what is in flight come to its end and commit it."""
        parts = self._parts
        self._begin_sources()
        while not parts.stop:
            parts.tally.ticked = parts.opened.clock()
            pause = await self._step()
            if pause is None:
                break
            await parts.stop.within(pause)
        parts.turnstile.close()
        await parts.crew.finish(self._manner.grace)
        await parts.desk.close()
        await parts.writer.commit()

    async def _step(self) -> float | None:
        """Do what can be done now; returns the seconds until one looks again, None where all is done."""
        parts = self._parts
        if self._manner.watch:
            self._begin_sources()
        if await parts.frontier.refill(parts.opened.clock()):
            self._waiting = False
            return _BUSY
        if len(parts.crew) or len(parts.turnstile):
            return _QUIET
        # What was found last is taken only when it is remembered.
        await parts.writer.commit()
        if await parts.frontier.refill(parts.opened.clock()):
            return _BUSY
        return self._idle() if self._manner.watch else None

    def _idle(self) -> float:
        """Return the seconds until something may be due; tells once that there is nothing to do."""
        parts, now = self._parts, self._parts.opened.clock()
        addresses = parts.opened.memory.next_due()
        due = [*self._next.values(), *([] if addresses is None else [addresses])]
        if not self._waiting:
            parts.log.say(Event.ROUND_WAITING, until=moment(min(due, default=None)))
        self._waiting = True
        return max(_QUIET, min(_IDLE, min(due, default=now) - now))

    def _begin_sources(self) -> None:
        """Begin the sources that are due and not at work."""
        parts, now = self._parts, self._parts.opened.clock()
        for source in self._sources:
            if self._next.get(source.name, now + 1) <= now:
                del self._next[source.name]
                self._waiting = False
                parts.quota.renew(source.name)
                parts.crew.start(self._work(source), partial(self._broken, source))

    async def _work(self, source: Source) -> None:
        """Work through a source, and note when it is due again."""
        self._next[source.name] = await self._parts.sources.work(source)

    def _broken(self, source: Source, error: BaseException) -> None:
        """Let an error nobody foresaw be remembered with its source."""
        self._parts.crew.start(self._remember(source, error), self._parts.crew.fail)

    async def _remember(self, source: Source, error: BaseException) -> None:
        self._next[source.name] = await self._parts.sources.broken(source, error)
