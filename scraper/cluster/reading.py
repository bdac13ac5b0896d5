"""First step: inputs in, their pages out, on whichever machine of the cluster has time."""

import io
from collections.abc import Iterable, Iterator

from scraper.cluster.parcels import opened, parcels
from scraper.errors import UsageError
from scraper.reader import STDIN, Columns, Input, is_single, read_input, rooted, suffix_of


def handfuls(entries: Iterable[object]) -> Iterator[bytes]:
    """Yield entries as parcels for `pages_of`, one for each input of many pages, since one machine reads a parcel.

    Relative paths become absolute ones: other processes stand elsewhere. Raises UsageError for standard input.
    """
    near: list[object] = []
    for entry in entries:
        is_many = isinstance(entry, Input) and not is_single(suffix_of(entry.place))
        if is_many:
            yield from parcels(near)
            near = []
        near.append(_reachable(entry))
        if is_many:
            yield from parcels(near)
            near = []
    yield from parcels(near)


def pages_of(parcel: bytes, columns: Columns) -> Iterator[bytes]:
    """Yield the pages of a parcel's inputs as parcels; what is no input stays in its place."""
    return parcels(_read(opened(parcel), columns))


def _read(entries: Iterable[object], columns: Columns) -> Iterator[object]:
    """Yield each input's pages, and anything else as it is."""
    for entry in entries:
        if isinstance(entry, Input):
            yield from read_input(entry, io.BytesIO(), columns)
        else:
            yield entry


def _reachable(entry: object) -> object:
    """Return an entry as other processes can find it."""
    if not isinstance(entry, Input):
        return entry
    if entry.place == STDIN:
        raise UsageError("standard input is here and not on a cluster: write it to a file first")
    return rooted(entry)
