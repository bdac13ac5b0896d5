"""Pages with new bytes: read in a worker, delivered under the address they call their own, remembered."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace

from scraper.crawler.memory import Batch
from scraper.crawler.operations import Event
from scraper.crawler.round import outcome
from scraper.crawler.round.bench import Bench
from scraper.crawler.round.identity import Identities, Identity
from scraper.crawler.round.outcome import Page
from scraper.crawler.round.reading import PageJob, PageRead, lost, read_page
from scraper.crawler.round.repeats import Repeats
from scraper.crawler.round.telling import Teller
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
    agent: str
    """The name that signals on pages know us by."""
    readers: int
    """Pages that may wait for, or be in, a worker at a time; further ones stay at their hosts."""


class Harvest:
    """Makes of an answer what is delivered and remembered."""

    def __init__(self, bench: Bench, wanted: Wanted, identities: Identities, teller: Teller) -> None:
        self._bench, self._wanted, self._identities, self._teller = bench, wanted, identities, teller
        self._repeats = Repeats(bench.memory)

    async def of(self, visit: Visit, page: Page) -> Entry:
        """Read a page with new bytes, and return what is to be committed."""
        read = await self._read(visit, page)
        identity = await self._identities.of(visit, page.result, read.canonical)
        entry = Entry(Batch(found=self._bench.followed(read.found)))
        if read.kept is not None:
            entry.output.append(("responses", read.kept))
        if identity.taken:
            self._teller.say(Event.PAGE_SAME, visit, to=identity.key)
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
            self._teller.say(Event.PAGE_MOVED, visit, to=identity.href)
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
            agent=self._wanted.agent,
            clean=self._wanted.clean,
            keep=self._wanted.keep,
        )
        if not job.clean and job.follow is None:
            return read_page(job)
        read = await bench.pool.run(read_page, job)
        if not isinstance(read, Lost):
            return read
        self._teller.lost(visit, read.why)
        return lost(page.result, read.why, visit.story_digest)

    async def _past(self, visit: Visit) -> bytes | None:
        """Return what the last record left to compare with."""
        if visit.revision == 0 or (visit.story_digest or b"").startswith(_SKIP):
            return None
        return await asyncio.to_thread(self._bench.memory.past, visit.key)

    def _tell(self, after: Visit, read: PageRead) -> None:
        """Say what became of a page."""
        if read.skipped is not None:
            self._teller.say(Event.PAGE_SKIPPED, after, reason=read.skipped, detail=read.detail)
        elif read.line is None:
            because = {"because": "equal story"} if self._wanted.clean else {}
            self._teller.say(Event.PAGE_UNCHANGED if self._wanted.clean else Event.PAGE_KEPT, after, **because)
        elif after.revision == 1:
            self._teller.say(Event.PAGE_NEW, after)
        else:
            self._teller.say(Event.PAGE_REVISED, after, revision=after.revision)


def _follows(source: Source, visit: Visit) -> bool:
    """Tell whether the links of a page are followed: those a section page names are at depth 0."""
    return source.kind is Kind.SECTION and visit.depth + 1 < source.depth
