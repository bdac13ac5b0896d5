"""Pages with their gold: a folder of saved pages and what a good cleaning of them gives.

FOLDER/gold.jsonl            one object a page: id, url, page_type, language or country, title, authors, ...
FOLDER/html/<id>.html.gz     the page's bytes as served
"""

import gzip
import json
import random
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scraper.errors import InputError

_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class GoldPage:
    """One page and what is known to be right about it."""

    corpus: str
    """Name of the corpus: the name of its folder."""
    id: str
    """Name of the page in its corpus."""
    path: Path
    """Where the page's bytes are."""
    url: str | None
    """Address of the page where it is known."""
    page_type: str
    """As in `Document`; `unknown` where the gold says nothing."""
    language: str | None
    """Language of the story, else the country of its publisher, else None."""
    title: str | None
    """Headline, None where the gold has none."""
    authors: tuple[str, ...]
    """Authors, empty where the gold has none."""
    published: str | None
    """First publication, beginning with the day (YYYY-MM-DD), None where the gold has none."""
    text: str
    """The main story; empty where the gold is missing."""
    title_in_text: bool
    """Whether `text` begins with the headline."""

    def body(self) -> bytes:
        """Read the page's bytes, and unpack them if they are packed; InputError names the file."""
        return unpacked(self.path)


def unpacked(path: Path) -> bytes:
    """Return the bytes of a page, packed with gzip or plain as its first bytes say; InputError names the file."""
    try:
        body = path.read_bytes()
        return gzip.decompress(body) if body.startswith(_GZIP) else body
    except (OSError, EOFError, zlib.error) as fault:
        raise InputError(f"cannot read {path}: {fault}") from fault


def read_corpus(folder: Path) -> tuple[GoldPage, ...]:
    """Return the pages of a corpus in the order of its gold; InputError says what is missing or malformed."""
    gold = folder / "gold.jsonl"
    try:
        lines = gold.read_text(encoding="utf-8").split("\n")  # not at U+2028, which may stand inside a string
        return tuple(_page(folder, json.loads(line)) for line in lines if line.strip())
    except OSError as fault:
        raise InputError(f"{folder} is no corpus: cannot read {gold}: {fault.strerror}") from fault
    except (ValueError, KeyError, TypeError) as fault:
        raise InputError(f"{gold} is malformed: {fault!r}") from fault


def spread(pages: Sequence[GoldPage], limit: int | None) -> Sequence[GoldPage]:
    """Return at most `limit` pages, evenly spread over the corpus, since neighbours tend to be alike; None: all."""
    if limit is None or limit >= len(pages):
        return pages
    return [pages[i * len(pages) // limit] for i in range(limit)]


def drawn(pages: Sequence[GoldPage], number: int, seed: int) -> Sequence[GoldPage]:
    """Return `number` pages drawn at random, the same for the same seed; all where there are fewer."""
    chance = random.Random(seed)  # noqa: S311 -- a sample, not a secret
    return chance.sample(pages, min(number, len(pages)))


def _page(folder: Path, row: dict[str, Any]) -> GoldPage:
    """Return the page of one row of the gold."""
    return GoldPage(
        corpus=folder.resolve().name,
        id=row["id"],
        path=folder / "html" / f"{row['id']}.html.gz",
        url=row.get("url") or None,
        page_type=row.get("page_type") or "unknown",
        language=row.get("language") or row.get("country"),
        title=row.get("title") or None,
        authors=tuple(row.get("authors") or ()),
        published=row.get("published") or None,
        text=row.get("text") or "",
        title_in_text=bool(row.get("title_in_text")),
    )
