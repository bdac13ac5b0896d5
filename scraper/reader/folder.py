"""The files of a folder that hold pages, in an order that does not depend on the file system."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from scraper.reader.reading import Unreadable
from scraper.storage.archive import explain


def files(folder: Path, is_wanted: Callable[[Path], bool]) -> Iterator[Path | Unreadable]:
    """Yield the wanted files of a folder and of the folders inside, each folder's entries sorted by name.

    Links to folders are not followed (they may lead in circles), links to files are. Pipes and devices are passed over.
    """
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if path is folder or (path.is_dir() and not path.is_symlink()):
            entries = _entries(path)
            if isinstance(entries, Unreadable):
                yield entries
            else:
                waiting.extend(reversed(entries))
        elif is_wanted(path) and _is_file(path):
            yield path


def _entries(folder: Path) -> list[Path] | Unreadable:
    """Return what is in a folder, sorted by name, or what kept it from being listed."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 -- names sort faster than paths
    except OSError as fault:
        return Unreadable(folder.as_posix(), explain(fault))
    return [folder / name for name in names]


def _is_file(path: Path) -> bool:
    """Say whether a path is a file; a link that leads nowhere is, so that it gets reported."""
    return path.is_file() or (path.is_symlink() and not path.exists())
