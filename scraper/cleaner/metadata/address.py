"""Addresses: making them absolute, comparing them, and the date some of them carry."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from scraper.cleaner.metadata.candidate import Candidate, Field, Source

_DATED = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/_+%-]|$)")
_COMPACT = re.compile(r"[/_-]((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/._-]|$)")


def absolute(base: str | None, address: str) -> str | None:
    """Return the web address meant by `address` on a page at `base`, or None where it is none."""
    try:
        joined = urljoin(base or "", address.strip())
        parts = urlsplit(joined)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.netloc or " " in joined:
        return None
    return joined


def host(address: str | None) -> str:
    """Return the lower-case host of an address without `www.`, or nothing."""
    try:
        return (urlsplit(address or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def same(left: str | None, right: str | None) -> bool:
    """Whether two addresses name one page: scheme, `www.`, query, fragment and last slash aside."""
    return bool(left and right) and _bare(left or "") == _bare(right or "")


def _bare(address: str) -> tuple[str, str]:
    try:
        return host(address), urlsplit(address).path.rstrip("/")
    except ValueError:
        return "", address


def candidates(address: str | None) -> Iterator[Candidate]:
    """Yield the day in an address such as `/2024/05/03/name`, the strictest form first."""
    try:
        path = urlsplit(address or "").path
    except ValueError:
        return
    for pattern in (_DATED, _COMPACT):
        match = pattern.search(path)
        if match:
            yield Candidate(Field.PUBLISHED, "-".join(part.zfill(2) for part in match.groups()), Source.URL, "path")
            return
