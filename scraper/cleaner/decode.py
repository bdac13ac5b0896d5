"""From an answer to a page: bytes to text, and what is no page at all out of the line.

Pure, and total: whatever bytes or characters come in, a `Page` or a `Skipped` comes out.
"""

from hashlib import sha256

from scraper.cleaner.charset.labels import without_surrogates
from scraper.cleaner.charset.settle import settle
from scraper.cleaner.charset.wide import is_wide
from scraper.cleaner.sniff import begins_as_page, blank, controls, data_format, signature
from scraper.model.document import SCHEMA, Skipped, SkipReason
from scraper.model.page import LARGEST, Encoding, FetchResult, Page

_GIVEN = Encoding("utf-8", "text")


def decode(result: FetchResult) -> Page | Skipped:
    """Return the answer as text with the reasons for its encoding, or why it is no page.

    Text that came as text is kept but for lone surrogates. `Page.url` is the last address after redirects.
    """
    if len(result.body) > LARGEST:
        return _skipped(result, SkipReason.TOO_LARGE, f"the page is larger than {LARGEST >> 20} MiB")
    return _from_text(result, result.body) if isinstance(result.body, str) else _from_bytes(result, result.body)


def _from_text(result: FetchResult, body: str) -> Page | Skipped:
    """Take text as it is."""
    text = without_surrogates(body)
    return _page(result, text.encode(), _GIVEN, text)


def _from_bytes(result: FetchResult, body: bytes) -> Page | Skipped:
    """Refuse what is no text, then find the encoding."""
    if blank(body):
        return _skipped(result, SkipReason.EMPTY, _nothing(len(body)))
    refused = signature(body) or _binary(body)
    if refused:
        return _skipped(result, SkipReason.NOT_HTML, refused)
    encoding, text = settle(body, result.http.content_type if result.http else None)
    return _page(result, body, encoding, text)


def _binary(body: bytes) -> str | None:
    """Say why bytes are no text: never of what begins as a page, nor for the zero bytes of UTF-16 and UTF-32."""
    if begins_as_page(body):
        return None
    found = controls(body)
    return None if found and is_wide(body) else found


def _page(result: FetchResult, served: bytes, encoding: Encoding, text: str) -> Page | Skipped:
    """Make the page, unless its text shows that it is none."""
    if blank(text):
        return _skipped(result, SkipReason.EMPTY, _nothing(len(served)))
    refused = data_format(text)
    if refused:
        return _skipped(result, SkipReason.NOT_HTML, refused)
    digest = sha256(served).hexdigest()
    return Page(result.source, text, encoding, digest, _url(result), result.http, result.fetched_at)


def _nothing(size: int) -> str:
    """Say that there is nothing to read."""
    return f"{size} bytes of white space" if size else "no bytes at all"


def _url(result: FetchResult) -> str | None:
    """Return the address the answer came from."""
    return result.http.url if result.http else result.url


def _skipped(result: FetchResult, reason: SkipReason, detail: str) -> Skipped:
    """Say why there is no page."""
    return Skipped(SCHEMA, result.source, _url(result), reason, detail)
