"""Faults of servers that speak HTTP/1.1 without TLS: connections, heads, bodies, codings."""

import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator

import brotli
import zstandard

from scraper.errors import AnswerError, ConnectError, CutError, DeadlineError
from tests.fetcher.faults.fault import Fault, Script
from tests.fetcher.loopback import RESET, Step, answer, endless

OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
PAGE = b"<!doctype html><p>" + b"A paragraph of some length, and then another one. " * 60
GIB = 1 << 30


def always(*steps: Step) -> Script:
    """Answer every request with these steps."""
    return lambda _: steps


def then(first: Iterable[Step], piece: bytes, pause: float) -> Script:
    """Answer with these steps, and a piece and a pause for ever after."""

    def script(_: str) -> Iterator[Step]:
        yield from first
        yield from endless(piece, pause)

    return script


def flood(head: bytes, piece: bytes) -> Script:
    """Answer with a head and the same piece for ever, as fast as it is taken."""

    def script(_: str) -> Iterator[Step]:
        yield head
        while True:
            yield piece

    return script


def bomb(coding: str, pack: Callable[[], Iterator[bytes]]) -> Script:
    """Answer with a body that inflates to one gibibyte."""

    def script(_: str) -> Iterator[Step]:
        yield OK + f"Content-Encoding: {coding}\r\nConnection: close\r\n\r\n".encode()
        yield from pack()

    return script


def _zlib_bomb(window: int) -> Iterator[bytes]:
    machine = zlib.compressobj(9, zlib.DEFLATED, window)
    mebibyte = bytes(1 << 20)
    yield machine.compress(mebibyte) + machine.flush(zlib.Z_FULL_FLUSH)
    # After a full flush every mebibyte is packed alike.
    same = machine.compress(mebibyte) + machine.flush(zlib.Z_FULL_FLUSH)
    for _ in range(1022):
        yield same
    yield machine.compress(mebibyte) + machine.flush()


def _packed(machine: object, end: Callable[[], bytes], step: Callable[[bytes], bytes]) -> Iterator[bytes]:
    mebibyte = bytes(1 << 20)
    for _ in range(GIB >> 20):
        if piece := step(mebibyte):
            yield piece
    yield end()


def _brotli_bomb() -> Iterator[bytes]:
    machine = brotli.Compressor(quality=1)
    return _packed(machine, machine.finish, machine.process)


def _zstd_bomb() -> Iterator[bytes]:
    machine = zstandard.ZstdCompressor(level=1).compressobj()
    return _packed(machine, machine.flush, machine.compress)


PACKED = {
    "gzip": gzip.compress(PAGE),
    "deflate": zlib.compress(PAGE),
    "br": brotli.compress(PAGE),
    "zstd": zstandard.compress(PAGE),
}
BOMBS: dict[str, Callable[[], Iterator[bytes]]] = {
    "gzip": lambda: _zlib_bomb(31),
    "deflate": lambda: _zlib_bomb(15),
    "br": _brotli_bomb,
    "zstd": _zstd_bomb,
}


def damaged(packed: bytes) -> bytes:
    """Return packed bytes with a few of them turned over."""
    middle = len(packed) // 2
    return packed[:middle] + bytes(byte ^ 0xFF for byte in packed[middle : middle + 8]) + packed[middle + 8 :]


CONNECTIONS = (
    Fault("nobody listens", ConnectError, kind="refused", requests=0),
    Fault("connection never accepted", DeadlineError, kind="full", requests=0, slow=True),
    Fault("reset on connecting", ConnectError, kind="reset", requests=0),
    Fault("closed on connecting", ConnectError, kind="closed", requests=0),
    Fault("silence after connecting", DeadlineError, kind="silent", requests=0, slow=True),
    Fault("reset after the request", ConnectError, always(RESET)),
    Fault("closed after the request", ConnectError, always(b"")),
    Fault("silence after the request", DeadlineError, always(9.0), slow=True),
    Fault("reset within the head", ConnectError, always(OK + b"Content-Ty", 0.05, RESET)),
    Fault("closed within the head", ConnectError, always(OK + b"Content-Ty")),
    Fault("stall within the head", DeadlineError, always(OK + b"Content-Ty", 9.0), slow=True),
    Fault("head byte by byte", DeadlineError, then([OK + b"X-Slow: "], b"x", 0.1), slow=True),
    Fault("reset within a body with length", CutError, always(answer(b"half", Content_Length="8"), 0.05, RESET)),
    Fault("stall within a body with length", DeadlineError, always(answer(b"x", Content_Length="8"), 9.0), slow=True),
    Fault("body byte by byte", DeadlineError, then([answer(Content_Length="999")], b"x", 0.1), slow=True),
    Fault("reset within a chunk", CutError, always(CHUNKED + b"8\r\nhalf", 0.05, RESET)),
    Fault("stall between chunks", DeadlineError, always(CHUNKED + b"4\r\nhalf\r\n", 9.0), slow=True),
    Fault("chunk by chunk of one byte, slowly", DeadlineError, then([CHUNKED], b"1\r\nx\r\n", 0.1), slow=True),
    Fault("flood of chunks of one byte", DeadlineError, flood(CHUNKED, b"1\r\nx\r\n" * 9000), slow=True),
    Fault("reset within a body without length", CutError, always(OK + b"\r\nhalf", 0.05, RESET)),
    Fault("body without length, closed", 200, always(OK + b"\r\nall of it"), body=b"all of it"),
)
"""The connection itself, in each phase."""

