"""The border where the system's errors become this package's own."""

from collections.abc import Iterator
from contextlib import contextmanager

from scraper.errors import OutputError


@contextmanager
def naming(place: str) -> Iterator[None]:
    """Turn an OSError of the block into an OutputError that names the place.

    BrokenPipeError passes: the reader of a pipe that has seen enough is no fault anyone has to mend.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as fault:
        raise OutputError(f"cannot write {place}: {fault.strerror or fault}") from fault
