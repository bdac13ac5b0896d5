"""JSONL: every record, whole, one a line."""

from scraper.model.document import Document, Skipped
from scraper.writer.record import encode


def render_jsonl(record: Document | Skipped) -> str:
    """Return a record as one line of JSON, without its line break."""
    return encode(record).decode("utf-8")
