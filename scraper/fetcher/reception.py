"""Taking in the body of an answer: all of it, what counts of it, or what has to be got out of the way."""

import asyncio
from dataclasses import replace
from http import HTTPStatus

from scraper.errors import AnswerError, CutError, DeadlineError
from scraper.fetcher.body import Body
from scraper.fetcher.border import one_line
from scraper.fetcher.client import Reply, answer_of
from scraper.fetcher.headers import Head
from scraper.fetcher.limits import Limits
from scraper.fetcher.network import TRANSLATIONS

_FIRST_ERROR = HTTPStatus.BAD_REQUEST
_ERROR_PAGE = 1 << 20
_DRAINED = 16 << 10
_DRAINING = 0.5
_BREATH = 64


async def receive(reply: Reply, head: Head, limits: Limits, where: str) -> tuple[bytes, bool]:
    """Return the body of an answer, and whether all of it was taken; `where` is what messages call the address.

    Of an error page the status is what matters: where its body is unusable, what came before is enough. Raises
    AnswerError for other bodies that are too large, cut short or damaged, and the foreign errors that mean lateness.
    """
    body = Body(where, head.joined("content-encoding"), _bounds(head, limits))
    try:
        # "Not modified" announces the length of the page it does not send (RFC 9110, 8.6).
        if head.status != HTTPStatus.NOT_MODIFIED:
            body.announce(head.first("content-length") or "")
        answer_of(reply).expect_body(limits.max_bytes)
        await _take(reply, body, where)
        return body.finish(), True
    except AnswerError:
        if head.status < _FIRST_ERROR:
            raise
        return body.so_far(), False


async def drain(reply: Reply) -> bool:
    """Read a body nobody wants where it is small, so that the connection stays usable; tell whether it does."""
    try:
        async with asyncio.timeout(_DRAINING):
            return await _ends_soon(reply)
    except tuple(TRANSLATIONS):
        return False


async def _ends_soon(reply: Reply) -> bool:
    """Read a body up to a few kilobytes, and tell whether that was all."""
    size = 0
    async for piece in reply.aiter_raw():
        size += len(piece)
        if size > _DRAINED:
            return False
    return True


async def _take(reply: Reply, body: Body, where: str) -> None:
    """Read a body to its end; CutError where the connection fails, and the foreign errors that mean lateness."""
    count = 0
    try:
        async for piece in reply.aiter_raw():
            body.add(piece)
            count += 1
            # Pieces that are already here come without a pause: others, and the deadline, want their turn.
            if count % _BREATH == 0:
                await asyncio.sleep(0)
    except tuple(TRANSLATIONS) as error:
        if _is_late(error):
            raise
        raise CutError(f"{where}: the body is cut short; try again later ({one_line(error)})") from error


def _bounds(head: Head, limits: Limits) -> Limits:
    """Return the limits of a body; nobody reads error pages at length."""
    if head.status < _FIRST_ERROR:
        return limits
    most = min(limits.max_bytes, _ERROR_PAGE)
    return replace(limits, max_bytes=most, max_inflated=min(limits.max_inflated, _ERROR_PAGE))


def _is_late(error: Exception) -> bool:
    """Tell whether a foreign error means that time ran out."""
    meaning = next(TRANSLATIONS[base] for base in type(error).__mro__ if base in TRANSLATIONS)
    return issubclass(meaning.error, DeadlineError)
