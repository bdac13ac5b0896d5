"""Parquet: one page a row, in columns `html` (text, or the bytes as served) and `url`, or others that are named.

A row's source is the file's name, `#` and its number, counted from 1. The foot of the file says where its columns are,
so it is read by seeking: a packed one, or standard input, cannot be.
"""

from collections.abc import Iterator
from typing import BinaryIO

from scraper.model.document import Skipped
from scraper.model.page import FetchResult
from scraper.reader.jsonl import page_of
from scraper.reader.reading import PLAIN, Columns
from scraper.storage.parquet import column_names, read_rows


def read_parquet(stream: BinaryIO, source: str, columns: Columns = PLAIN) -> Iterator[FetchResult | Skipped]:
    """Yield one page or skip for each row; OSError for a file without the column of pages, MissingExtraError."""
    names = column_names(stream)
    if columns.html not in names:
        raise OSError(f"it has no column `{columns.html}`; name one of its own: {', '.join(names[:20])}")
    for number, row in enumerate(read_rows(stream, (columns.html, columns.url)), start=1):
        yield page_of(row, f"{source}#{number}", columns)
