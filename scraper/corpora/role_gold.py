"""Pages whose every visible block was labelled by hand: a folder with one JSON file a page."""

import json
from dataclasses import dataclass
from pathlib import Path

from scraper.errors import InputError
from scraper.model.segment import Role


@dataclass(frozen=True, slots=True)
class GoldSegment:
    """A block and its labels."""

    text: str
    """Its words."""
    role: str
    """What it is for, as in `Role`."""
    lang: str
    """BCP 47 tag of its words, or `und`."""


@dataclass(frozen=True, slots=True)
class RolePage:
    """A page and its blocks."""

    id: str
    """Name of the page."""
    path: Path
    """Where the page's bytes are: the gold names it relative to the folder above its own."""
    segments: tuple[GoldSegment, ...]
    """All visible blocks in page order."""


def read_role_pages(folder: Path) -> tuple[RolePage, ...]:
    """Return the labelled pages of a folder, sorted by file name; InputError names what is missing or malformed."""
    files = sorted(folder.glob("*.json"))
    if not files:
        raise InputError(f"{folder} holds no labelled pages (*.json)")
    return tuple(_page(folder, file) for file in files)


def _page(folder: Path, file: Path) -> RolePage:
    """Return the page of one file."""
    try:
        row = json.loads(file.read_bytes())
        # `Role` refuses what is no role.
        segments = tuple(GoldSegment(s["text"], Role(s["role"]).value, s["lang"]) for s in row["segments"])
        return RolePage(row["id"], folder.parent / row["html"], segments)
    except OSError as fault:
        raise InputError(f"cannot read {file}: {fault.strerror}") from fault
    except (ValueError, KeyError, TypeError) as fault:
        raise InputError(f"{file} is malformed: {fault!r}") from fault
