"""Signals that a page carries beside robots.txt, recorded for those who use what was crawled.

    where                                          what
    X-Robots-Tag: noindex, nofollow                for every crawler (developers.google.com: robots meta tag)
    X-Robots-Tag: scraper: noindex                 for the crawler named, up to the next header field
    <meta name="robots" content="noai">            for every crawler; `name="scraper"` for that one
    TDM-Reservation: 1   <meta name="tdm-reservation" content="1">    rights reserved (TDM Reservation Protocol, W3C)
    TDM-Policy: address  <meta name="tdm-policy" content="address">   where they can be had
    Content-Usage: train-ai=n   Content-Signal: ai-train=no           what the content may be used for

What the crawl makes of them: `nofollow` ends the discovery of links on the page, nothing else is done unasked. All
others are recorded; `reserved` says in one word whether a delivery that honours them would leave the page out. `none`
is `noindex` and `nofollow`; `all` says nothing.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from scraper.crawler.robots.rules import product_token
from scraper.model.signals import Signals

Pairs = Sequence[tuple[str, str]]

_DIRECTIVES: Final = ("noindex", "nofollow", "noai", "noimageai", "nosnippet", "noarchive")
_VALUED: Final = frozenset({"unavailable_after", "max-snippet", "max-image-preview", "max-video-preview"})
_PREFERENCES: Final = frozenset({"content-usage", "content-signal"})
_AGENT: Final = re.compile(r"\s*([A-Za-z0-9_.-]+)\s*:(.*)", re.DOTALL)
_LONGEST = 2000


def read_signals(headers: Pairs, metas: Pairs, agent: str) -> Signals:
    """Return the signals for a crawler of this name in header fields and `meta` elements, pairs of name and content.

    Any text is read; what is not understood says nothing. A header on mining goes before a `meta` element.
    """
    token = product_token(agent)
    tags = [*_header_tags(headers, token), *_meta_tags(metas, token)]
    said = {directive for _, words in tags for directive in _directives(words)}
    named = [(name.strip().lower(), value.strip()[:_LONGEST]) for name, value in (*headers, *metas)]
    mining = [(name, value) for name, value in named if name in {"tdm-reservation", "tdm-policy"} and value]
    uses = [(name, value) for name, value in named[: len(headers)] if name in _PREFERENCES and value]
    reservation = next((value for name, value in mining if name == "tdm-reservation" and value in {"0", "1"}), None)
    return Signals(
        **{directive: directive in said for directive in _DIRECTIVES},
        tdm_reserved=None if reservation is None else reservation == "1",
        tdm_policy=next((value for name, value in mining if name == "tdm-policy"), None),
        preferences=tuple(value for _, value in uses),
        because=tuple(
            [f"{place}: {words.strip()[:_LONGEST]}" for place, words in tags if _directives(words)]
            + [f"{name}: {value}" for name, value in (*mining, *uses)]
        ),
    )


def _header_tags(headers: Pairs, token: str) -> Iterator[tuple[str, str]]:
    """Yield the `X-Robots-Tag` fields for a crawler, without the name they begin with."""
    for name, value in headers:
        if name.strip().lower() != "x-robots-tag":
            continue
        agent = _AGENT.match(value)
        # `unavailable_after: 25 Jun 2030` begins like a name and is none.
        if agent is None or agent[1].lower() in _VALUED:
            yield "x-robots-tag", value
        elif agent[1].lower() == token:
            yield "x-robots-tag", agent[2]


def _meta_tags(metas: Pairs, token: str) -> Iterator[tuple[str, str]]:
    """Yield the `meta` elements for every crawler, and those for this one."""
    for name, content in metas:
        low = name.strip().lower()
        if low in {"robots", token} and low:
            yield f"meta {low}", content


def _directives(words: str) -> frozenset[str]:
    """Return what a list of directives says, of those that are recorded."""
    found = {word.strip().lower() for word in words.split(",")}
    more = {"noindex", "nofollow"} if "none" in found else set()
    return frozenset(found | more) & frozenset(_DIRECTIVES)
