"""Under which address a page is remembered."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from scraper.crawler.round.identity import Identities, own_address
from scraper.model.page import FetchResult
from scraper.model.visit import Visit

VISIT = Visit("https://h.example/a", "http://h.example/a", "h.example", "news", 0, 0.0, 0.0)


def answer(url: str = VISIT.href, moved: str | None = None) -> FetchResult:
    return FetchResult(VISIT.href, b"", url, moved=moved)


class Known:
    """A memory that knows one page."""

    def __init__(self, *keys: str) -> None:
        self.keys = keys

    def visit(self, key: str) -> Visit | None:
        """Return a page that was delivered."""
        return replace(VISIT, key=key, revision=1) if key in self.keys else None


@pytest.mark.parametrize(
    ("result", "canonical", "key", "moved"),
    [
        (answer(), None, "https://h.example/a", False),
        (answer(), "https://h.example/a?utm_source=x", "https://h.example/a", False),
        (answer(), "/story/of/rain", "https://h.example/story/of/rain", False),
        (answer(), "https://elsewhere.example/", "https://h.example/a", False),
        (answer("http://h.example/b"), None, "https://h.example/a", False),
        (answer("http://h.example/b", "http://h.example/b"), None, "https://h.example/b", True),
        (answer("http://h.example/b", "http://h.example/b"), "http://h.example/b", "https://h.example/b", True),
    ],
)
def test_own_address(result: FetchResult, canonical: str | None, key: str, *, moved: bool) -> None:
    """Permanent redirects and plausible canonical links give a page its address; other redirects do not."""
    own = own_address(VISIT, result, canonical)
    assert (own.key, own.moved) == (key, moved)


def identify(memory: Any, *visits: Visit, canonical: str = "/own", busy: str = "x") -> list[tuple[bool, bool]]:
    """Return for pages that come one after the other whether each is taken, and whether that is sure."""

    async def inside() -> list[tuple[bool, bool]]:
        identities = Identities(memory)
        with identities.at_work(busy):
            found = [await identities.of(visit, answer(visit.href), canonical) for visit in visits]
        return [(own.taken, own.sure) for own in found]

    return asyncio.run(inside())


def test_first_page_claims_its_address() -> None:
    """Of two pages that call one address their own the second finds it taken."""
    other = replace(VISIT, key="https://h.example/b", href="http://h.example/b")
    assert identify(Known(), VISIT, other) == [(False, True), (True, True)]


def test_address_that_was_delivered_is_taken() -> None:
    """An address the memory knows a record of is taken, and one that is being worked on is, for now."""
    assert identify(Known("https://h.example/own"), VISIT) == [(True, True)]
    assert identify(Known(), VISIT, busy="https://h.example/own") == [(True, False)]
