"""One visit under way: ask, follow redirects, and come home with the answer, within limits and one deadline.

There is one deadline around it all, because only cancellation ends everything that can take long: name look-up, a
handshake, a head that drips, a body that drips. Time limits of single steps start anew with every byte.

Nothing secret goes out: no credentials, no referrer; a cookie returns to the origin that set it, within this visit.
A redirect from https to http is followed and stands in the record. It is the server's own word over a verified
connection, and there is nothing of ours to betray; of our own accord nothing is asked without TLS or verification.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import aclosing
from datetime import UTC, datetime
from http import HTTPStatus

from scraper.errors import AnswerError
from scraper.fetcher.client import Jar, Reply, cookies, take_cookies
from scraper.fetcher.clients import Clients, Lease
from scraper.fetcher.headers import Head, describe, read_head
from scraper.fetcher.inflate import ACCEPTED
from scraper.fetcher.limits import Limits
from scraper.fetcher.network import BROKEN_OFF
from scraper.fetcher.reception import drain, receive
from scraper.fetcher.redirects import Trail, is_redirect
from scraper.model.page import FetchResult, Validators

Gate = Callable[[str], Awaitable[None]]
"""Awaited with the target of a redirect before it is followed; may wait, and may raise FetchError."""


class _GivenUpError(Exception):
    """The server had given up a connection that was kept open; the question was never heard."""

    def __init__(self, fault: Exception) -> None:
        """Remember how that showed."""
        self.fault = fault


class Journey:
    """The state of one visit."""

    def __init__(
        self, clients: Clients, trail: Trail, limits: Limits, validators: Validators | None, gate: Gate | None
    ) -> None:
        """Prepare to visit the address at which the trail starts."""
        self._clients = clients
        self._trail = trail
        self._limits = limits
        self._validators = validators
        self._gate = gate
        self._first = trail.address.document
        self._jars: dict[str, Jar] = {}

    async def go(self, source: str) -> FetchResult:
        """Return the answer at the end of the trail; raises FetchErrors, and the foreign ones of `TRANSLATIONS`."""
        async with asyncio.timeout(self._limits.deadline) as clock:
            while True:
                found = await self._hop(source)
                if isinstance(found, FetchResult):
                    return found
                self._trail.follow(found)
                if self._gate is not None:
                    await self._wait_at(self._gate, clock)

    async def _wait_at(self, gate: Gate, clock: asyncio.Timeout) -> None:
        """Ask the gate, and stop the clock meanwhile."""
        loop = asyncio.get_running_loop()
        left = (clock.when() or loop.time()) - loop.time()
        clock.reschedule(None)
        await gate(self._trail.address.document)
        clock.reschedule(loop.time() + left)

    async def _hop(self, source: str) -> FetchResult | str:
        """Return the answer at the present address, or where it points."""
        question = self._question()
        self._trail.depart(question.get("Cookie", ""))
        try:
            return await self._attempt(source, question)
        except _GivenUpError:
            # The client of that connection is retired by now, and a question never heard may be asked again.
            pass
        try:
            return await self._attempt(source, question)
        except _GivenUpError as error:
            raise error.fault from error

    async def _attempt(self, source: str, question: Mapping[str, str]) -> FetchResult | str:
        """Ask once; raises _GivenUpError where a connection that was kept open turns out to be dead."""
        async with self._clients.lease(self._trail.address) as lease:
            reply = await self._ask(lease, question)
            async with aclosing(reply):
                found, whole = await self._take(reply, source)
            # What was not read to its end may still be coming, and in HTTP/2 over the connection of the next visit.
            if not whole:
                self._clients.retire(lease)
        return found

    async def _take(self, reply: Reply, source: str) -> tuple[FetchResult | str, bool]:
        """Return the answer or where it points, and whether all of it was read."""
        head = self._read_head(reply)
        location = head.first("location")
        if location is not None and is_redirect(head.status):
            self._trail.note(head.status)
            return location, await drain(reply)
        body, whole = await receive(reply, head, self._limits, str(self._trail))
        return self._result(source, head, body), whole

    async def _ask(self, lease: Lease, question: Mapping[str, str]) -> Reply:
        """Return the head of the answer to one question."""
        used = lease.answered > 0
        try:
            reply = await lease.client.ask(self._trail.address, question, self._limits)
        except BROKEN_OFF as error:
            if used:
                raise _GivenUpError(error) from error
            raise
        lease.answered += 1
        return reply

    def _question(self) -> dict[str, str]:
        """Return the headers of the next question, but for `Host`."""
        headers = {
            "Accept": "text/html,*/*;q=0.8",
            "Accept-Encoding": ACCEPTED,
            "User-Agent": self._limits.user_agent,
        }
        if self._conditional:
            headers |= _conditions(self._validators)
        cookie = cookies(self._jar(), self._trail.address)
        return {**headers, "Cookie": cookie} if cookie else headers

    @property
    def _conditional(self) -> bool:
        """Whether the validators belong to the present address."""
        if self._validators is None:
            return False
        return self._trail.address.document == (self._validators.address or self._first)

    def _read_head(self, reply: Reply) -> Head:
        """Return the head of an answer, its cookies kept for this visit (AnswerError)."""
        try:
            head = read_head(reply.status_code, reply.headers.raw)
        except AnswerError as error:
            raise AnswerError(f"{self._trail}: {error}") from None
        if head.first("set-cookie"):
            take_cookies(self._jar(), self._trail.address, reply)
        if head.status == HTTPStatus.NOT_MODIFIED and not (self._conditional and _conditions(self._validators)):
            raise AnswerError(f"{self._trail}: the answer is 'not modified' (304), though nobody asked whether it is")
        return head

    def _jar(self) -> Jar:
        """Return the cookies of the present origin."""
        return self._jars.setdefault(self._trail.address.origin, Jar())

    def _result(self, source: str, head: Head, body: bytes) -> FetchResult:
        """Return the answer as the rest of the house knows it."""
        http = describe(head, self._trail)
        return FetchResult(source, body, http.url, http, _now(), head.fields, self._trail.moved)


def _conditions(validators: Validators | None) -> Mapping[str, str]:
    """Return the headers that ask whether a page has changed; values no header can carry are left out."""
    if validators is None:
        return {}
    pairs = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    return {name: value for name, value in pairs.items() if value and value.isascii() and value.isprintable()}


def _now() -> str:
    """Return the time in UTC as records write it, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
