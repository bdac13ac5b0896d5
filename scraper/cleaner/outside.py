"""Links to other sites: the site that the one link around or inside a block leads to."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from scraper.cleaner.metadata.address import host
from scraper.model.segment import Block
from scraper.model.tree import Tree

_ABOVE = 4
"""Elements around a block in which its link is looked for."""
_ORIGIN = re.compile(r"(?:https?:)?//[^/?#]{0,250}+(?=[/?#]|\Z)")
_SECOND_LEVEL = frozenset(["ac", "co", "com", "edu", "go", "gov", "net", "or", "org"])
"""Labels under which countries register names: `co` of `bbc.co.uk`."""


def outside_sites(tree: Tree, blocks: Sequence[Block], url: str | None) -> list[str]:
    """Return for each block the site its one link leads to, if it is another one than the page's, else "".

    A site is the label that names it, `theguardian` of `www.theguardian.com`.

    Without `url` the page's site is the one it says itself; where it says none, all are empty.
    """
    own = _site_of(url or _said(tree))
    links = list(tree.find("a")) if own else []
    sites = []
    for block in blocks:
        link = _link(tree, links, block.node) if block.links == 1 and links else None
        site = _site_of(tree.attributes[link].get("href") or "") if link is not None else ""
        sites.append("" if site == own else site)
    return sites


def _said(tree: Tree) -> str:
    """Return the address that the page gives itself: its canonical link, or that of the Open Graph protocol."""
    for link in tree.find("link"):
        if (tree.attributes[link].get("rel") or "").lower() == "canonical":
            return tree.attributes[link].get("href") or ""
    for meta in tree.find("meta"):
        if tree.attributes[meta].get("property") == "og:url":
            return tree.attributes[meta].get("content") or ""
    return ""


def _link(tree: Tree, links: Sequence[int], node: int) -> int | None:
    """Return the first link at or below the node, else the nearest one around it."""
    place = bisect_left(links, node)
    if place < len(links) and links[place] < tree.ends[node]:
        return links[place]
    return next((above for above in islice(tree.ancestors(node), _ABOVE) if tree.tags[above] == "a"), None)


def _site_of(address: str) -> str:
    """Return the site that an absolute address leads to, empty for all others."""
    if not address.startswith(("http:", "https:", "//")):
        return ""
    origin = _ORIGIN.match(address)
    return _known_site(origin[0]) if origin else _site(host(address))


@lru_cache(maxsize=1 << 12)
def _known_site(origin: str) -> str:
    """Return the site of an address without its path: a page links to few, again and again."""
    return _site(host(origin))


def _site(name: str) -> str:
    """Return the label of a host that names its site: `bbc` of `news.bbc.co.uk`."""
    labels = name.split(".")[:-1]
    while len(labels) > 1 and (labels[-1] in _SECOND_LEVEL or len(labels[-1]) < 2):
        labels.pop()
    return labels[-1] if labels else ""
