"""The `br` coding (RFC 7932); the only file that knows brotli."""

from collections.abc import Iterator

import brotli

from scraper.errors import AnswerError

_PIECE = 1 << 16


class Brotli:
    """A body in the `br` coding."""

    def __init__(self) -> None:
        """Wait for the first bytes."""
        self._stream = brotli.Decompressor()
        self._begun = False

    @property
    def complete(self) -> bool:
        """Whether the body may end here: at the end of the stream, or before anything came."""
        return not self._begun or self._stream.is_finished()

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield plain pieces of about 64 KiB; raises AnswerError (without address) where data are damaged."""
        self._begun = self._begun or bool(data)
        # The decompressor fails on bytes after the end when they come in one chunk with it: so they fail in any.
        if data and self._stream.is_finished():
            raise AnswerError("the compressed body is damaged (bytes after its end)")
        try:
            while not self._stream.is_finished():
                piece = self._stream.process(data, output_buffer_limit=_PIECE)
                data = b""
                yield piece
                # A full piece may leave more inside although all data went in.
                if len(piece) < _PIECE and self._stream.can_accept_more_data():
                    return
        except brotli.error as error:
            raise AnswerError(f"the compressed body is damaged ({error})") from None
