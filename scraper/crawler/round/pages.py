"""Pages at work: fetched when their turn has come, read in a worker, delivered and remembered."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace

from scraper.crawler.memory import Batch
from scraper.crawler.operations import Event, Log, Tally
from scraper.crawler.round import outcome
from scraper.crawler.round.bench import Bench
from scraper.crawler.round.clock import moment
from scraper.crawler.round.identity import Identities, Identity
from scraper.crawler.round.outcome import Failed, Gone, Meaning, Page, Refused, Unchanged, validators_of
from scraper.crawler.round.reading import PageJob, PageRead, lost, read_page
from scraper.crawler.round.repeats import Repeats
from scraper.crawler.round.robots_desk import Rules
from scraper.crawler.round.visitor import Asked
from scraper.crawler.round.writing import Entry
from scraper.crawler.workers import Lost
from scraper.model.options import Options
from scraper.model.source import Kind, Source
from scraper.model.visit import Visit

_SKIP = b"skip:"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of pages."""

    sources: Mapping[str, Source]
    """All sources by name."""
    clean: bool
    """Whether records are wanted."""
    keep: bool
    """Whether answers are kept as they came."""
    readers: int
    """Pages that may wait for, or be in, a worker at a time; further ones stay at their hosts."""


class Pages:
    """Works on pages, one call each."""

    def __init__(self, bench: Bench, wanted: Wanted, log: Log, tally: Tally) -> None:
        self._bench, self._wanted, self._log, self._tally = bench, wanted, log, tally
        self._reading = asyncio.Semaphore(wanted.readers)
        self._identities = Identities(bench.memory)
        self._repeats = Repeats(bench.memory)

    async def work(self, visit: Visit) -> None:
        """Fetch a page, read it, and hand over what came of it; its turn at its host is held."""
        bench = self._bench
        if visit.due is not None:
            self._tally.waited(bench.clock() - visit.due)
        read = False
        with self._identities.at_work(visit.key):
            try:
                asked = Asked(visit.href, visit.host, validators_of(visit), bench.desk.check)
                async with bench.visitor.visit(asked) as answer:
                    meaning = outcome.meaning(answer.outcome, answer.verdict, visit)
                    if isinstance(meaning, Page):
                        # Where readers are busy the host is not asked again before one of them is free.
                        await self._reading.acquire()
                        read = True
                entry = await self._settle(visit, meaning)
            finally:
                if read:
                    self._reading.release()
            await bench.writer.add(entry)

    def refuse(self, visit: Visit, rules: Rules) -> Entry:
        """Return what is remembered of a page that robots.txt does not let us ask for."""
        return self._refused(visit, Refused("refused", f"robots.txt: {rules.why(visit.href)}"))

    def broken(self, visit: Visit, error: BaseException) -> Entry:
        """Return what is remembered of a page over which an unforeseen error came."""
        return self._failed(visit, Failed("bug", f"{type(error).__name__}: {error} (please report)", None))

    async def _settle(self, visit: Visit, meaning: Meaning) -> Entry:
        """Return what is to be remembered and delivered."""
        if isinstance(meaning, Page):
            return await self._page(visit, meaning)
        if isinstance(meaning, Unchanged):
            return self._unchanged(visit, meaning)
        if isinstance(meaning, Gone):
            self._say(Event.PAGE_GONE, visit, cause=meaning.cause)
            return _remembering(outcome.gone(visit, meaning, self._bench.clock()))
        if isinstance(meaning, Refused):
            return self._refused(visit, meaning)
        return self._failed(visit, meaning)

    def _unchanged(self, visit: Visit, meaning: Unchanged) -> Entry:
        self._say(Event.PAGE_UNCHANGED, visit, because=meaning.because)
        recrawl = self._wanted.sources[visit.source].recrawl
        return _remembering(outcome.unchanged(visit, meaning, recrawl, self._bench.clock()))

    def _refused(self, visit: Visit, meaning: Refused) -> Entry:
        self._say(Event.PAGE_REFUSED, visit, cause=meaning.cause, detail=meaning.detail)
        return _remembering(outcome.refused(visit, meaning, self._bench.clock()))

    def _failed(self, visit: Visit, meaning: Failed) -> Entry:
        after = outcome.failed(visit, meaning, self._bench.clock())
        self._say(Event.PAGE_FAILED, visit, cause=meaning.cause, detail=meaning.detail, next=moment(after.due))
        return _remembering(after)

    async def _page(self, visit: Visit, page: Page) -> Entry:
        """Read a page with new bytes."""
        read = await self._read(visit, page)
        identity = await self._identities.of(visit, page.result, read.canonical)
        entry = Entry(Batch(found=[*read.found]))
        if read.kept is not None:
            entry.output.append(("responses", read.kept))
        if identity.taken:
            self._say(Event.PAGE_SAME, visit, to=identity.key)
            now = self._bench.clock()
            entry.batch.visits.append(outcome.alias(visit, "same", now, None if identity.sure else now + outcome.DAY))
            return entry
        self._identities.claim(identity.key)
        self._deliver(entry, visit, page, read)
        if identity.key != visit.key:
            self._rename(entry, visit, identity)
        return entry

    def _deliver(self, entry: Entry, visit: Visit, page: Page, read: PageRead) -> None:
        """Add the record, and what is remembered of its page."""
        validators, news = outcome.validators_in(page.result), read.line is not None
        now, recrawl = self._bench.clock(), self._wanted.sources[visit.source].recrawl
        after = outcome.seen(visit, recrawl, now, news=news or not self._wanted.clean)
        after = replace(after, body_digest=page.digest, story_digest=read.digest)
        after = replace(after, etag=validators.etag, last_modified=validators.last_modified)
        if read.line is not None:
            entry.output.append(("records", read.line))
            after = replace(after, revision=visit.revision + 1)
        if read.past is not None:
            entry.batch.pasts[visit.key] = read.past
        if visit.seen_at is None and read.hashes:
            entry.batch.learnt.append((visit.host, read.hashes))
        entry.batch.visits.append(after)
        self._tell(after, read)

    def _rename(self, entry: Entry, visit: Visit, identity: Identity) -> None:
        """Remember the page under the address it calls its own; the one it was found at is not asked for again."""
        after = entry.batch.visits.pop()
        own = replace(after, key=identity.key, href=identity.href, host=identity.host)
        if not identity.moved:
            # Validators are of the address that answered.
            own = replace(own, etag=None, last_modified=None, body_digest=None)
        else:
            self._say(Event.PAGE_MOVED, visit, to=identity.href)
        if visit.key in entry.batch.pasts:
            entry.batch.pasts[identity.key] = entry.batch.pasts.pop(visit.key)
        cause = "moved" if identity.moved else "same"
        entry.batch.visits += [own, outcome.alias(visit, cause, self._bench.clock())]

    async def _read(self, visit: Visit, page: Page) -> PageRead:
        """Let a worker read a page."""
        bench, source = self._bench, self._wanted.sources[visit.source]
        job = PageJob(
            result=page.result,
            options=Options(only_languages=source.languages),
            past=await self._past(visit),
            digest=visit.story_digest,
            revision=visit.revision,
            site=await self._repeats.of(visit.host) if self._wanted.clean else None,
            follow=(source, visit.depth + 1) if _follows(source, visit) else None,
            now=bench.clock(),
            due=bench.due(),
            clean=self._wanted.clean,
            keep=self._wanted.keep,
        )
        if not job.clean and job.follow is None:
            return read_page(job)
        read = await bench.pool.run(read_page, job)
        if not isinstance(read, Lost):
            return read
        self._tally.lost += 1
        self._log.say(Event.WORKER_LOST, href=visit.href, detail=read.why)
        return lost(page.result, read.why, visit.story_digest)

    async def _past(self, visit: Visit) -> bytes | None:
        """Return what the last record left to compare with."""
        if visit.revision == 0 or (visit.story_digest or b"").startswith(_SKIP):
            return None
        return await asyncio.to_thread(self._bench.memory.past, visit.key)

    def _tell(self, after: Visit, read: PageRead) -> None:
        """Say what became of a page."""
        if read.skipped is not None:
            self._say(Event.PAGE_SKIPPED, after, reason=read.skipped, detail=read.detail)
        elif read.line is None:
            because = {"because": "equal story"} if self._wanted.clean else {}
            self._say(Event.PAGE_UNCHANGED if self._wanted.clean else Event.PAGE_KEPT, after, **because)
        elif after.revision == 1:
            self._say(Event.PAGE_NEW, after)
        else:
            self._say(Event.PAGE_REVISED, after, revision=after.revision)

    def _say(self, event: Event, visit: Visit, **fields: object) -> None:
        self._tally.came_to(event.value.removeprefix("page."))
        self._log.say(event, href=visit.href, source=visit.source, **fields)


def _follows(source: Source, visit: Visit) -> bool:
    """Tell whether the links of a page are followed: those a section page names are at depth 0."""
    return source.kind is Kind.SECTION and visit.depth + 1 < source.depth


def _remembering(visit: Visit) -> Entry:
    return Entry(Batch(visits=[visit]))
