"""The story of a record, as it is kept to say what changed in it later.

The story is what the roles `title`, `body` and `caption` hold. A byline is left out, since "two hours ago" changes
without anyone's doing; so is all that stands around the story.

What is kept is text: eight bytes of digest a segment would tell what is new and what is gone, but not what was
reworded, nor the words that are gone. It is packed (zlib) and bounded: behind `KEPT` characters only digests are kept.
"""

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from scraper.model.document import Document
from scraper.model.segment import Role

STORY: Final = frozenset({Role.TITLE, Role.BODY, Role.CAPTION})
"""Roles whose segments make a new record when they change."""

KEPT: Final = 32_768
"""Characters of a story that are kept to say what was reworded."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One segment of a story, as it is kept."""

    role: Role
    """What it is for on its page."""
    digest: str
    """Eight bytes of digest of its role and words, in hex."""
    text: str | None
    """Its words, while there is room."""
    place: int = -1
    """Index among the segments of its record; -1 in a kept story."""


def story_of(document: Document) -> list[Passage]:
    """Return the segments that make the story, in page order."""
    return [
        Passage(segment.role, _digest(segment.role, segment.text), segment.text, place)
        for place, segment in enumerate(document.segments)
        if segment.role in STORY
    ]


def story_digest(document: Document) -> bytes:
    """Return 16 bytes that are the same for the same story."""
    whole = "".join(passage.digest for passage in story_of(document))
    return blake2b(whole.encode("ascii"), digest_size=16).digest()


def pack(story: Sequence[Passage]) -> bytes:
    """Return a story as packed bytes, without the words that are too many."""
    rows, room = [], KEPT
    for passage in story:
        room -= len(passage.text or "")
        rows.append([passage.role, passage.digest, passage.text if room >= 0 else None])
    return zlib.compress(json.dumps(rows, separators=(",", ":")).encode("ascii"), 1)


def unpack(past: bytes) -> list[Passage]:
    """Return a kept story."""
    return [Passage(Role(role), digest, text) for role, digest, text in json.loads(zlib.decompress(past))]


def _digest(role: Role, text: str) -> str:
    """Return eight bytes of digest, in hex."""
    return blake2b(f"{role}\n{text}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
