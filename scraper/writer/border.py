"""The border where the system's errors become this package's own."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from scraper.errors import DiskFullError, OutputError

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def naming(place: str) -> Iterator[None]:
    """Turn an OSError of the block into an OutputError that names the place; DiskFullError where room is lacking.

    BrokenPipeError passes: the reader of a pipe that has seen enough is no fault anyone has to mend.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as fault:
        kind = DiskFullError if fault.errno in _FULL else OutputError
        raise kind(f"cannot write {place}: {fault.strerror or fault}") from fault
