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


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a person should know of an input; no record, and nothing that has to be mended."""

    source: str
    """The input as the user named it."""
    says: str
    """One line."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where pages stand in rows of JSONL and Parquet."""

    html: str = "html"
    """Field with the page: text, in Parquet also the bytes as served."""
    url: str = "url"
    """Field with its address; rows may lack it."""


PLAIN = Columns()
"""The fields that are looked for where nobody says otherwise."""

Item: TypeAlias = FetchResult | Skipped | Unreadable | Remark
"""One page, one page known to give no document, one input that cannot be read, or a word on an input."""

Reader: TypeAlias = Callable[[BinaryIO, str, Columns], Iterator[FetchResult | Skipped | Remark]]
"""Takes an unpacked stream and the name of its source; may raise what `storage.archive.FAULTS` lists."""


def too_large(source: str, what: str, url: str | None = None) -> Skipped:
    """Return the skip of a page or row (`what`) above `MAX_BYTES`."""
    return Skipped(SCHEMA, source, url, SkipReason.TOO_LARGE, f"the {what} is larger than {MAX_BYTES >> 20} MiB")


def printable(name: str) -> str:
    """Return a file name or address as valid Unicode; bytes that are no UTF-8 become U+FFFD."""
    return name.encode("utf-8", "surrogateescape" if _escaped(name) else "replace").decode("utf-8", "replace")


def _escaped(name: str) -> bool:
    """Say whether all lone surrogates of a name stand for undecodable bytes (PEP 383)."""
    return not any("\ud800" <= c < "\udc80" or "\udcff" < c <= "\udfff" for c in name)
