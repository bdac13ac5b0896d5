"""Lines of records."""

import json

from scraper.crawler.delivery import record_line, record_stream
from scraper.model.segment import Role
from tests.writer.records import document, segment, skipped


def test_record_is_one_line() -> None:
    """A record is a line of JSON with its line break, whatever breaks its text has."""
    line = record_line(document(segment("a\nb\u2028c", Role.BODY)))
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert json.loads(line)["text"] == "a\nb\u2028c"
    assert json.loads(record_line(skipped()))["skipped"] == "empty"
    assert record_stream().ending == ".jsonl"
