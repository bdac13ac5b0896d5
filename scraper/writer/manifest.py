"""What a finished shard says of itself: `_manifest.json` in its folder.

A shard is a folder that is made under a hidden name and renamed when everything in it is on disk, the manifest too. So
a folder with a manifest is whole, and one without is none of these.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from scraper.errors import InputError
from scraper.writer.record import decode, encode

MANIFEST: Final = "_manifest.json"
"""Name of the file; tools that read folders as tables pass over names with an underscore."""

SUCCESS: Final = "_SUCCESS"
"""Name of the file that says that a run came to its end and every input was read."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a shard is made of: while this stays the same, it need not be made again."""

    name: str
    """Name of the shard's folder."""
    inputs: tuple[tuple[str, str], ...]
    """Source and identity (size and time, digest) of every input, in order."""
    made_by: Mapping[str, str]
    """Versions, and a digest of all options."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a shard."""

    name: str
    """Its name in the folder."""
    size: int
    """Its bytes."""
    sha256: str
    """Digest of its bytes, in hex."""
    records: int
    """Records in it."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands in the file."""

    task: Task
    """What the shard was made of."""
    records: int
    """Records of the task: documents and skips, whether they were written or not."""
    skipped: Mapping[str, int]
    """Number of skips by reason."""
    unreadable: tuple[str, ...] = ()
    """Inputs that could not be read to their end, and why; such a shard is made again."""
    parts: tuple[Part, ...] = ()
    """Its files, in order."""
    version: int = field(default=1)
    """Version of this form."""

    def as_bytes(self) -> bytes:
        """Return the file's content."""
        return encode(_ordered(asdict(self))) + b"\n"


def is_done(folder: Path, task: Task) -> bool:
    """Say whether the shard of a task is there and whole: made of the same, all read, every file of its size."""
    try:
        told = decode((folder / MANIFEST).read_bytes())
        sizes = {part["name"]: part["size"] for part in told["parts"]}
        is_there = all((folder / name).stat().st_size == size for name, size in sizes.items())
    except (OSError, InputError, KeyError, TypeError):
        return False
    return is_there and bool(task.inputs) and not told["unreadable"] and told["task"] == _told(task)


def counts(folder: Path) -> Mapping[str, Any]:
    """Return the manifest of a finished shard, as it stands there."""
    return decode((folder / MANIFEST).read_bytes())


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _told(task: Task) -> dict[str, Any]:
    """Return a task as it comes back from a manifest."""
    return decode(encode(_ordered(asdict(task))))


def _ordered(values: dict[str, Any]) -> dict[str, Any]:
    """Return the same, the name of the form first for people who look inside."""
    return {"about": "a finished shard of scraper", **values} if "version" in values else values
