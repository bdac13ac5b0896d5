"""What a page says of itself as a whole: types it declares, the software that made it, the words of its address."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from scraper.cleaner.features.naming import words_of
from scraper.cleaner.head import linked_data, metas
from scraper.model.tree import Tree

_TYPE = re.compile(r'"@type"\s*:\s*\[?\s*"(?:https?://schema\.org/)?(\w+)"')
_MOST = 40
_META = ("og:type", "generator", "application-name", "og:site_name")
_DIGITS = re.compile(r"\d+")
_PART = re.compile(r"[a-z]{2,20}|#")


def name_page(tree: Tree, url: str | None) -> tuple[str, ...]:
    """Return the names of a page, each once: `@product`, `og:type=article`, `generator=discourse`, `/thread`."""
    return tuple(dict.fromkeys([*_types(tree), *_metas(tree), *_classes(tree), *_address(url)]))[:_MOST]


def _types(tree: Tree) -> Iterator[str]:
    """Yield the schema.org types in the page's data, in the order they come."""
    for text in linked_data(tree):
        yield from (f"@{name.lower()}" for name in dict.fromkeys(_TYPE.findall(text)))
    if any("itemtype" in attributes for attributes in tree.attributes[:_MOST]):
        yield "@itemtype"


def _metas(tree: Tree) -> Iterator[str]:
    """Yield what telling `<meta>` elements say, a word each."""
    for name, content in metas(tree, _META):
        yield from (f"{name}={word}" for word in words_of(content.lower())[:4])


def _classes(tree: Tree) -> Iterator[str]:
    """Yield the words on `<html>` and `<body>`."""
    for node in (0, *tree.find("body")):
        yield from (f"body={word}" for word in words_of(tree.attributes[node].get("class") or ""))


def _address(url: str | None) -> Iterator[str]:
    """Yield the words of the address's path, its top domain, and how deep and how numbered it is."""
    if not url:
        return
    try:
        parts = urlsplit(url)
    except ValueError:
        # What cannot be read as an address says no more than none.
        return
    path = _DIGITS.sub("#", parts.path.lower())
    names = [part for part in path.split("/") if part]
    yield from (f"/{word}" for name in names[:-1] for word in _PART.findall(name))
    yield from (f"//{len(names)}", "/=" if not names else f"/-{min(9, names[-1].count('-'))}")
    if names and "#" in names[-1]:
        yield "/#"
    host = (parts.hostname or "").split(".")
    yield from (f".{label}" for label in (host[0], host[-1]))
