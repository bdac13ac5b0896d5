"""JSONL: one page a line, `{"url": ..., "html": ...}` or other names for the two; other fields are left alone.

A row's source is the file's name, `#` and the number of its line, counted from 1 and over blank lines too, so
that `sed -n 17p` finds `pages.jsonl#17`. A row that cannot be used gives a record that says so: a file of a million
rows is not given up for one of them.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from scraper.model.document import SCHEMA, Skipped, SkipReason
from scraper.model.page import FetchResult
from scraper.reader.reading import MAX_BYTES, PLAIN, Columns, printable, too_large


def read_jsonl(stream: BinaryIO, source: str, columns: Columns = PLAIN) -> Iterator[FetchResult | Skipped]:
    """Yield one page or skip for each line that is not blank."""
    return read_rows(lines(stream), source, columns)


def read_rows(rows: Iterable[bytes], source: str, columns: Columns = PLAIN) -> Iterator[FetchResult | Skipped]:
    """Yield one page or skip for each of the lines that is not blank, numbered from 1."""
    for number, line in enumerate(rows, start=1):
        if line.strip():
            yield _row(line, f"{source}#{number}", columns)


def lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a stream; of one above `MAX_BYTES` only the beginning, still longer than that."""
    while line := stream.readline(MAX_BYTES + 1):
        yield line
        while len(line) > MAX_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MAX_BYTES + 1)


def looks_like_row(line: bytes, columns: Columns = PLAIN) -> bool:
    """Say whether a line is a JSON object with the field that holds the page."""
    if not line.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return False
    row = _object(line)
    return isinstance(row, dict) and columns.html in row


def page_of(row: Mapping[str, object], source: str, columns: Columns) -> FetchResult | Skipped:
    """Return the page of one row of whatever carrier, or the skip that says what is wrong with it."""
    html, url = row.get(columns.html), row.get(columns.url)
    if not isinstance(url, str | None):
        return _bad(source, None, f"`{columns.url}` is neither a string nor null")
    address = printable(url) if url else None
    if not isinstance(html, str | bytes):
        return _bad(source, address, f"`{columns.html}` is {'missing' if html is None else 'not a string'}")
    return too_large(source, "page") if len(html) > MAX_BYTES else FetchResult(source, html, url=address)


def _row(line: bytes, source: str, columns: Columns) -> FetchResult | Skipped:
    """Return the page of one line, or the skip that says what is wrong with it."""
    if len(line) > MAX_BYTES:
        return too_large(source, "row")
    row = _object(line)
    if isinstance(row, str):
        return _bad(source, None, f"the line is not JSON: {row}")
    return page_of(row, source, columns)


def _object(line: bytes) -> dict[str, object] | str:
    """Return the JSON object of a line, or one line that says why there is none."""
    try:
        value = json.loads(line)
    except RecursionError:
        return "it is nested too deeply"
    except ValueError as fault:  # JSONDecodeError, UnicodeDecodeError, and whole numbers beyond Python's limit
        return str(fault)
    return value if isinstance(value, dict) else "it is not an object"


def _bad(source: str, url: str | None, detail: str) -> Skipped:
    """Return the skip of a row that cannot be used."""
    return Skipped(SCHEMA, source, url, SkipReason.BAD_ROW, detail)
