"""WARC: one page for each answer (`response` with HTTP, `resource` with HTML); the only file that knows warcio.

A record's source is the file's name, `#` and its number among the file's records, counted from 1. A `revisit` has no
body and becomes a skip that says so. Requests and metadata give nothing; extracted texts (WET) give one remark a file.
Chunks are put together and content codings undone, bounded; a body that is not packed as its header says is taken as
it stands, since many archives unpack bodies and keep the header. Source: ISO 28500:2017.
"""

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, BinaryIO, Final

from scraper.errors import AnswerError, MissingExtraError
from scraper.model.document import SCHEMA, Skipped, SkipReason
from scraper.model.page import FetchResult, Http
from scraper.reader.reading import MAX_BYTES, PLAIN, Columns, Remark, printable, too_large
from scraper.reader.warc_frame import frames
from scraper.storage.inflate import INFLATERS, Inflater

if TYPE_CHECKING:
    from warcio.statusandheaders import StatusAndHeaders

_PAGES: Final = ("response", "resource", "revisit")
_HTML: Final = ("text/html", "application/xhtml+xml")
_STEP: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class _About:
    """What the head of a record says."""

    source: str
    kind: str
    content: str
    url: str | None
    date: str | None


def read_warc(stream: BinaryIO, source: str, columns: Columns = PLAIN) -> Iterator[FetchResult | Skipped | Remark]:
    """Yield one page or skip for each answer; OSError for a damaged file, MissingExtraError without warcio."""
    del columns  # Readers share one shape, and an answer has no columns.
    head_of = _parser()
    kinds: Counter[str] = Counter()
    for number, frame in enumerate(frames(stream), start=1):
        about = _about(head_of(io.BytesIO(frame.head)), f"{source}#{number}")
        kinds[about.kind] += 1
        if about.kind in _PAGES:
            yield from _page(about, frame.block)
    if kinds["conversion"] or not any(kinds[kind] for kind in _PAGES):
        yield Remark(source, _passed_over(kinds))


def _passed_over(kinds: Counter[str]) -> str:
    """Return the word on a file whose records hold no pages, or texts beside them."""
    passed = ", ".join(f"{count} {kind}" for kind, count in kinds.items() if kind not in _PAGES)
    extracted = "; text that was extracted before (WET) has no markup to judge" if kinds["conversion"] else ""
    return f"passed over records that hold no page: {passed or 'it is empty'}{extracted}"


def _about(head: "StatusAndHeaders", source: str) -> _About:
    """Return what the head of a record says."""
    url, kind, content = (
        printable(head.get_header(name) or "") for name in ("WARC-Target-URI", "WARC-Type", "Content-Type")
    )
    # Some programs put the address between angle brackets, as the grammar of WARC 1.0 had it by mistake.
    return _About(source, kind, content.lower(), url.strip("<>") or None, head.get_header("WARC-Date"))


def _page(about: _About, block: bytes | None) -> Iterator[FetchResult | Skipped]:
    """Yield the page of a record or the skip that says why there is none; nothing for what is no page at all."""
    if block is None:
        yield too_large(about.source, "answer", about.url)
    elif about.kind == "revisit":
        detail = "a revisit: the body was kept with an earlier answer, which was the same"
        yield Skipped(SCHEMA, about.source, about.url, SkipReason.EMPTY, detail)
    elif about.kind == "resource" and about.content.startswith(_HTML):
        yield FetchResult(about.source, block, url=about.url, fetched_at=about.date)
    elif about.kind == "response" and about.content.startswith("application/http"):
        yield _answer(about, io.BytesIO(block))


def _answer(about: _About, block: IO[bytes]) -> FetchResult | Skipped:
    """Return the page of an answer of a server."""
    head = _parser()(block)
    code = head.get_statuscode()
    status = int(code) if code.isdecimal() and 100 <= int(code) <= 999 else 200
    body = _plain(_unchunked(block) if head.get_header("transfer-encoding") else block, head)
    if len(body) > MAX_BYTES:
        return too_large(about.source, "answer", about.url)
    told = (head.get_header(name) for name in ("content-type", "etag", "last-modified", "content-language"))
    http = Http(status, about.url or "", (), *(printable(value) if value is not None else None for value in told))
    return FetchResult(about.source, body, url=about.url, http=http, fetched_at=about.date)


def _plain(body: IO[bytes], head: "StatusAndHeaders") -> bytes:
    """Return a body with its content coding undone, one byte more than allowed at most."""
    begin = INFLATERS.get((head.get_header("content-encoding") or "").strip().lower())
    raw = body.read(MAX_BYTES + 1)
    if begin is None or len(raw) > MAX_BYTES:
        return raw
    plain = bytearray()
    try:
        for piece in _pieces(begin(), raw):
            plain += piece
            if len(plain) > MAX_BYTES:
                break
    except AnswerError:
        # Cut or damaged: what came before is what a browser shows. Nothing at all: it was not packed.
        return bytes(plain) or raw
    return bytes(plain)


def _pieces(stream: Inflater, raw: bytes) -> Iterator[bytes]:
    """Yield what comes of a packed body, no more at a time than asked for. Raises AnswerError."""
    for at in range(0, len(raw), _STEP):
        yield from stream.feed(raw[at : at + _STEP])


def _unchunked(body: IO[bytes]) -> IO[bytes]:
    """Return a body with its chunks put together; one that has none stays as it is."""
    from warcio.bufferedreaders import ChunkedDataReader

    return io.BytesIO(ChunkedDataReader(body).read(MAX_BYTES + 1))


def _parser() -> Any:
    """Return what reads a first line and headers from a stream. Raises MissingExtraError."""
    try:
        from warcio.statusandheaders import StatusAndHeadersParser
    except ImportError as fault:
        raise MissingExtraError("reading WARC needs warcio: pip install 'scraper[warc]'") from fault
    return StatusAndHeadersParser([], verify=False).parse
