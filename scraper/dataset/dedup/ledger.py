"""What is noted of every record, on disk: the key of its story, its signature, its length, its source."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.fingerprint import shingles, story_key
from scraper.dataset.dedup.minhash import SIZE, signature
from scraper.writer.border import naming

NOTE: Final = np.dtype([("high", "<u8"), ("low", "<u8"), ("chars", "<i8"), ("source", "<i8"), ("end", "<i8")])
"""One record: key of its story in two halves (0 without one), length of the story, where its source stands."""

_SIGN: Final = np.dtype((np.uint32, (SIZE,)))


@contextmanager
def open_ledger(*, near: bool) -> Iterator["Ledger"]:
    """Yield an empty ledger in a folder for temporary files (`TMPDIR`), removed at the end of the block.

    `near`: whether signatures are made too, which takes ten times the disk. Raises OutputError where room lacks.
    """
    with tempfile.TemporaryDirectory(prefix="scraper-dedup-") as folder, ExitStack() as stack:
        yield Ledger(Path(folder), stack, near=near)


class Ledger:
    """Notes records in order, and gives back what was noted as arrays that lie on disk."""

    def __init__(self, folder: Path, stack: ExitStack, *, near: bool) -> None:
        self._folder = folder
        self._near = near
        self._notes = stack.enter_context((folder / "notes").open("wb"))
        self._signs = stack.enter_context((folder / "signs").open("wb"))
        self._sources = stack.enter_context((folder / "sources").open("wb"))
        self._place = 0
        self.records = 0

    def note(self, source: str, text: str) -> None:
        """Note one document. Raises OutputError, MissingExtraError."""
        triples = shingles(text)
        name = source.encode("utf-8", "replace")
        row = np.zeros(1, dtype=NOTE)
        key = story_key(text) or "0"
        row["high"], row["low"] = int(key[:16], 16), int(key[16:] or "0", 16)
        row["chars"], row["source"], row["end"] = len(text), self._place, self._place + len(name)
        with naming(str(self._folder)):
            self._notes.write(row.tobytes())
            self._sources.write(name)
            if self._near:
                self._signs.write(signature(triples).tobytes() if len(triples) else bytes(4 * SIZE))
        self._place += len(name)
        self.records += 1

    def notes(self) -> NDArray[Any]:
        """Return what was noted, in order."""
        return self._mapped("notes", NOTE)

    def signatures(self) -> NDArray[np.uint32] | None:
        """Return the signatures, of shape (records, `SIZE`); None where none were made."""
        return self._mapped("signs", _SIGN) if self._near else None

    def source(self, note: Any) -> str:
        """Return the source of a record by its note."""
        self._sources.flush()
        with (self._folder / "sources").open("rb") as file:
            file.seek(int(note["source"]))
            return file.read(int(note["end"] - note["source"])).decode("utf-8")

    def _mapped(self, name: str, kind: np.dtype[Any]) -> NDArray[Any]:
        for file in (self._notes, self._signs, self._sources):
            file.flush()
        if not self.records:
            return np.zeros(0, dtype=kind)
        return np.memmap(self._folder / name, dtype=kind, mode="r")
