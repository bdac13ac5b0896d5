"""When two addresses are one page: the key under which it is remembered.

Left out of a key: the fragment; credentials; the scheme's own port; final dots of the host; parameters that only say
how a reader came (`rules/tracking.toml`); an empty query, and empty places between ampersands, which name no parameter.
Made equal: what the URL Standard writes alike, and escapes of the same character (RFC 3986, 6.2.2: `%7e`, `%7E`, `~`).

`http` and `https` on their own ports share a key, written with `https`: sites that serve both serve the same pages, and
most links to the other scheme are redirects. On any other port the scheme stays: there it is another server.

Kept, because pages can differ in it: `www.`, case and last slash of paths, `index.html`, the order of parameters,
doubled parameters, `a` beside `a=`, `+` beside `%20`. A key has the form of an address, but is not one to fetch.
"""

import re
from collections.abc import Iterable

from scraper.addresses.tracking import Names, packaged_tracking
from scraper.addresses.whatwg import Address, parse

# After a percent sign that begins no escape, decoding could make one where none was: `%%34%31` is not `%41`.
_ESCAPE = re.compile(r"(?<!%)(?<!%[0-9A-Fa-f])%[0-9A-Fa-f]{2}")
# Without its parameters a segment of dots would climb to another page.
_DOTS = frozenset({".", ".."})
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


def dedup_key(href: str) -> str:
    """Return the key of the page at an address; raises AddressError where it is none.

    The key of a key is itself. `https://h/p?utm_source=x&id=7#top`, `http://H:80/p?id=7` → `https://h/p?id=7`.
    """
    return key_of(parse(href))


def key_of(address: Address) -> str:
    """Return the same as `dedup_key` for an address that was read already."""
    rules = packaged_tracking().of(address.host)
    query = _query(plain(address.query), rules)
    return f"{_origin(address)}{_path(plain(address.path), rules)}{query}"


def host_key(address: Address) -> str:
    """Return the name under which a host is remembered: lower case, without brackets or a final dot."""
    return address.ip or address.host.rstrip(".") or address.host


def plain(text: str) -> str:
    """Return a path or query with escapes written one way: unreserved characters plain, digits in upper case."""
    return _ESCAPE.sub(_written, text) if "%" in text else text


def _written(escape: re.Match[str]) -> str:
    character = chr(int(escape[0][1:], 16))
    return character if _UNRESERVED.match(character) else escape[0].upper()


def _origin(address: Address) -> str:
    """Return what stands before the path: scheme, host, and port where it is not the scheme's own."""
    host = address.host.rstrip(".") or address.host
    if address.port == (80 if address.scheme == "http" else 443):
        return f"https://{host}"
    return f"{address.scheme}://{host}:{address.port}"


def _query(query: str, rules: Iterable[Names]) -> str:
    """Return the parameters that tell pages apart, with their question mark."""
    kept = [piece for piece in query.split("&") if piece and not any(_tracks(piece, names) for names in rules)]
    return f"?{'&'.join(kept)}" if kept else ""


def _tracks(piece: str, names: Names) -> bool:
    return names.hold(piece.partition("=")[0])


def _path(path: str, rules: Iterable[Names]) -> str:
    """Return a path without the parameters of sessions: `/page` for `/page;jsessionid=1A2B`."""
    if ";" not in path:
        return path
    forbidden = frozenset[str]().union(*(names.path for names in rules))
    return "/".join(_segment(segment, forbidden) for segment in path.split("/"))


def _segment(segment: str, forbidden: frozenset[str]) -> str:
    first, *parameters = segment.split(";")
    if first in _DOTS:
        return segment
    kept = (parameter for parameter in parameters if parameter.partition("=")[0].lower() not in forbidden)
    return ";".join((first, *kept))
