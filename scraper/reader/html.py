"""One HTML file, one page."""

from collections.abc import Iterator
from typing import BinaryIO

from scraper.model.document import Skipped
from scraper.model.page import FetchResult
from scraper.reader.reading import MAX_BYTES, PLAIN, Columns, too_large


def read_html(stream: BinaryIO, source: str, columns: Columns = PLAIN) -> Iterator[FetchResult | Skipped]:
    """Yield the one page of a stream; the bytes stay as they are, whatever their encoding."""
    del columns  # Readers share one shape, and a page has no columns.
    yield whole_page(stream, source)


def whole_page(stream: BinaryIO, source: str, head: bytes = b"") -> FetchResult | Skipped:
    """Return what is left in a stream, after `head` that was taken from it before, as one page."""
    # One byte more than allowed tells a page of exactly the limit from one above it.
    body = head + stream.read(max(0, MAX_BYTES + 1 - len(head)))
    return too_large(source, "page") if len(body) > MAX_BYTES else FetchResult(source, body)
