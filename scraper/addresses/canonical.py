"""Is the canonical address that a page names its own? Sites set it wrongly often enough to lose pages by believing it.

Believed where it is on the same site (registered domain; `amp.`, `m.`, `www.` and other hosts of it are the same) or
the page is a copy in an AMP cache, and not where it would make one of many pages:

- the home page, or a page above it, for a deeper page (templates that name the section); but `/story/amp` is `/story`;
- another page of a row: `?page=2`, `/page/2`, `/story/2` name no other number, and not none;
- the same path without a parameter that tells pages apart: `?id=7`, `?p=7`, `?q=word`.

Not believed either: other schemes than http(s), credentials, and whatever else `vetting` refuses.
"""

import re
from typing import Final

from scraper.addresses.key import key_of
from scraper.addresses.site import registered
from scraper.addresses.vetting import refusal
from scraper.addresses.whatwg import Address, parse
from scraper.errors import AddressError

_CACHES: Final = (".ampproject.org", ".ampproject.net", ".bing-amp.com")
"""Hosts that keep copies of pages of other sites."""
_FORMS: Final = frozenset(
    """
    amp amphtml amp.html index.amp print printable print.html mobile m index.html index.htm index.php index.jsp
    index.asp index.aspx default.asp default.aspx default.htm full single view all
    """.split()
)
"""Last parts of a path that name a form of the page above."""
_PAGE_NAMES: Final = frozenset({"page", "pg", "paged", "pagina", "seite", "offset", "start", "skip", "pn"})
_TELLING: Final = frozenset(
    """
    p q s t v id no num nr key name title query search keyword word tag category cat article story post news item
    topic thread doc lang
    """.split()
)
_TELLING_ENDS: Final = ("id", "_no", "_num")
_PAGED: Final = re.compile(r"[/_-](?:page|seite|pagina|pag)[/_-]?0*(\d{1,4})(?:\.[a-z]{2,5})?/?$", re.IGNORECASE)
_COUNTED: Final = re.compile(r"[/_-]0*(\d{1,3})(?=(?:\.[a-z]{2,5})?/?$)")


def plausible(page: str, canonical: str) -> str | None:
    """Return the absolute address under which a page is to be remembered instead of its own, without its fragment.

    `page` is where the page was found, `canonical` what it names, absolute or relative to the page. None where that is
    no better: unbelievable, no address, or another spelling of `page`. Raises AddressError where `page` is no address.
    """
    here = parse(page)
    try:
        there = parse(canonical.strip(), here.href)
    except AddressError:
        return None
    if not canonical.strip() or refusal(there) is not None or key_of(there) == key_of(here):
        return None
    believed = _same_site(here, there) and not _is_above(here, there) and _same_page(here, there)
    return there.document if believed else None


def _same_site(here: Address, there: Address) -> bool:
    """Whether one owner speaks of both: hosts below one registered domain on their scheme's own port, or a cache."""
    if here.host == there.host and here.port == there.port:
        return True
    if here.host.endswith(_CACHES):
        return True
    if here.ip or there.ip or {here.port, there.port} - {80, 443}:
        return False
    return registered(here.host.rstrip(".")) == registered(there.host.rstrip("."))


def _is_above(here: Address, there: Address) -> bool:
    """Whether the canonical page is the home page, or above the page by its path and not merely another form of it."""
    low, high = _parts(here), _parts(there)
    if not high:
        return bool(low or _telling(here)) and not there.query
    cut = low[len(high) :]
    return bool(cut) and low[: len(high)] == high and not (len(cut) == 1 and cut[0].lower() in _FORMS)


def _same_page(here: Address, there: Address) -> bool:
    """Whether both name the same page of a row, and a parameter that tells pages apart is not lost on the way."""
    if _number(here) != _number(there):
        return False
    if here.path != there.path and _uncounted(here) == _uncounted(there):
        return False
    return _parts(here) != _parts(there) or _telling(here) == _telling(there)


def _parts(address: Address) -> list[str]:
    return [part for part in address.path.split("/") if part]


def _pairs(address: Address) -> list[tuple[str, str]]:
    """Return the parameters of an address that are no tracking, their names in lower case, in order."""
    pieces = (piece.partition("=") for piece in key_of(address).partition("?")[2].split("&"))
    return [(name.lower(), value) for name, _, value in pieces if name]


def _telling(address: Address) -> frozenset[tuple[str, str]]:
    """Return the parameters that are likely to tell pages apart: named like it, or with a number for a value."""
    return frozenset(
        (name, value)
        for name, value in _pairs(address)
        if name in _TELLING or name.endswith(_TELLING_ENDS) or (value.isdigit() and name not in _PAGE_NAMES)
    )


def _number(address: Address) -> int:
    """Return which page of a row an address names outright, 1 where it names none."""
    paged = _PAGED.search(address.path)
    values = [value for name, value in _pairs(address) if name in _PAGE_NAMES] + ([paged[1]] if paged else [])
    number = next((int(value) for value in values if value.isascii() and value.isdigit() and len(value) < 7), 1)
    return max(number, 1)


def _uncounted(address: Address) -> str:
    """Return a path without the small number it ends with: `/story-2.html` and `/story.html` are of one row."""
    return _COUNTED.sub("", address.path).rstrip("/")
