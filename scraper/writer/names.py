"""File names that every file system takes, made of addresses and titles."""

import re
from hashlib import blake2b
from typing import Final

_UNFIT: Final = re.compile(r"[^a-z0-9]+")
_SCHEME: Final = re.compile(r"^[a-z][a-z0-9+.-]*://(?:www\.)?", re.IGNORECASE)
_LENGTH: Final = 60


def slug(text: str, empty: str) -> str:
    """Return a name of small letters, digits and hyphens, at most 60 long; `empty` where nothing of a text fits."""
    bare = _SCHEME.sub("", text).lower()
    return _UNFIT.sub("-", bare)[:_LENGTH].strip("-") or empty


def file_name(number: int, address: str, ending: str) -> str:
    """Return the name of a page's file: its number among those of its folder first, which keeps names apart."""
    return f"{number:06d}-{slug(address, 'page')}{ending}"


def short_digest(text: str) -> str:
    """Return ten hex digits that tell texts apart whose names look alike."""
    return blake2b(text.encode("utf-8", "replace"), digest_size=5).hexdigest()
