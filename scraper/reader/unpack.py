"""Bytes of a file, unpacked when its name ends in `.gz`."""

import gzip
import zlib
from pathlib import Path
from typing import BinaryIO, cast

FAULTS = (OSError, EOFError, zlib.error)
"""What opening and reading may raise: the system's errors (`gzip.BadGzipFile` is one), a cut-off or garbled archive."""

_PACKED = ".gz"


def unpacked_suffix(path: Path) -> str:
    """Return the lower-case suffix of a file without its packing: `.html` for `a.HTML.gz`, `` for `a.gz`."""
    name = path.name.lower()
    return Path(name.removesuffix(_PACKED)).suffix


def open_unpacked(path: Path) -> BinaryIO:
    """Open a file for reading bytes; archives are unpacked piece by piece while they are read. Raises `FAULTS`."""
    if path.name.lower().endswith(_PACKED):
        return cast("BinaryIO", gzip.open(path, "rb"))
    return path.open("rb")


def explain(fault: BaseException) -> str:
    """Return one line that says what went wrong, without the path (the caller names it)."""
    if isinstance(fault, gzip.BadGzipFile | EOFError | zlib.error):
        return f"the gzip archive is damaged ({fault})"
    if isinstance(fault, OSError) and fault.strerror:
        return fault.strerror
    return str(fault)
