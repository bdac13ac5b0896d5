"""Section pages: the links of a page that a pattern says are pages, and where the section goes on."""

import re
from collections.abc import Iterator
from typing import Final

from scraper.addresses.vetting import vet
from scraper.addresses.whatwg import Address
from scraper.cleaner.decode import decode
from scraper.cleaner.parse import parse
from scraper.crawler.discover.found import Link, Offers, address_of
from scraper.crawler.sources.patterns import LONGEST_MATCHED
from scraper.errors import AddressError
from scraper.model.document import Skipped
from scraper.model.page import FetchResult
from scraper.model.source import Source
from scraper.model.tree import Tree

MOST_LINKS: Final = 20_000
"""Links of a page that are looked at."""
LONGEST_TITLE: Final = 500
"""Characters of a link's words that are kept."""

_LINKING = ("a", "area", "link")


def read_section(source: Source, result: FetchResult) -> Offers:
    """Return what a section page offers; whatever is wrong with it is a finding."""
    page = decode(result)
    if isinstance(page, Skipped):
        return Offers(findings=(f"no page to find links on: {page.detail}",))
    tree = parse(page.text)
    if _forbids_following(tree):
        return Offers(findings=("the page asks not to follow its links (meta robots nofollow)",))
    base = _base(tree, address_of(result))
    pages, following = [], []
    for node in _links(tree):
        href = tree.attributes[node].get("href") or ""
        if "next" in _rel(tree, node):
            following.append(Link(href, title=_words(tree, node)))
        address = _page(source, href, base) if tree.tags[node] != "link" else None
        if address is not None:
            pages.append(Link(href, title=_words(tree, node), address=address))
    findings = () if pages else (f"none of its links matches {source.links!r}",)
    return Offers(tuple(pages), tuple(following[:1]), findings, base)


def _links(tree: Tree) -> Iterator[int]:
    """Yield the elements of a page that link somewhere and may be followed, in document order."""
    found = sorted(node for tag in _LINKING for node in tree.find(tag))
    for node in found[:MOST_LINKS]:
        if (tree.attributes[node].get("href") or "").strip() and "nofollow" not in _rel(tree, node):
            yield node


def _words(tree: Tree, node: int) -> str | None:
    """Return the words of a link."""
    return tree.text(node)[:LONGEST_TITLE] or None


def _rel(tree: Tree, node: int) -> list[str]:
    """Return what a link says of its target."""
    return (tree.attributes[node].get("rel") or "").lower().split()


def _page(source: Source, href: str, base: str | None) -> Address | None:
    """Return the address of a link that leads to a page of the section, None for any other."""
    try:
        address = vet(href, base)
    except AddressError:
        return None
    return address if re.search(source.links or "", address.document[:LONGEST_MATCHED]) else None


def _base(tree: Tree, address: str | None) -> str | None:
    """Return what relative links are relative to: the first `<base href>`, else the page's own address."""
    for node in tree.find("base"):
        href = tree.attributes[node].get("href")
        if href:
            try:
                return vet(href, address).document
            except AddressError:
                break
    return address


def _forbids_following(tree: Tree) -> bool:
    """Whether the page's meta robots says `nofollow` or `none`."""
    for node in tree.find("meta"):
        attributes = tree.attributes[node]
        if (attributes.get("name") or "").strip().lower() == "robots":
            words = {word.strip().lower() for word in (attributes.get("content") or "").split(",")}
            if words & {"nofollow", "none"}:
                return True
    return False
