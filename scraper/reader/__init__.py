"""Saved pages in, one `FetchResult` a page out: files, folders, JSONL rows, standard input.

    path -> folder.files -> table.READERS[suffix] -> FetchResult | Skipped | Unreadable

A new carrier of pages is one file with one function of the shape `reading.Reader` and one row in `table.READERS`.
"""

from scraper.reader.read import read
from scraper.reader.reading import Item, Unreadable

__all__ = ["Item", "Unreadable", "read"]