LENGTHS = (
    Fault("length too long", CutError, always(answer(b"half", Content_Length="8"))),
    Fault("length too short", 200, always(answer(b"whole and more", Content_Length="5")), body=b"whole"),
    Fault("length beyond the limit", AnswerError, always(answer(b"x", Content_Length="99999999"), 9.0)),
    Fault("length negative", AnswerError, always(answer(b"x", Content_Length="-1"))),
    Fault("length no number", AnswerError, always(answer(b"x", Content_Length="x1"))),
    Fault("length of 400 digits", AnswerError, always(answer(b"x", Content_Length="9" * 400), 9.0)),
    Fault("two lengths that differ", AnswerError, always(OK + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx")),
    Fault("two lengths in one header", AnswerError, always(answer(b"xx", Content_Length="1, 2"))),
    Fault("two lengths that agree", 200, always(OK + b"Content-Length: 2\r\nContent-Length: 2\r\n\r\nxx"), body=b"xx"),
    Fault(
        "length and chunks",
        200,
        always(OK + b"Content-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nxx\r\n0\r\n\r\n"),
        body=b"xx",
    ),
    Fault("unknown transfer coding", AnswerError, always(answer(b"x", Transfer_Encoding="gzip"))),
    Fault("chunk size no number", CutError, always(CHUNKED + b"4\r\nhalf\r\nxyz\r\n")),
    Fault("chunk size negative", CutError, always(CHUNKED + b"-4\r\nhalf\r\n0\r\n\r\n")),
    Fault("chunk size of 40 digits", CutError, always(CHUNKED + b"f" * 40 + b"\r\nhalf", 9.0)),
    Fault("chunk longer than its size", CutError, always(CHUNKED + b"2\r\nhalf\r\n0\r\n\r\n")),
    Fault("half a chunk", CutError, always(CHUNKED + b"8\r\nhalf")),
    Fault("last chunk missing", CutError, always(CHUNKED + b"4\r\nhalf\r\n")),
    Fault("end of the last chunk missing", CutError, always(CHUNKED + b"4\r\nhalf\r\n0\r\n")),
    Fault("endless trailer", CutError, flood(CHUNKED + b"4\r\nhalf\r\n0\r\n", b"X-Trailer: x\r\n" * 4000)),
    Fault("endless body", AnswerError, flood(OK + b"\r\n", b"x" * 65536)),
    Fault("endless chunks", AnswerError, flood(CHUNKED, b"10000\r\n" + b"x" * 65536 + b"\r\n")),
)
"""Where a body ends."""

CODINGS = (
    *(
        Fault(f"{coding} cut short", CutError, always(answer(packed[:-6], Content_Encoding=coding)))
        for coding, packed in PACKED.items()
    ),
    *(
        Fault(f"{coding} damaged", AnswerError, always(answer(damaged(packed), Content_Encoding=coding)))
        for coding, packed in PACKED.items()
    ),
    *(
        Fault(f"plain page as {coding}", AnswerError, always(answer(PAGE, Content_Encoding=coding)))
        for coding in PACKED
    ),
    *(Fault(f"{coding} of 1 GiB of nothing", AnswerError, bomb(coding, pack)) for coding, pack in BOMBS.items()),
    Fault("gzip within gzip", AnswerError, always(answer(PACKED["gzip"], Content_Encoding="gzip, gzip"))),
    Fault("50 nested codings", AnswerError, always(answer(PACKED["gzip"], Content_Encoding=", ".join(["gzip"] * 50)))),
    Fault(
        "two codings in two headers",
        AnswerError,
        always(OK + b"Content-Encoding: br\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nxxxx"),
    ),
    Fault("unknown coding", AnswerError, always(answer(b"x", Content_Encoding="compress"))),
    Fault("identity as coding", 200, always(answer(b"x", Content_Encoding="identity")), body=b"x"),
    Fault("coding of an empty body", 200, always(answer(b"", Content_Encoding="br")), body=b""),
    Fault(
        "bytes after the end of gzip", 200, always(answer(PACKED["gzip"] + b"\0\0", Content_Encoding="gzip")), body=PAGE
    ),
)
"""What a body is packed in."""
