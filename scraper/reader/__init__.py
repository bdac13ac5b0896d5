"""Saved pages in, one `FetchResult` a page out: files, folders, patterns, remote stores, rows, archives.

    path -> places.find -> Input -> table.READERS[suffix] -> FetchResult | Skipped | Unreadable | Remark

A new carrier of pages is one file with one function of the shape `reading.Reader` and one row in `table.READERS`.
"""

from scraper.reader.places import STDIN, Input, find, identity, open_input, rooted, suffix_of
from scraper.reader.read import read, read_input
from scraper.reader.reading import PLAIN, Columns, Item, Remark, Unreadable
from scraper.reader.table import is_single

__all__ = [
    "PLAIN",
    "STDIN",
    "Columns",
    "Input",
    "Item",
    "Remark",
    "Unreadable",
    "find",
    "identity",
    "is_single",
    "open_input",
    "read",
    "read_input",
    "rooted",
    "suffix_of",
]
