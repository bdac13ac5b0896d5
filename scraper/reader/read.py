"""The door of the room: paths in, pages out, one at a time."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from scraper.reader.folder import files
from scraper.reader.reading import Item, Reader, Unreadable, printable
from scraper.reader.stdin import SOURCE, read_stdin
from scraper.reader.table import reader_of
from scraper.reader.unpack import FAULTS, explain, open_unpacked, unpacked_suffix


def read(paths: Sequence[str], stdin: BinaryIO) -> Iterator[Item]:
    """Yield the pages of files, folders and (path `-`) of standard input, in the order given.

    Every page of an input comes before what ended it early: a damaged archive gives the rows before the damage and
    then `Unreadable`. At most one page is held in memory.
    """
    for path in paths:
        if path == SOURCE:
            # Left open: the stream belongs to the caller.
            yield from _guarded(nullcontext(stdin), path, read_stdin)
        else:
            yield from _named(path)


def _named(path: str) -> Iterator[Item]:
    """Yield the pages of one path that was named: a file, whatever its suffix, or a folder."""
    place = Path(path)
    if not place.is_dir():
        yield from _file(place, path)
        return
    for found in files(place):
        if isinstance(found, Unreadable):
            yield Unreadable(_inside(path, place, Path(found.source)), found.why)
        else:
            yield from _file(found, _inside(path, place, found))


def _inside(path: str, folder: Path, found: Path) -> str:
    """Return the source of something in a folder: the folder as given, a slash, the rest of the way."""
    if found == folder:
        return path
    return f"{path.rstrip('/')}/{found.relative_to(folder).as_posix()}"


def _file(place: Path, source: str) -> Iterator[Item]:
    """Yield the pages of one file."""
    try:
        stream = open_unpacked(place)
    except FAULTS as fault:
        yield Unreadable(printable(source), explain(fault))
        return
    yield from _guarded(stream, printable(source), reader_of(unpacked_suffix(place)))


def _guarded(opened: AbstractContextManager[BinaryIO], source: str, reader: Reader) -> Iterator[Item]:
    """Yield the pages of a stream and close it; what breaks it off becomes the last item."""
    with opened as stream:
        pages = reader(stream, source)
        while True:
            try:
                page = next(pages, None)
            except FAULTS as fault:
                yield Unreadable(source, explain(fault))
                return
            if page is None:
                return
            yield page
