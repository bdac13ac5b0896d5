"""Sources at work: their documents are read, and when they are due again is said."""

import asyncio
from dataclasses import replace

from scraper.crawler.memory import Batch
from scraper.crawler.operations import Event, Log, Tally
from scraper.crawler.round.bench import Bench
from scraper.crawler.round.clock import moment
from scraper.crawler.round.documents import Account, Documents
from scraper.crawler.round.writing import Entry
from scraper.crawler.schedule.due import next_due, retry_due
from scraper.model.source import Source

_AT_ONCE = 128
"""Sources that are worked on at the same time."""


class Sources:
    """Works through sources."""

    def __init__(self, bench: Bench, log: Log, tally: Tally) -> None:
        self._bench, self._log, self._tally = bench, log, tally
        self._documents = Documents(bench, log)
        self._room = asyncio.Semaphore(_AT_ONCE)

    async def work(self, source: Source) -> float:
        """Work through one source, whatever comes of it; returns when it is due again."""
        account = Account()
        async with self._room:
            await self._documents.read(source, account)
        return await self.settle(source, account)

    async def settle(self, source: Source, account: Account) -> float:
        """Remember how it went, and return when the source is due again."""
        now = self._bench.clock()
        state = await asyncio.to_thread(self._bench.memory.source, source.name)
        failures = state.failures + 1 if account.cause else 0
        planned = next_due(source.schedule, source.name, now, now)
        due = retry_due(planned, failures, now) if failures else planned
        state = replace(
            state,
            last=now,
            next=due,
            failures=failures,
            cause=account.cause,
            result=_result(account),
            found=account.found,
            fresh=account.fresh,
        )
        await self._bench.writer.add(Entry(Batch(sources=[state])))
        self._tally.sources["failed" if account.cause else "read"] += 1
        if account.cause:
            said = {"cause": account.cause, "detail": account.detail, "next": moment(state.next)}
            self._log.say(Event.SOURCE_FAILED, source=source.name, **said)
        else:
            self._log.say(Event.SOURCE_READ, source=source.name, found=account.found, fresh=account.fresh)
        return due

    async def broken(self, source: Source, error: BaseException) -> float:
        """Remember a source that an unforeseen error stopped; returns when it is due again."""
        return await self.settle(
            source, Account(cause="bug", detail=f"{type(error).__name__}: {error} (please report)")
        )


def _result(account: Account) -> str:
    """Return one line on a source's round."""
    if account.cause:
        return account.detail or account.cause
    unchanged = f", {account.unchanged} documents unchanged" if account.unchanged else ""
    return f"{account.found} found, {account.fresh} new{unchanged}"
