"""A body while it arrives: inflated as it comes, and given up at the first byte beyond a limit."""

from collections.abc import Iterable

from scraper.errors import AnswerError, CutError
from scraper.fetcher.inflate import Inflater, inflater
from scraper.fetcher.limits import Limits

_BLOCK = 1 << 18
_PLAIN = frozenset({"", "identity"})


class Body:
    """The bytes of one answer; every error names the address.

    Memory is bounded by the limits: what is held is the plain bytes so far (twice in `finish`), one chunk, and
    one piece of it.
    """

    def __init__(self, address: str, coding: str, limits: Limits) -> None:
        """Expect a body with this `Content-Encoding`; whether it can be undone matters only if bytes come."""
        self._address = address
        self._limits = limits
        self._sent = 0
        # In blocks: one buffer that grows is copied as it does, and then takes twice its size.
        self._blocks: list[bytes] = []
        self._last = bytearray()
        self._size = 0
        self._coding = coding.strip().lower()
        self._inflater: Inflater | None = None

    def announce(self, length: str) -> None:
        """Take note of a `Content-Length` (empty for none), so that nothing is loaded in vain (AnswerError)."""
        if length.isdecimal():
            self._check_sent(int(length))

    def add(self, chunk: bytes) -> None:
        """Take the next bytes as sent; raises AnswerError beyond a limit or where they cannot be inflated."""
        self._sent += len(chunk)
        self._check_sent(self._sent)
        try:
            for piece in self._pieces(chunk):
                self._keep(piece)
        except AnswerError as error:
            raise AnswerError(f"{self._address}: {error}") from None

    def finish(self) -> bytes:
        """Return the whole body; raises CutError where a compressed one has no end."""
        if self._inflater is not None and not self._inflater.complete:
            raise CutError(f"{self._address}: the compressed body is cut short; try again later")
        return self.so_far()

    def so_far(self) -> bytes:
        """Return what came, whole or not."""
        return b"".join((*self._blocks, self._last))

    def _pieces(self, chunk: bytes) -> Iterable[bytes]:
        """Return the plain bytes of a chunk, piece by piece."""
        if self._coding in _PLAIN:
            return (chunk,)
        if self._inflater is None:
            self._inflater = inflater(self._coding)
        return self._inflater.feed(chunk)

    def _keep(self, piece: bytes) -> None:
        """Append plain bytes, unless they go beyond the limit (AnswerError without address)."""
        limit = self._limits.max_inflated
        self._size += len(piece)
        if self._size > limit:
            raise AnswerError(f"the body is larger than {limit} bytes; allow more with --max-inflated")
        if len(self._last) + len(piece) < _BLOCK:
            self._last += piece
        else:
            self._blocks += (bytes(self._last), piece)
            self._last.clear()

    def _check_sent(self, sent: int) -> None:
        """Raise AnswerError where more bytes are sent than allowed."""
        if sent > self._limits.max_bytes:
            limit = self._limits.max_bytes
            raise AnswerError(f"{self._address}: more than {limit} bytes are sent; allow more with --max-bytes")
