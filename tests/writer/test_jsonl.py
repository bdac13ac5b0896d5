"""JSONL."""

from scraper.writer.jsonl import render_jsonl
from scraper.writer.record import encode
from tests.writer.records import document, segment, skipped


def test_line_is_the_encoded_record() -> None:
    """A line is the record's JSON and nothing else, for documents and skips alike."""
    for record in (document(segment("é")), skipped()):
        assert render_jsonl(record).encode() == encode(record)
