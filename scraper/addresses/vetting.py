"""May this address be asked for at all? What can be said before any name is looked up.

Where a name leads (private networks) is asked of every IP address before connecting to it: `ranges.special`.
"""

from typing import Final

from scraper.addresses.whatwg import Address, parse, shown
from scraper.errors import AddressError

BLOCKED_PORTS: Final = frozenset(
    int(port)
    for port in """
        0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117
        119 123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601
        636 989 990 993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679
        6697 10080
    """.split()
)
"""Ports of other services: a request sent there could be taken for a command of theirs (Fetch Standard, "bad port")."""

_LABEL = 63
_NAME = 253


def vet(text: str, base: str | None = None) -> Address:
    """Return the address that a text means, if it is one to ask for; raises AddressError where it is not."""
    address = parse(text, base)
    reason = refusal(address)
    if reason is not None:
        raise AddressError(f"{shown(address.document)}: {reason}")
    return address


def refusal(address: Address) -> str | None:
    """Return why an address must not be asked for, or None.

    Credentials are refused because whoever wrote the link would choose what we log in as; a name that DNS cannot
    carry (RFC 1035, 2.3.4) because looking it up asks for an answer that cannot exist.
    """
    if address.credentials:
        return "the address carries a user name or password; remove them"
    if address.port in BLOCKED_PORTS:
        return f"port {address.port} belongs to another service than the web"
    if address.ip is None and not _is_name(address.host):
        return "the host is not a name that can be looked up"
    return None


def _is_name(host: str) -> bool:
    """Whether DNS can carry a name: labels of 1 to 63 characters, 253 in all; a final dot is not counted."""
    name = host.removesuffix(".")
    return len(name) <= _NAME and all(0 < len(label) <= _LABEL for label in name.split("."))
