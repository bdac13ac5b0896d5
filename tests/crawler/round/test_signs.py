"""What pages say of their own use."""

import pytest

from scraper.crawler.round.signs import signals_of
from scraper.model.page import FetchResult

NOAI = '<html><head><meta name="robots" content="index, noai"></head><body>x</body></html>'


def page(body: bytes | str, **headers: str) -> FetchResult:
    fields = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return FetchResult("http://h.example/", body, "http://h.example/", headers=fields)


@pytest.mark.parametrize("body", [NOAI, NOAI.encode(), NOAI.encode("utf-16"), NOAI.upper().encode()])
def test_meta_elements_are_heard(body: bytes | str) -> None:
    """A `meta` element is heard in any encoding and spelling."""
    found = signals_of(page(body), "bot")
    assert found is not None
    assert found.noai
    assert not found.noindex


def test_headers_are_heard() -> None:
    """What headers say is heard too, for pages of any kind."""
    found = signals_of(page(b"%PDF-1.7", x_robots_tag="noindex", tdm_reservation="1"), "bot")
    assert found is not None
    assert (found.noindex, found.tdm_reserved) == (True, True)


def test_most_pages_say_nothing() -> None:
    """A page without such words has no signals."""
    assert signals_of(page(b'<meta name="robots" content="index, follow"><p>noai'), "bot") is None
