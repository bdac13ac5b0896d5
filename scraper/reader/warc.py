"""WARC: one page for each `response` record; the only file that knows warcio.

A record's source is the file's name, `#` and its number among the file's records, counted from 1. Records of other
types, of other protocols than HTTP, and answers without a body give nothing. Content and transfer codings are taken
off, as far as warcio knows them. Source: ISO 28500:2017.
"""

from collections.abc import Iterator
from io import BufferedReader
from typing import TYPE_CHECKING, BinaryIO, cast

from scraper.errors import MissingExtraError
from scraper.model.document import Skipped
from scraper.model.page import FetchResult, Http
from scraper.reader.reading import MAX_BYTES, printable, too_large

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord


class _Pieces:
    """A stream whose damage is told: warcio takes EOFError for the end of the file."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = cast("BufferedReader", stream)

    def read(self, size: int = -1) -> bytes:
        """Return the next piece, so that what stands before a damage comes before it is met; OSError there."""
        try:
            return self._stream.read1(size)
        except EOFError as fault:
            raise OSError(str(fault)) from fault


def read_warc(stream: BinaryIO, source: str) -> Iterator[FetchResult | Skipped]:
    """Yield one page or skip for each answer; OSError for a damaged file, MissingExtraError without warcio."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as fault:
        raise MissingExtraError("reading WARC needs warcio: pip install 'scraper[warc]'") from fault
    try:
        for number, record in enumerate(ArchiveIterator(_Pieces(stream)), start=1):
            if record.rec_type == "response" and record.http_headers:
                yield from _answer(record, f"{source}#{number}")
    except ArchiveLoadFailed as fault:
        raise OSError(f"it is no WARC file: {fault}") from fault


def _answer(record: "ArcWarcRecord", source: str) -> Iterator[FetchResult | Skipped]:
    """Yield the page of a response; OSError where the file ends within it."""
    body = record.content_stream().read(MAX_BYTES + 1)
    if record.raw_stream.limit and len(body) <= MAX_BYTES and not record.raw_stream.read(1):
        raise OSError("the file ends in the midst of a record")
    if len(body) > MAX_BYTES:
        yield too_large(source, "answer")
    elif body:
        http = _http(record)
        yield FetchResult(source, body, url=http.url, http=http, fetched_at=record.rec_headers.get_header("WARC-Date"))


def _http(record: "ArcWarcRecord") -> Http:
    """Return what the server said."""
    header = record.http_headers.get_header
    return Http(
        int(record.http_headers.get_statuscode()),
        printable(record.rec_headers.get_header("WARC-Target-URI") or ""),
        (),
        header("content-type"),
        header("etag"),
        header("last-modified"),
        header("content-language"),
    )
