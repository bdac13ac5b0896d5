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

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import ada_url

from scraper.errors import AddressError

LONGEST: Final = 65_536
"""Characters of an address at most; a longer one is not read at all. Browsers stop between 64 Ki and 2 Mi."""

_PORTS: Final[Mapping[str, int]] = {"http": 80, "https": 443}
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
        url = ada_url.URL(_whole(text), base=_whole(base) if base else None)
    except ValueError:
        raise AddressError(f"{shown(text)}: not an address") from None
    scheme = url.protocol.removesuffix(":")
    default = _PORTS.get(scheme)
    if default is None:
        raise AddressError(f"{shown(text)}: only http:// and https:// addresses are fetched")
    return Address(
        href=url.href,
        scheme=scheme,
        host=url.hostname,
        port=int(url.port) if url.port else default,
        path=url.pathname,
        query=url.search.removeprefix("?"),
        fragment=url.hash.removeprefix("#"),
        ip=None if url.host_type == ada_url.HostType.DEFAULT else url.hostname.strip("[]"),
        credentials=bool(url.username or url.password),
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
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
