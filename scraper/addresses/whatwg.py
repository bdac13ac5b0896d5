"""Reading an address as browsers do: the only file that knows ada.

Vetting, fetching and deduplicating all start from the `Address` made here (URL Standard, url.spec.whatwg.org). Two
parsers that disagree about a host are how guards are passed: one vets a harmless host, the other connects elsewhere.

What the parser makes of hosts is what is vetted:

    as written                                  host                        ip
    0x7f.1  017700000001  2130706433  127.1.    127.0.0.1                   127.0.0.1
    %31%32%37.0.0.1  １２７.0.0.1               127.0.0.1                   127.0.0.1
    [::ffff:127.0.0.1]                          [::ffff:7f00:1]             ::ffff:7f00:1
    bücher.de  BÜCHER.de                        xn--bcher-kva.de            None
    example.com.                                example.com.                None (the dot stays)
    [fe80::1%25eth0]  a:65536  a b  (nothing)   AddressError

User names and passwords are read, told as `credentials`, and left in `href`: whether to refuse is not decided here.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import ada_url

from scraper.errors import AddressError

LONGEST: Final = 65_536
"""Characters of an address at most; a longer one is not read at all. Browsers stop between 64 Ki and 2 Mi."""

_PORTS: Final[Mapping[str, int]] = {"http": 80, "https": 443}
# What ada gives back is written in one way only, so taking it apart is no second reading; asking ada for each part
# would take four times as long.
_PARTS: Final = re.compile(
    r"(https?)://(?:([^/?#@]*)@)?(\[[^]/?#]*\]|[^/?#:@\[\]]+)(?::(\d+))?(/[^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.DOTALL
)
_NUMBER: Final = re.compile(r"\d+\.\d+\.\d+\.\d+|\[.*\]")
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Address:
    """An http(s) address, normalised."""

    href: str
    """The whole address, ASCII, fragment and credentials included where it has them."""
    scheme: str
    """`http` or `https`."""
    host: str
    """Name in lower-case ASCII, or a number as written in addresses: `127.0.0.1`, `[::1]`; never empty."""
    port: int
    """Port to connect to, 0 to 65535: the one written, else that of the scheme."""
    path: str
    """Path, percent-encoded; begins with a slash."""
    query: str
    """Query without its question mark, percent-encoded; empty where there is none."""
    fragment: str
    """Fragment without its hash, percent-encoded; empty where there is none."""
    ip: str | None
    """The host as an IP address, without brackets, where it is one and no name."""
    credentials: bool
    """Whether a user name or a password stands in the address."""

    @property
    def origin(self) -> str:
        """Scheme, host, and port where it is not the scheme's own: `https://example.org` (URL Standard, 4.7)."""
        written = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{self.host}{written}"

    @property
    def target(self) -> str:
        """Path and query as asked of the server; a bare question mark is kept, as it is when fetching."""
        whole = self.href.partition("#")[0]
        return whole[whole.index("/", len(self.scheme) + 3) :]

    @property
    def document(self) -> str:
        """The address without its fragment and credentials: what is fetched, and what messages may show."""
        return self.origin + self.target


def parse(text: str, base: str | None = None) -> Address:
    """Return the http(s) address that a text means, relative to `base` where it is not absolute.

    Characters that are half of a pair become U+FFFD, as in every string a browser hands to its parser.
    Raises AddressError where there is none, or where it is of another scheme.
    """
    if len(text) > LONGEST or len(base or "") > LONGEST:
        raise AddressError(f"{shown(text)}: the address is longer than {LONGEST} characters")
    try:
        href = ada_url.join_url(_whole(base), _whole(text)) if base else ada_url.normalize_url(_whole(text))
    except ValueError:
        raise AddressError(f"{shown(text)}: not an address") from None
    parts = _PARTS.fullmatch(href)
    if parts is None:
        raise AddressError(f"{shown(text)}: only http:// and https:// addresses are fetched")
    scheme, credentials, host, port, path, query, fragment = parts.groups()
    return Address(
        href=href,
        scheme=scheme,
        host=host,
        port=int(port) if port else _PORTS[scheme],
        path=path,
        query=query or "",
        fragment=fragment or "",
        ip=host.strip("[]") if _NUMBER.fullmatch(host) else None,
        credentials=credentials is not None,
    )


def shown(text: str) -> str:
    """Return a text that may be no address as messages show it: printable, one line, cut, no user name or password."""
    start = text[:_SHOWN].replace("\\", "/")
    scheme, slashes, rest = start.partition("//")
    authority, slash, path = rest.partition("/")
    masked = f"{scheme}{slashes}***@{authority.rpartition('@')[2]}{slash}{path}" if "@" in authority else start
    line = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in masked)
    return line if len(text) <= _SHOWN else f"{line}…"


def _whole(text: str) -> str:
    """Return a text as a string of whole characters (Web IDL, USVString): surrogates joined, or replaced."""
    return text if text.isascii() else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
