"""Records of a crawl: one line of JSON each."""

from scraper.crawler.delivery.naming import Stream
from scraper.model.document import Document, Skipped
from scraper.writer.record import encode


def record_stream() -> Stream:
    """Return the stream records go to."""
    return Stream("records", ".jsonl")


def record_line(record: Document | Skipped) -> bytes:
    """Return a record as a whole line; JSON has line breaks only as escapes."""
    return encode(record) + b"\n"
