"""Records of files for commands that work on data sets."""

import sys
from collections.abc import Callable, Iterator, Sequence

from scraper.errors import InputError
from scraper.model.document import Document, Skipped


def restored(files: Sequence[str], tell: Callable[[str], None]) -> Iterator[Document | Skipped | None]:
    """Yield the records of files; None for each file, line or row that cannot be read, which is told."""
    from scraper.dataset import Stored, stored

    for found in stored(files, sys.stdin.buffer):
        if not isinstance(found, Stored):
            tell(f"cannot read {found.source}: {found.why}")
            yield None
            continue
        try:
            yield found.record()
        except InputError as fault:
            tell(str(fault))
            yield None
