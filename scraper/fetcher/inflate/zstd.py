"""The `zstd` coding (RFC 8878); the only file that knows zstandard."""

from collections.abc import Iterator

import zstandard

from scraper.errors import AnswerError

# A block of four bytes can stand for 128 KiB, and the decompressor gives all that its input stands for: so its input
# is cut small, and one slice gives 2 MiB at most.
_SLICE = 64
_WINDOW = 8 << 20
"""Bytes of memory a stream may claim: what RFC 8878, 3.1.1.1.2 tells every receiver to allow, and browsers do."""
_MAGIC = b"\x28\xb5\x2f\xfd"
_SKIPPABLE = b"\x2a\x4d\x18"


class Zstd:
    """A body in the `zstd` coding: one frame or several."""

    def __init__(self) -> None:
        """Wait for the first bytes."""
        self._machine = zstandard.ZstdDecompressor(max_window_size=_WINDOW)
        self._frame: zstandard.ZstdDecompressionObj | None = None
        self._begun = False
        self._padding = False
        self._held = b""

    @property
    def complete(self) -> bool:
        """Whether the body may end here: at the end of a frame, or before anything came."""
        return self._frame is None and (self._begun or not self._held)

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield plain pieces of at most 2 MiB; raises AnswerError (without address) where data are damaged."""
        data, self._held = self._held + data, b""
        try:
            yield from self._inflate(memoryview(data))
        except zstandard.ZstdError as error:
            raise AnswerError(f"the compressed body is damaged ({error})") from None

    def _inflate(self, data: memoryview) -> Iterator[bytes]:
        """Yield what comes of the data, slice by slice, through as many frames as they hold."""
        while data and not self._padding:
            if self._frame is None and not self._open(bytes(data[: len(_MAGIC)])):
                self._held = b"" if self._padding else bytes(data)
                return
            piece, data = self._step(data)
            yield piece

    def _step(self, data: memoryview) -> tuple[bytes, memoryview]:
        """Return what one slice gives, and what is left of the data."""
        frame = self._frame
        if frame is None:
            return b"", data
        piece = frame.decompress(data[:_SLICE])
        left = data[_SLICE:]
        if frame.eof:
            self._frame = None
            left = data[min(_SLICE, len(data)) - len(frame.unused_data) :]
        return piece, left

    def _open(self, start: bytes) -> bool:
        """Begin the frame that these bytes start; False where that takes more of them, or where none starts."""
        if self._begun and len(start) < len(_MAGIC):
            return False
        if self._begun and start != _MAGIC and start[1:] != _SKIPPABLE:
            self._padding = True  # Whatever follows the end is no part of the body.
            return False
        self._frame = self._machine.decompressobj()
        self._begun = True
        return True
