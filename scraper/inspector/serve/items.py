"""What there is to see in a folder: fixtures, and saved pages that are none yet."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from scraper.errors import InputError
from scraper.inspector.fixtures.saved import ABOUT, EXPECTED, PAGE
from scraper.reader import Unreadable
from scraper.reader.folder import files

_SUFFIX: Final = ".jsonl"
KEPT_FROM: Final = "kept_from"
"""Note in the `page.json` of a fixture: the page in this folder that it was kept from."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look at."""

    id: str
    """Its place below the folder, `en/live-blog` or `pages/a.html`; nothing else is ever opened for a browser."""
    path: Path
    """Folder of the fixture, or file of the page."""
    is_fixture: bool
    """Whether it has an expectation that can be corrected."""


def items(folder: Path) -> Sequence[Item]:
    """Return what is in a folder, in the order of their places. Raises InputError where there is no such folder."""
    if not folder.is_dir():
        raise InputError(f"cannot read {folder}: there is no such folder")
    return sorted(_found(folder), key=lambda item: item.id)


def _found(folder: Path) -> Iterator[Item]:
    """Yield fixtures and pages; a page that was kept as a fixture is not shown twice."""
    fixtures = [path.parent for path in folder.glob(f"**/{EXPECTED}") if not _is_hidden(path.relative_to(folder))]
    for place in fixtures:
        yield Item(place.relative_to(folder).as_posix() if place != folder else place.name, place, is_fixture=True)
    shown = {place / PAGE for place in fixtures} | {folder / kept for kept in map(_kept_from, fixtures) if kept}
    for found in files(folder):
        if not isinstance(found, Unreadable) and found not in shown and _SUFFIX not in found.suffixes:
            yield Item(found.relative_to(folder).as_posix(), found, is_fixture=False)


def _kept_from(place: Path) -> str | None:
    """Return the page that a fixture was kept from by a correction, None where there was none."""
    try:
        about = json.loads((place / ABOUT).read_bytes())
    except (OSError, ValueError):
        # What is wrong with a fixture is told where it is shown.
        return None
    return about.get(KEPT_FROM) if isinstance(about, dict) else None


def _is_hidden(path: Path) -> bool:
    """Whether a file is in a hidden folder: one that is just being made."""
    return any(part.startswith(".") for part in path.parts)
