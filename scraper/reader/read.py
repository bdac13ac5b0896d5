"""The door of the room: paths in, pages out, one at a time."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import BinaryIO

from scraper.reader.places import STDIN, Input, find, open_input, suffix_of
from scraper.reader.reading import PLAIN, Columns, Item, Reader, Unreadable
from scraper.reader.stdin import read_stdin
from scraper.reader.table import reader_of
from scraper.storage.archive import FAULTS, explain


def read(paths: Sequence[str], stdin: BinaryIO, columns: Columns = PLAIN) -> Iterator[Item]:
    """Yield the pages of files, folders, patterns, addresses and (path `-`) of standard input, in the order given.

    Every page of an input comes before what ended it early: a damaged archive gives the rows before the damage and
    then `Unreadable`. At most one page is held in memory (a few rows of Parquet). `columns` says where pages stand in
    rows. Raises MissingExtraError, UsageError.
    """
    for place in find(paths):
        if isinstance(place, Unreadable):
            yield place
        else:
            yield from read_input(place, stdin, columns)


def read_input(place: Input, stdin: BinaryIO, columns: Columns = PLAIN) -> Iterator[Item]:
    """Yield the pages of one input."""
    if place.place == STDIN:
        # Left open: the stream belongs to the caller.
        yield from _guarded(nullcontext(stdin), place.source, read_stdin, columns)
        return
    try:
        stream = open_input(place)
    except FAULTS as fault:
        yield Unreadable(place.source, explain(fault))
        return
    yield from _guarded(stream, place.source, reader_of(suffix_of(place.place)), columns)


def _guarded(opened: AbstractContextManager[BinaryIO], source: str, reader: Reader, columns: Columns) -> Iterator[Item]:
    """Yield the pages of a stream and close it; what breaks it off becomes the last item."""
    with opened as stream:
        pages = reader(stream, source, columns)
        while True:
            try:
                page = next(pages, None)
            except FAULTS as fault:
                yield Unreadable(source, explain(fault))
                return
            if page is None:
                return
            yield page
