"""What reading gives, and the shape every reader has."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

from scraper.model.document import SCHEMA, Skipped, SkipReason
from scraper.model.page import FetchResult

MAX_BYTES = 64 * 2**20
"""Bytes of one page or one row, unpacked; more are not held in memory."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input that could not be read (further): the caller has to mend it, so it is no record."""

    source: str
    """The input as the user named it, or the file inside the folder that was named."""
    why: str
    """One line for a person: what the system said."""


Item: TypeAlias = FetchResult | Skipped | Unreadable
"""One page, one page that is already known to give no document, or one input that cannot be read."""

Reader: TypeAlias = Callable[[BinaryIO, str], Iterator[FetchResult | Skipped]]
"""Takes an unpacked stream and the name of its source; may raise what `unpack.FAULTS` lists."""


def too_large(source: str, what: str) -> Skipped:
    """Return the skip of a page or row (`what`) above `MAX_BYTES`."""
    return Skipped(SCHEMA, source, None, SkipReason.TOO_LARGE, f"the {what} is larger than {MAX_BYTES >> 20} MiB")


def printable(name: str) -> str:
    """Return a file name or address as valid Unicode; bytes that are no UTF-8 become U+FFFD."""
    return name.encode("utf-8", "surrogateescape" if _escaped(name) else "replace").decode("utf-8", "replace")


def _escaped(name: str) -> bool:
    """Say whether all lone surrogates of a name stand for undecodable bytes (PEP 383)."""
    return not any("\ud800" <= c < "\udc80" or "\udcff" < c <= "\udfff" for c in name)
