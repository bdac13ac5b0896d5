"""How profiles are written to files: sequences as small numbers, arrays as bytes that do not change from day to day."""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from scraper.tagger.profiles import NOTHING, OTHER, SPACE
from scraper.tagger.script import COLUMN, table

LARGEST: Final = 250
"""Letters that one group can number."""


def belongs(gram: str, script: str) -> bool:
    """Whether a sequence has letters of the script, and else only spaces."""
    return gram != " " and all(char == " " or table()[ord(char)] == COLUMN[script] for char in gram)


def numbered(gram: str, alphabet: Sequence[str]) -> list[int]:
    """Three numbers of a sequence, as `Group` counts characters."""
    numbers = [SPACE if char == " " else alphabet.index(char) + OTHER + 1 for char in gram]
    return [NOTHING] * (3 - len(gram)) + numbers


def write(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write arrays to one file; the same arrays give the same bytes."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, array in arrays.items():
            # The entry's date is a fixed one, so that the same counts always give the same bytes.
            entry = zipfile.ZipInfo(f"{name}.npy")
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w") as stream:
                np.lib.format.write_array(stream, array, allow_pickle=False)
