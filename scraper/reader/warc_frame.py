"""Cutting a WARC into its records, also where a record's length lies: the next record is found all the same.

A record is a head (`WARC/1.1`, lines, a blank line), as many bytes as its `Content-Length` says, and two line breaks.
Where no record and no end of file follows them, the length is wrong: then the record ends where the next one begins.
Source: ISO 28500:2017, 4 and 5.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final, Protocol, cast

from scraper.reader.reading import MAX_BYTES

_START: Final = re.compile(rb"(?:\A|\n)(?=WARC/[01]\.\d+\r?\n)")
_HEAD_END: Final = re.compile(rb"\r?\n\r?\n")
_LENGTH: Final = re.compile(rb"\ncontent-length:[ \t]*(\d{1,18})[ \t]*\r?\n", re.IGNORECASE)
_HEAD: Final = 1 << 16
_STEP: Final = 1 << 16
_AFTER: Final = 16
"""Bytes behind a block that tell whether its length is right: two line breaks and the beginning of a head."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One record as it stands in the file."""

    head: bytes
    """Its head, blank line included."""
    block: bytes | None
    """What follows it; None where that is larger than a page may be."""


class _HasRead1(Protocol):
    """A stream that gives what is there."""

    def read1(self, size: int, /) -> bytes:
        """Return at most so many bytes."""


class _Tape:
    """A stream with a view of what comes next."""

    def __init__(self, stream: BinaryIO) -> None:
        # What stands before a damage is wanted before the damage is met: `read` would take both in one.
        self._stream = cast("_HasRead1", stream)
        self._fault: Exception | None = None
        self.ahead = bytearray()

    def fill(self, size: int) -> bool:
        """Have at least so many bytes ahead; False where the stream ends before. Raises what ended it early."""
        while len(self.ahead) < size:
            data = self._read()
            if not data:
                return False
            self.ahead += data
        return True

    def settle(self) -> None:
        """Raise what ended the stream early; nothing where it ended well or is still going on."""
        if self._fault is not None:
            raise self._fault

    def skip(self, size: int) -> None:
        """Pass over bytes without holding them; OSError where the stream ends before."""
        while size > len(self.ahead):
            size -= len(self.ahead)
            self.ahead.clear()
            if not self.fill(1):
                self.settle()
                raise OSError("the file ends in the midst of a record")
        del self.ahead[:size]

    def _read(self) -> bytes:
        if self._fault is not None:
            return b""
        try:
            return self._stream.read1(_STEP)
        except (OSError, EOFError) as fault:
            self._fault = fault
            return b""


def frames(stream: BinaryIO) -> Iterator[Frame]:
    """Yield the records of an unpacked WARC, in order; OSError where the file is none, damaged, or cut off."""
    tape = _Tape(stream)
    begun = False
    while _find_start(tape, must=not begun):
        begun = True
        yield _frame(tape)
    tape.settle()


def _find_start(tape: _Tape, *, must: bool) -> bool:
    """Go to the next head; False at the end. `must`: what does not begin with one is no WARC, which is an OSError."""
    while True:
        has_more = tape.fill(_STEP)
        found = _START.search(tape.ahead)
        if found:
            tape.skip(found.end())
            return True
        if must and bytes(tape.ahead).strip():
            tape.settle()
            raise OSError("it is no WARC file: it does not begin with a record")
        if not has_more:
            return False
        tape.skip(len(tape.ahead) - _AFTER)


def _frame(tape: _Tape) -> Frame:
    """Take the record that begins here."""
    tape.fill(_HEAD)
    end = _HEAD_END.search(tape.ahead, 0, _HEAD)
    if end is None:
        tape.settle()
        raise OSError("the file ends in the midst of a record" if len(tape.ahead) < _HEAD else "a record has no head")
    head = bytes(tape.ahead[: end.end()])
    told = _LENGTH.search(head)
    size = int(told[1]) if told else 0
    tape.skip(len(head))
    if size > MAX_BYTES:
        tape.skip(size)
        return Frame(head, None)
    more = tape.fill(size + _AFTER)
    if _is_followed(tape, size, more=more):
        block = bytes(tape.ahead[:size])
        tape.skip(size)
        return Frame(head, block)
    return Frame(head, _mended(tape, size))


def _is_followed(tape: _Tape, size: int, *, more: bool) -> bool:
    """Say whether a record, or nothing, stands behind so many bytes."""
    if len(tape.ahead) < size:
        return False
    after = bytes(tape.ahead[size : size + _AFTER]).lstrip(b"\r\n")
    return after.startswith(b"WARC/") or not (after or more)


def _mended(tape: _Tape, size: int) -> bytes:
    """Take a block whose length is wrong: up to the next record, or to the end of the file where that is longer."""
    tape.fill(MAX_BYTES)
    found = _START.search(tape.ahead, 1)
    if found is None and len(tape.ahead) < size:
        tape.settle()
        raise OSError("the file ends in the midst of a record")
    stop = found.start() if found else size
    block = bytes(tape.ahead[:stop])
    tape.skip(stop)
    return block.removesuffix(b"\r").removesuffix(b"\r\n") if found else block
