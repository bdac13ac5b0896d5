"""The application: which address answers with what, behind the guard; the only file that knows starlette.

Pages are HTML, corrections JSON. Every answer bears the headers of `guard`; requests are checked before anything is
read for them, and only what is listed in the folder is ever opened.
"""

import json
from collections.abc import Awaitable, Callable
from typing import Any, Final

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from scraper.errors import ScraperError
from scraper.inspector.serve import guard
from scraper.inspector.serve.items import Item
from scraper.inspector.serve.listing import listing
from scraper.inspector.serve.shelf import Shelf
from scraper.inspector.serve.view import said, view
from scraper.model.document import Skipped

_MOST: Final = 65_536
"""Bytes of a correction."""
_QUERY: Final = "token"
_Next = Callable[[Request], Awaitable[Response]]


def application(shelf: Shelf, keys: guard.Keys) -> Starlette:
    """Return the application over a folder."""
    doors = _Doors(shelf, keys)
    routes = [
        Route("/", doors.list, methods=["GET"]),
        Route("/item", doors.item, methods=["GET"]),
        Route("/correct", doors.correct, methods=["POST"]),
        Route("/undo", doors.undo, methods=["POST"]),
    ]
    guarded = Middleware(BaseHTTPMiddleware, dispatch=_Guarded(keys).dispatch)
    return Starlette(routes=routes, middleware=[guarded])


class _Guarded:
    """What every request passes first."""

    def __init__(self, keys: guard.Keys) -> None:
        self._keys = keys

    async def dispatch(self, request: Request, go_on: _Next) -> Response:
        """Let a request in, exchange the token for a cookie, or refuse; and put the headers on the answer."""
        asked = guard.Asked(request.method, dict(request.headers), request.cookies)
        if request.url.path == "/" and _QUERY in request.query_params:
            answer = self._entered(request, asked)
        elif (why := guard.refusal(asked, self._keys)) is not None:
            answer = PlainTextResponse(f"{why}\n", status_code=403)
        else:
            answer = await go_on(request)
        for name, held in guard.HEADERS.items():
            answer.headers.setdefault(name, held)
        return answer

    def _entered(self, request: Request, asked: guard.Asked) -> Response:
        """Give who has the token the cookie, and an address without the token, so that it is not shown or kept."""
        why = guard.misdirected(asked, self._keys)
        if why is None and not guard.is_same(request.query_params[_QUERY], self._keys.token):
            why = "this token is of another run; the terminal shows the right address"
        if why is not None:
            return PlainTextResponse(f"{why}\n", status_code=403)
        answer = RedirectResponse("/", status_code=303)
        answer.set_cookie(self._keys.cookie, self._keys.token, path="/", httponly=True, samesite="strict")
        return answer


class _Doors:
    """The answers, one method an address; work that takes long is done in a thread."""

    def __init__(self, shelf: Shelf, keys: guard.Keys) -> None:
        self._shelf, self._keys = shelf, keys

    async def list(self, request: Request) -> Response:
        """Answer with the list."""
        start = request.query_params.get("from", "0")
        number = int(start) if start.isascii() and start.isdigit() and len(start) < 9 else 0
        return await _answered(lambda: HTMLResponse(listing(self._shelf, number)))

    async def item(self, request: Request) -> Response:
        """Answer with an item as the report shows it."""
        name = request.query_params.get("id", "")
        return await _answered(lambda: self._shown(name))

    async def correct(self, request: Request) -> Response:
        """Write a correction: {"id", "first", "last", "role", "lang"}."""
        asked = await _body(request)
        return await _answered(lambda: self._changed(self._shelf.correct(str(asked.get("id", "")), asked)))

    async def undo(self, request: Request) -> Response:
        """Take the last correction back: {"id"}."""
        asked = await _body(request)
        return await _answered(lambda: self._changed(self._shelf.undo(str(asked.get("id", "")))))

    def _shown(self, name: str) -> Response:
        """Return an item's page."""
        item = self._shelf.item(name)
        seen = self._shelf.seen(item)
        if isinstance(seen, Skipped):
            return PlainTextResponse(f"{name} gives no record, {seen.skipped}: {seen.detail}\n", status_code=404)
        page = view(seen, self._shelf.items(), self._keys.csrf, self._shelf.undoable(item))
        return HTMLResponse(page, headers={"Content-Security-Policy": guard.REPORT})

    def _changed(self, item: Item) -> Response:
        """Return what is said of an item now."""
        seen = self._shelf.seen(item)
        if isinstance(seen, Skipped):
            return _fault(f"{item.id} gives no record any more")
        return JSONResponse(dict(said(seen, self._shelf.undoable(item))))


async def _answered(work: Callable[[], Response]) -> Response:
    """Return an answer made in a thread; what somebody has to mend is told."""
    try:
        return await run_in_threadpool(work)
    except ScraperError as fault:
        return _fault(str(fault))


def _fault(why: str) -> Response:
    """Return the answer to what cannot be done."""
    return JSONResponse({"error": why}, status_code=400)


async def _body(request: Request) -> dict[str, Any]:
    """Return the object in a request; an empty one where it is none or too large."""
    held = b""
    async for chunk in request.stream():
        held += chunk
        if len(held) > _MOST:
            return {}
    try:
        asked = json.loads(held)
    except (ValueError, RecursionError):
        return {}
    return asked if isinstance(asked, dict) else {}
