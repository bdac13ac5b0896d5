"""Fixtures as a corpus: whole pages small enough to be written by hand, with everything their record must say.

FOLDER/<tag>/<name>/page.html        the page as served
FOLDER/<tag>/<name>/page.json        its address (`url`), and notes
FOLDER/<tag>/<name>/expected.json    fields of its record, and `segments`: text, role and lang of every visible block
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scraper.corpora.corpus import GoldPage
from scraper.corpora.role_gold import GoldSegment
from scraper.errors import InputError
from scraper.model.segment import Role

_EXPECTED = "expected.json"
_CORPUS = "fixtures"


@dataclass(frozen=True, slots=True)
class FixtureGold:
    """One fixture as a page with gold."""

    page: GoldPage
    """The page; its story is what must be body, a line a block."""
    segments: tuple[GoldSegment, ...]
    """All visible blocks in page order."""


def holds_fixtures(folder: Path) -> bool:
    """Whether a folder has fixtures in it, and is no corpus of packed pages."""
    return not (folder / "gold.jsonl").exists() and any(folder.glob(f"*/*/{_EXPECTED}"))


def read_fixtures(folder: Path) -> tuple[FixtureGold, ...]:
    """Return the fixtures of a folder in the order of their names; InputError names what is missing or malformed."""
    return tuple(_fixture(file.parent) for file in sorted(folder.glob(f"*/*/{_EXPECTED}")))


def _fixture(folder: Path) -> FixtureGold:
    """Return one fixture."""
    expected, about = _read(folder / _EXPECTED), _read(folder / "page.json")
    try:
        # `Role` refuses what is no role.
        segments = tuple(GoldSegment(s["text"], Role(s["role"]).value, s["lang"]) for s in expected["segments"])
    except (ValueError, KeyError, TypeError) as fault:
        raise InputError(f"{folder / _EXPECTED} is malformed: {fault!r}") from fault
    return FixtureGold(_page(folder, {**about, **expected}, segments), segments)


def _page(folder: Path, told: dict[str, Any], segments: Sequence[GoldSegment]) -> GoldPage:
    """Return a page with its gold."""
    return GoldPage(
        corpus=_CORPUS,
        id=f"{folder.parent.name}/{folder.name}",
        path=folder / "page.html",
        url=told.get("url") or None,
        page_type=told.get("page_type") or "unknown",
        language=told.get("language") or None,
        title=told.get("title") or None,
        authors=tuple(told.get("authors") or ()),
        published=told.get("published") or None,
        text="\n".join(segment.text for segment in segments if segment.role == Role.BODY),
        title_in_text=False,
    )


def _read(file: Path) -> dict[str, Any]:
    """Return the object in a file."""
    try:
        found = json.loads(file.read_bytes())
    except OSError as fault:
        raise InputError(f"cannot read {file}: {fault.strerror}") from fault
    except ValueError as fault:
        raise InputError(f"{file} is malformed: {fault!r}") from fault
    if not isinstance(found, dict):
        raise InputError(f"{file} is malformed: it holds no object")
    return found
