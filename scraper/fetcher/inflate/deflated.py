"""The codings zlib undoes: gzip, and deflate in both forms servers send."""

import zlib
from collections.abc import Iterator

from scraper.errors import AnswerError

_PIECE = 1 << 16
_GZIP = zlib.MAX_WBITS | 16
_GZIP_MAGIC = b"\x1f\x8b"
_RAW = -zlib.MAX_WBITS
_HEAD = 2


class Deflated:
    """A body in the `deflate` coding."""

    members = False
    """Whether another stream may follow the first."""

    def __init__(self) -> None:
        """Wait for the first bytes, which tell the form."""
        self._stream = zlib.decompressobj()
        self._begun = False
        self._between = True
        self._padding = False
        self._held = b""

    @property
    def complete(self) -> bool:
        """Whether the body may end here: at the end of a stream, or before anything came."""
        return self._between and (self._begun or not self._held)

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield plain pieces of at most 64 KiB; raises AnswerError (without address) where data are damaged."""
        data, self._held = self._held + data, b""
        try:
            yield from self._inflate(data)
        except zlib.error as error:
            raise AnswerError(f"the compressed body is damaged ({error})") from None

    def _inflate(self, data: bytes) -> Iterator[bytes]:
        """Yield what comes of the data, through as many streams as they hold."""
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
        if self._begun and not (self.members and data.startswith(_GZIP_MAGIC)):
            self._padding = True  # Whatever follows the end is no part of the body; browsers ignore it too.
            return False
        self._stream = zlib.decompressobj(self._window(data))
        self._begun = True
        return True

    def _window(self, data: bytes) -> int:
        """Return zlib's window parameter, which also says what header to expect.

        `deflate` means zlib (RFC 9110, 8.4.1.2), but some servers send the bare stream: no zlib header then.
        """
        bare = data[0] & 0x0F != zlib.DEFLATED or (data[0] << 8 | data[1]) % 31
        return _RAW if bare else zlib.MAX_WBITS


class Gzip(Deflated):
    """A body in the `gzip` coding: one stream with checksum or several (RFC 1952, 2.2)."""

    members = True

    def _window(self, data: bytes) -> int:  # noqa: ARG002
        """Return zlib's window parameter for gzip."""
        return _GZIP
