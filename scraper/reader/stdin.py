"""Standard input, source `-`: one HTML page, or JSONL rows where the first line is one."""

from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from scraper.model.document import Skipped
from scraper.model.page import FetchResult
from scraper.reader.html import whole_page
from scraper.reader.jsonl import lines, looks_like_row, read_rows
from scraper.reader.reading import MAX_BYTES, PLAIN, Columns


def read_stdin(stream: BinaryIO, source: str = "-", columns: Columns = PLAIN) -> Iterator[FetchResult | Skipped]:
    """Yield the page or the rows that stand in a stream."""
    rows = lines(stream)
    head = _head(rows)
    if head and looks_like_row(head[-1], columns):
        yield from read_rows(chain(head, rows), source, columns)
    else:
        yield whole_page(stream, source, b"".join(head))


def _head(rows: Iterator[bytes]) -> list[bytes]:
    """Take lines up to and with the first that is not blank; blank ones are kept for their numbers."""
    head: list[bytes] = []
    size = 0
    for line in rows:
        head.append(line)
        size += len(line)
        if line.strip() or size > MAX_BYTES:
            break
    return head
