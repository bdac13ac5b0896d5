"""Pages at work: fetched when their turn has come, and what their answers mean."""

import asyncio
from contextlib import AsyncExitStack

from scraper.crawler.memory import Batch
from scraper.crawler.operations import Event
from scraper.crawler.round import outcome
from scraper.crawler.round.bench import Bench
from scraper.crawler.round.clock import moment
from scraper.crawler.round.harvest import Harvest, Wanted
from scraper.crawler.round.identity import Identities
from scraper.crawler.round.outcome import Failed, Gone, Meaning, Page, Refused, Unchanged, validators_of
from scraper.crawler.round.robots_desk import Rules
from scraper.crawler.round.telling import Teller
from scraper.crawler.round.visitor import Asked
from scraper.crawler.round.writing import Entry
from scraper.model.visit import Visit


class Pages:
    """Works on pages, one call each."""

    def __init__(self, bench: Bench, wanted: Wanted, teller: Teller) -> None:
        self._bench, self._wanted, self._teller = bench, wanted, teller
        self._reading = asyncio.Semaphore(wanted.readers)
        self._identities = Identities(bench.memory)
        self._harvest = Harvest(bench, wanted, self._identities, teller)

    async def work(self, visit: Visit) -> None:
        """Fetch a page, read it, and hand over what came of it; its turn at its host is held."""
        if visit.due is not None:
            self._teller.waited(self._bench.clock() - visit.due)
        with self._identities.at_work(visit.key):
            async with AsyncExitStack() as room:
                meaning = await self._ask(visit, room)
                entry = await self._settle(visit, meaning)
            await self._bench.writer.add(entry)

    def refuse(self, visit: Visit, rules: Rules) -> Entry:
        """Return what is remembered of a page that robots.txt does not let us ask for."""
        return self._refused(visit, Refused("refused", f"robots.txt: {rules.why(visit.href)}"))

    def broken(self, visit: Visit, error: BaseException) -> Entry:
        """Return what is remembered of a page over which an unforeseen error came."""
        return self._failed(visit, Failed("bug", f"{type(error).__name__}: {error} (please report)", None))

    async def _ask(self, visit: Visit, room: AsyncExitStack) -> Meaning:
        """Return what the answer means; a page has got room among those that are read."""
        bench = self._bench
        async with bench.visitor.visit(Asked(visit.href, visit.host, validators_of(visit), bench.desk.check)) as answer:
            meaning = outcome.meaning(answer.outcome, answer.verdict, visit)
            if isinstance(meaning, Page):
                # Where readers are busy the host is not asked again before one of them is free.
                await room.enter_async_context(self._reading)
        return meaning

    async def _settle(self, visit: Visit, meaning: Meaning) -> Entry:
        """Return what is to be remembered and delivered."""
        if isinstance(meaning, Page):
            return await self._harvest.of(visit, meaning)
        if isinstance(meaning, Unchanged):
            return self._unchanged(visit, meaning)
        if isinstance(meaning, Gone):
            self._teller.say(Event.PAGE_GONE, visit, cause=meaning.cause)
            return _remembering(outcome.gone(visit, meaning, self._bench.clock()))
        if isinstance(meaning, Refused):
            return self._refused(visit, meaning)
        return self._failed(visit, meaning)

    def _unchanged(self, visit: Visit, meaning: Unchanged) -> Entry:
        self._teller.say(Event.PAGE_UNCHANGED, visit, because=meaning.because)
        recrawl = self._wanted.sources[visit.source].recrawl
        return _remembering(outcome.unchanged(visit, meaning, recrawl, self._bench.clock()))

    def _refused(self, visit: Visit, meaning: Refused) -> Entry:
        self._teller.say(Event.PAGE_REFUSED, visit, cause=meaning.cause, detail=meaning.detail)
        return _remembering(outcome.refused(visit, meaning, self._bench.clock()))

    def _failed(self, visit: Visit, meaning: Failed) -> Entry:
        after = outcome.failed(visit, meaning, self._bench.clock())
        self._teller.say(Event.PAGE_FAILED, visit, cause=meaning.cause, detail=meaning.detail, next=moment(after.due))
        return _remembering(after)


def _remembering(visit: Visit) -> Entry:
    return Entry(Batch(visits=[visit]))
