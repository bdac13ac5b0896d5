"""Is this an address we fetch? Asked of the address as given and of every hop of a redirect.

What a name resolves to (private networks) is not asked here: that has to be decided where the connection is
made, or the answer of a second look-up could differ from the first.
"""

import re
from urllib.parse import SplitResult, urljoin, urlsplit

from scraper.errors import AddressError

_SCHEMES = frozenset({"http", "https"})
_USERINFO = re.compile(r"//[^/?#]*@")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
# Two parsers read an address, this one and the HTTP client's; in these characters they could see different hosts.
_FORBIDDEN_IN_HOST = frozenset(' "#%/<>?@\\^`{|}')
_SHOWN = 200


def vet(address: str) -> str:
    """Return the address to ask for: without blanks at its ends and without its fragment, which is never sent.

    Raises AddressError where it is not http(s), names no usable host or port, or carries credentials.
    """
    address = address.strip()
    if _CONTROL.search(address):
        raise AddressError(f"{shown(address)}: the address contains control characters; remove them")
    parts = _split(address)
    if parts.scheme not in _SCHEMES:
        raise AddressError(f"{shown(address)}: only http:// and https:// addresses are fetched")
    if "@" in parts.netloc:
        raise AddressError(f"{shown(address)}: the address carries a user name or password; remove them")
    if not parts.hostname or not _FORBIDDEN_IN_HOST.isdisjoint(parts.netloc):
        raise AddressError(f"{shown(address)}: the address names no usable host")
    return parts._replace(fragment="").geturl()


def follow(address: str, location: str) -> str:
    """Return the vetted address that `Location: location` means in an answer of `address` (RFC 9110, 10.2.2).

    Raises AddressError as `vet` does.
    """
    try:
        return vet(urljoin(address, location.strip()))
    except ValueError as error:
        raise AddressError(f"{shown(location)}: not an address ({error})") from None


def shown(address: str) -> str:
    """Return the address as messages show it: one line, cut to a sensible length, credentials masked."""
    masked = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", _USERINFO.sub("//***@", address))
    return masked if len(masked) <= _SHOWN else f"{masked[:_SHOWN]}…"


def _split(address: str) -> SplitResult:
    """Return the parts of an address, its port read once so that an impossible one is found here."""
    try:
        parts = urlsplit(address)
        if parts.port == 0:
            raise AddressError(f"{shown(address)}: port 0 cannot be connected to")
    except ValueError as error:
        raise AddressError(f"{shown(address)}: not an address ({error})") from None
    return parts
