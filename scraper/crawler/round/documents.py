"""Documents that name pages: feeds, sitemaps, section pages, lists. Fetched, read in a worker, remembered."""

import asyncio
from collections import deque
from dataclasses import dataclass, replace
from hashlib import blake2b

from scraper.addresses.key import host_key
from scraper.addresses.whatwg import parse
from scraper.crawler.memory import Batch
from scraper.crawler.operations import Event, Log
from scraper.crawler.round.bench import Bench
from scraper.crawler.round.reading import ListingJob, ListingRead, read_list, read_listing
from scraper.crawler.round.visitor import Asked
from scraper.crawler.round.writing import Entry
from scraper.crawler.workers import Lost
from scraper.errors import FetchError, InputError, RefusedError
from scraper.fetcher.retry import cause
from scraper.model.page import FetchResult, Validators
from scraper.model.source import Kind, Source
from scraper.model.visit import Listing

MOST_DOCUMENTS = 10_000
"""Documents of one source (sitemaps of an index, pages of a section) that are read in one round."""


@dataclass(slots=True)
class Account:
    """What a source's round has brought so far."""

    documents: int = 0
    found: int = 0
    fresh: int = 0
    unchanged: int = 0
    cause: str | None = None
    detail: str | None = None


class Documents:
    """Reads the documents of sources."""

    def __init__(self, bench: Bench, log: Log) -> None:
        self._bench, self._log = bench, log

    async def read(self, source: Source, account: Account) -> None:
        """Read all documents of a source, and put down in the account what they brought."""
        if source.kind is Kind.LIST:
            await self._list(source, account)
        else:
            await self._all(source, account)

    async def _list(self, source: Source, account: Account) -> None:
        """Take the addresses of a list."""
        try:
            read = await self._bench.pool.run(read_list, source, self._bench.clock(), self._bench.due())
        except InputError as fault:
            account.cause, account.detail = "file", str(fault)
            return
        if isinstance(read, Lost):
            account.cause, account.detail = "lost", read.why
            return
        self._tell(source, source.name, read)
        await self._keep(read, None, account)

    async def _all(self, source: Source, account: Account) -> None:
        """Read the documents at all addresses of a source: one that does not answer delays no other."""
        seen = set(source.addresses)
        works = [self._from(source, href, seen, account) for href in source.addresses]
        ends = await asyncio.gather(*works, return_exceptions=True)
        for end in ends:
            if end is not None:
                raise end

    async def _from(self, source: Source, start: str, seen: set[str], account: Account) -> None:
        """Read one document, and those it names, one after the other."""
        waiting = deque([(start, 0)])
        while waiting and account.documents < MOST_DOCUMENTS:
            account.documents += 1
            href, hops = waiting.popleft()
            named = await self._document(source, (href, hops), account)
            waiting += [(further, hops + 1) for further in named if further not in seen]
            seen.update(named)

    async def _document(self, source: Source, place: tuple[str, int], account: Account) -> tuple[str, ...]:
        """Read one document, remember what it names, and return the addresses of further ones."""
        href, hops = place
        known = await asyncio.to_thread(self._bench.memory.listing, href) or Listing(href, source.name)
        outcome = await self._fetch(known)
        if isinstance(outcome, FetchError):
            account.cause, account.detail = cause(outcome), str(outcome)
            return ()
        status = outcome.http.status if outcome.http else 200
        digest = blake2b(_bytes(outcome), digest_size=16).digest()
        if status == 304 or (status == 200 and digest == known.digest):
            account.unchanged += 1
            return ()
        if not 200 <= status < 300:
            account.cause, account.detail = f"status-{status}", f"{href}: the server answered with status {status}"
            return ()
        job = ListingJob(source, replace(outcome, headers=()), self._bench.clock(), self._bench.due(), hops)
        read = await self._bench.pool.run(read_listing, job)
        if isinstance(read, Lost):
            account.cause, account.detail = "lost", f"{href}: {read.why}"
            return ()
        self._tell(source, href, read)
        if source.kind is Kind.SECTION:
            read = replace(read, found=tuple(self._bench.followed(read.found)))
        await self._keep(read, _listing(known, outcome, digest, read), account)
        return read.documents

    async def _fetch(self, known: Listing) -> FetchResult | FetchError:
        """Ask for a document as politely as for a page."""
        bench, host = self._bench, host_key(parse(known.href))
        try:
            await bench.desk.check(known.href)
        except RefusedError as refusal:
            return refusal
        await bench.visitor.enter(host)
        validators = Validators(known.etag, known.last_modified) if known.etag or known.last_modified else None
        async with bench.visitor.visit(Asked(known.href, host, validators, bench.desk.check)) as answer:
            return answer.outcome

    def _tell(self, source: Source, href: str, read: ListingRead) -> None:
        """Say what was wrong with a document."""
        for finding in read.findings:
            self._log.say(Event.SOURCE_FINDING, source=source.name, href=href, detail=finding)

    async def _keep(self, read: ListingRead, listing: Listing | None, account: Account) -> None:
        """Remember what was found."""
        found = read.found
        known = await asyncio.to_thread(self._bench.memory.known, [candidate.key for candidate in found])
        account.found += len(found)
        account.fresh += len(found) - len(known)
        listings = [replace(listing, seen_at=self._bench.clock())] if listing else []
        await self._bench.writer.add(Entry(Batch(found=[*found], listings=listings)))


def _listing(known: Listing, result: FetchResult, digest: bytes, read: ListingRead) -> Listing:
    """Return what is remembered of a document.

    One that names further documents is read again each time: these may have changed while it has not.
    """
    if read.documents or result.http is None:
        return Listing(known.href, known.source)
    return replace(known, etag=result.http.etag, last_modified=result.http.last_modified, digest=digest)


def _bytes(result: FetchResult) -> bytes:
    return result.body if isinstance(result.body, bytes) else result.body.encode()
