"""Where inputs lie: files, folders, patterns, addresses of remote stores, standard input; found without being read."""

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from scraper.reader.folder import files
from scraper.reader.reading import Unreadable, printable
from scraper.reader.remote import find_remote, is_remote, open_remote, remote_identity
from scraper.reader.table import READERS
from scraper.storage.archive import bare_name, explain, unpacked

STDIN = "-"
"""The path that stands for standard input, and its name in records."""


@dataclass(frozen=True, slots=True)
class Input:
    """One file that is to be read, or standard input."""

    place: str
    """Path or address that it is opened by; `-` for standard input."""
    source: str
    """Its name in records: as the user gave it, valid Unicode."""


def find(paths: Sequence[str], suffixes: frozenset[str] = frozenset(READERS)) -> Iterator[Input | Unreadable]:
    """Yield the inputs that paths, patterns and addresses stand for, in the order given, folders in sorted order.

    In folders only files with one of the suffixes count. Raises MissingExtraError and UsageError for addresses.
    """
    for path in paths:
        if path == STDIN:
            yield Input(path, path)
        elif is_remote(path):
            yield from _remote(path, suffixes)
        else:
            for named in _expanded(path):
                yield from _local(named, suffixes)


def page_files(folder: Path) -> Iterator[Path | Unreadable]:
    """Yield the files of a folder that hold pages, in sorted order."""
    return files(folder, lambda file: suffix_of(file.name) in READERS)


def open_input(place: Input) -> BinaryIO:
    """Open an input for reading, unpacked while it is read. Raises `storage.archive.FAULTS`."""
    if is_remote(place.place):
        return unpacked(open_remote(place.place), place.place)
    return unpacked(cast("BinaryIO", Path(place.place).open("rb")), place.place)


def rooted(place: Input) -> Input:
    """Return the same input by a path that processes with another current directory can use."""
    if place.place == STDIN or is_remote(place.place):
        return place
    return replace(place, place=os.path.abspath(place.place))  # noqa: PTH100 -- `..` after a link stays as the user wrote it


def suffix_of(place: str) -> str:
    """Return the lower-case suffix of a path without its packing: `.html` for `a.HTML.gz`, `` for `a.gz`."""
    return PurePosixPath(bare_name(PurePosixPath(place).name)).suffix


def identity(place: Input) -> str:
    """Return what changes when an input's content does: size and time of a file. Raises OSError."""
    if is_remote(place.place):
        return remote_identity(place.place)
    state = Path(place.place).stat()
    return f"{state.st_size}:{state.st_mtime_ns}"


def _remote(path: str, suffixes: frozenset[str]) -> Iterator[Input | Unreadable]:
    """Yield the files that an address stands for."""
    try:
        named, found = find_remote(path)
    except OSError as fault:
        yield Unreadable(printable(path), explain(fault))
        return
    for place in found:
        if named or suffix_of(place) in suffixes:
            yield Input(place, printable(place))


def _expanded(path: str) -> Sequence[str]:
    """Return what a pattern matches, sorted; a path that is there, or holds no pattern, is itself."""
    if not glob.has_magic(path) or os.path.lexists(path):
        return [path]
    # Nothing matched: the pattern goes on as a path, which will be reported as missing.
    return sorted(glob.glob(path, recursive=True)) or [path]  # noqa: PTH207 -- a pattern may begin anywhere


def _local(path: str, suffixes: frozenset[str]) -> Iterator[Input | Unreadable]:
    """Yield a file that was named, whatever its suffix, or the files of a folder."""
    place = Path(path)
    if not place.is_dir():
        yield Input(path, printable(path))
        return
    for found in files(place, lambda file: suffix_of(file.name) in suffixes):
        if isinstance(found, Unreadable):
            yield Unreadable(printable(_inside(path, place, Path(found.source))), found.why)
        else:
            yield Input(str(found), printable(_inside(path, place, found)))


def _inside(path: str, folder: Path, found: Path) -> str:
    """Return the source of something in a folder: the folder as given, a slash, the rest of the way."""
    if found == folder:
        return path
    return f"{path.rstrip('/')}/{found.relative_to(folder).as_posix()}"
