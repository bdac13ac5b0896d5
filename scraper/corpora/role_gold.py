"""Pages whose every visible block was labelled by hand: a folder with one JSON file a page."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

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
    site: str = ""
    """Last two labels of the host it came from, as its corpus says; empty where that is not known."""

    @property
    def part(self) -> str:
        """`tune` or `report`: half of the sites each, so that nothing is told of sites that something was tuned on."""
        digest = hashlib.sha1((self.site or self.id).encode(), usedforsecurity=False)
        return ("tune", "report")[digest.digest()[-1] % 2]


def read_role_pages(folder: Path) -> tuple[RolePage, ...]:
    """Return the labelled pages of a folder, sorted by file name; InputError names what is missing or malformed."""
    files = sorted(folder.glob("*.json"))
    if not files:
        raise InputError(f"{folder} holds no labelled pages (*.json)")
    pages = [_page(folder, file) for file in files]
    corpora = {page.path.relative_to(folder.parent).parts[0] for page in pages}
    sites = {name: _sites(folder.parent / name / "gold.jsonl") for name in sorted(corpora)}
    return tuple(replace(page, site=_known(page, folder.parent, sites)) for page in pages)


def _known(page: RolePage, above: Path, sites: Mapping[str, Mapping[str, str]]) -> str:
    """Return the site of a page, empty where its corpus does not say."""
    corpus = sites[page.path.relative_to(above).parts[0]]
    return corpus.get(page.path.name.removesuffix(".html.gz"), "")


def _sites(gold: Path) -> dict[str, str]:
    """Return the site of each page of the corpus whose gold this is, by the page's name there; none without gold."""
    if not gold.is_file():
        return {}
    try:
        rows = [json.loads(line) for line in gold.read_text("utf-8").strip().split("\n")]
        return {row["id"]: _site(row.get("url") or "") for row in rows}
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise InputError(f"{gold} is malformed: {fault!r}") from fault


def _site(url: str) -> str:
    return ".".join((urlsplit(url).hostname or "").split(".")[-2:])


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
