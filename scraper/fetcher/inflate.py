"""Undoing a content coding piece by piece, so that a small answer cannot grow without bound unseen.

The HTTP client's own decoders inflate whatever one read brought in one go: 64 KiB of gzip become 64 MiB, of
brotli far more. So bodies are taken raw and inflated here, and only codings are accepted that the standard
library can undo in bounded steps: gzip and deflate. Brotli and zstd can be a row here once a
dependency with a bounded decompressor is worth having.
"""

import zlib
from collections.abc import Iterator, Mapping

from scraper.errors import AnswerError

ACCEPTED = "gzip, deflate"
"""Value of the `Accept-Encoding` header that promises no more than this file can do."""

_PIECE = 1 << 16
_GZIP = zlib.MAX_WBITS | 16
_GZIP_MAGIC = b"\x1f\x8b"
_ZLIB = zlib.MAX_WBITS
_RAW = -zlib.MAX_WBITS
_HEAD = 2
_WINDOWS: Mapping[str, int] = {"gzip": _GZIP, "x-gzip": _GZIP, "deflate": _ZLIB}


class Inflater:
    """A body of one coding on its way to its plain bytes."""

    def __init__(self, coding: str) -> None:
        """Prepare for a `Content-Encoding`; raises AnswerError (without address) where it cannot be undone."""
        if coding not in _WINDOWS:
            raise AnswerError(f"the body is encoded as {coding[:40]!r}, which was not asked for and cannot be undone")
        self._window = _WINDOWS[coding]
        self._stream = zlib.decompressobj(self._window)
        self._begun = False
        self._between = True
        self._padding = False
        self._held = b""

    @property
    def complete(self) -> bool:
        """Whether the body may end here: at the end of a stream, or before anything came."""
        return self._between and (self._begun or not self._held)

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield plain pieces of at most 64 KiB; nothing is inflated before it is asked for.

        Raises AnswerError (without address) where the bytes are not what the coding promises.
        """
        data, self._held = self._held + data, b""
        try:
            yield from self._inflate(data)
        except zlib.error as error:
            raise AnswerError(f"the compressed body is damaged ({error})") from None

    def _inflate(self, data: bytes) -> Iterator[bytes]:
        """Yield what comes of the data, through as many gzip members as it holds (RFC 1952, 2.2)."""
        piece = b""
        # A full piece may leave more inside zlib although all data went in: ask again before believing it is over.
        while not self._padding and (data or len(piece) == _PIECE):
            if self._between and not self._open(data):
                return
            piece = self._stream.decompress(data, _PIECE)
            self._between = self._stream.eof
            data = self._stream.unused_data if self._between else self._stream.unconsumed_tail
            yield piece

    def _open(self, data: bytes) -> bool:
        """Begin the stream that these data start with; False where that takes more data, or where none starts."""
        if len(data) < _HEAD:
            self._held = data
            return False
        if self._begun and not (self._window == _GZIP and data.startswith(_GZIP_MAGIC)):
            self._padding = True  # Whatever follows the end is no part of the body; browsers ignore it too.
            return False
        self._stream = zlib.decompressobj(self._window_for(data))
        self._begun = True
        return True

    def _window_for(self, data: bytes) -> int:
        """Return zlib's window parameter, which also says what header to expect.

        `deflate` means zlib (RFC 9110, 8.4.1.2), but some servers send the bare stream: no zlib header then.
        """
        if self._window == _ZLIB and (data[0] & 0x0F != zlib.DEFLATED or (data[0] << 8 | data[1]) % 31):
            return _RAW
        return self._window
