"""Records of files for commands that work on data sets."""

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from scraper.commands.progress import progress
from scraper.errors import InputError
from scraper.model.document import Document, Skipped
from scraper.reader import Unreadable

if TYPE_CHECKING:
    from scraper.dataset import Stored


def restored(files: Sequence[str], tell: Callable[[str], None], doing: str = "") -> Iterator[Document | Skipped | None]:
    """Yield the records of files; None for each file, line or row that cannot be read, which is told.

    On a terminal a bar counts them where `doing` says what is being done.
    """
    from scraper.dataset import stored

    shown = bool(doing) and sys.stderr.isatty() and not sys.stdout.isatty()
    with progress(doing, shown=shown) as tick:
        for found in stored(files, sys.stdin.buffer):
            yield _record(found, tell)
            tick()


def _record(found: "Stored | Unreadable", tell: Callable[[str], None]) -> Document | Skipped | None:
    """Return a record whole; None, after a word on it, where it is none."""
    if isinstance(found, Unreadable):
        tell(f"cannot read {found.source}: {found.why}")
        return None
    try:
        return found.record()
    except InputError as fault:
        tell(str(fault))
        return None
