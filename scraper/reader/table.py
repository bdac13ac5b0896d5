"""Which reader reads which file."""

from collections.abc import Mapping
from typing import Final

from scraper.reader.html import read_html
from scraper.reader.jsonl import read_jsonl
from scraper.reader.reading import Reader
from scraper.reader.warc import read_warc

READERS: Final[Mapping[str, Reader]] = {
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".jsonl": read_jsonl,
    ".warc": read_warc,
}
"""Reader by lower-case suffix, `.gz` taken off before; in folders files of other suffixes are passed over."""


def reader_of(suffix: str) -> Reader:
    """Return the reader of a file that was named by itself: of unknown suffixes it is taken to be HTML."""
    return READERS.get(suffix, read_html)
