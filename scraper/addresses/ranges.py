"""IP addresses that are not public servers: the table that guards private networks.

Own table, because the one in the standard library follows the interpreter's age and answers another question ("is it
globally reachable?"). Sources, as of 2026: the IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890 and
8190), the IPv6 Address Space registry (global unicast is 2000::/3 alone), and what is named in a row.

An IPv6 address can carry an IPv4 address that translators and relays send the packet on to; it is unwrapped and
judged as well:

    mapped ::ffff:0:0/96, NAT64 64:ff9b::/96      judged by the IPv4 address alone: they reach it, and it may be public
    ISATAP ::[02]00:5efe:a.b.c.d below any prefix  both the prefix and the IPv4 address must be public
    compatible, translated, 6to4, Teredo, local NAT64   special whatever they carry; the name tells what is inside

Scope zones (`fe80::1%eth0`) are left out: no range depends on them.
"""

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

from scraper.errors import AddressError

_TABLE: Final = (
    ("0.0.0.0/8", "this network"),  # RFC 791, 3.2
    ("10.0.0.0/8", "private"),  # RFC 1918
    ("100.64.0.0/10", "carrier-grade NAT"),  # RFC 6598; also 100.100.100.200, metadata of Alibaba Cloud
    ("127.0.0.0/8", "loopback"),  # RFC 1122, 3.2.1.3
    ("168.63.129.16/32", "cloud metadata"),  # public by its number, a service of the host inside Azure
    ("169.254.169.254/32", "cloud metadata"),  # AWS, Azure, Google Cloud and others
    ("169.254.0.0/16", "link-local"),  # RFC 3927
    ("172.16.0.0/12", "private"),  # RFC 1918
    ("192.0.0.192/32", "cloud metadata"),  # Oracle Cloud
    ("192.0.0.0/24", "protocol assignments"),  # RFC 6890: DS-Lite, PCP and TURN anycast, NAT64 discovery
    ("192.0.2.0/24", "documentation"),  # RFC 5737
    ("192.31.196.0/24", "AS112"),  # RFC 7535: answers for private names, often from inside one's own network
    ("192.52.193.0/24", "multicast tunnels"),  # RFC 7450
    ("192.88.99.0/24", "6to4 relay"),  # RFC 7526, withdrawn
    ("192.168.0.0/16", "private"),  # RFC 1918
    ("192.175.48.0/24", "AS112"),  # RFC 7534
    ("198.18.0.0/15", "benchmarking"),  # RFC 2544
    ("198.51.100.0/24", "documentation"),  # RFC 5737
    ("203.0.113.0/24", "documentation"),  # RFC 5737
    ("224.0.0.0/4", "multicast"),  # RFC 5771
    ("255.255.255.255/32", "broadcast"),  # RFC 919
    ("240.0.0.0/4", "reserved"),  # RFC 1112, 4
    ("::/128", "unspecified"),  # RFC 4291, 2.5.2
    ("::1/128", "loopback"),  # RFC 4291, 2.5.3
    ("::/96", "IPv4-compatible"),  # RFC 4291, 2.5.5.1, withdrawn
    ("::ffff:0:0:0/96", "IPv4-translated"),  # RFC 2765, 2.1, withdrawn
    ("64:ff9b:1::/48", "local NAT64"),  # RFC 8215
    ("100::/64", "discard"),  # RFC 6666
    ("100:0:0:1::/64", "dummy"),  # RFC 9780
    ("2001::/32", "Teredo"),  # RFC 4380
    ("2001:2::/48", "benchmarking"),  # RFC 5180
    ("2001:10::/28", "ORCHID"),  # RFC 4843, withdrawn
    ("2001:20::/28", "ORCHID"),  # RFC 7343
    ("2001::/23", "protocol assignments"),  # RFC 2928, with all that is carved out of it
    ("2001:db8::/32", "documentation"),  # RFC 3849
    ("2002::/16", "6to4"),  # RFC 3056; its relays are withdrawn by RFC 7526
    ("2620:4f:8000::/48", "AS112"),  # RFC 7534
    ("3fff::/20", "documentation"),  # RFC 9637
    ("5f00::/16", "segment routing"),  # RFC 9602
    ("fd00:ec2::/32", "cloud metadata"),  # AWS: 254 and others
    ("fd20:ce::254/128", "cloud metadata"),  # Google Cloud
    ("fc00::/7", "unique local"),  # RFC 4193
    ("fe80::/10", "link-local"),  # RFC 4291, 2.5.6
    ("fec0::/10", "site-local"),  # RFC 3879, withdrawn
    ("ff00::/8", "multicast"),  # RFC 4291, 2.7
)
"""Range and what it is called; where ranges overlap, the narrower stands first."""

_RANGES: Final = tuple((ip_network(text), name) for text, name in _TABLE)
_UNICAST: Final = ip_network("2000::/3")
_MAPPED: Final = ip_network("::ffff:0:0/96")
_NAT64: Final = ip_network("64:ff9b::/96")
_LOCAL_NAT64: Final = ip_network("64:ff9b:1::/48")
_ISATAP: Final = frozenset({0x0000_5EFE, 0x0200_5EFE})
_IPV4 = 0xFFFF_FFFF


def special(ip: str) -> str | None:
    """Return the name of the special-purpose range an IP address lies in, or None for a public one.

    `ip` is as resolvers give it: `192.0.2.1`, `2001:db8::1`, `fe80::1%eth0`; brackets are not read. Where an IPv4
    address inside speaks, the name says so: `private inside NAT64`. Raises AddressError where it is no IP address.
    """
    try:
        address = ip_address(ip.partition("%")[0])
    except ValueError:
        raise AddressError(f"{ip[:80]!r} is not an IP address") from None
    return _special_v4(address) if isinstance(address, IPv4Address) else _special_v6(address)


def _special_v4(address: IPv4Address) -> str | None:
    return next((name for network, name in _RANGES if address in network), None)


def _special_v6(address: IPv6Address) -> str | None:
    """Judge the address itself, then each IPv4 address in it."""
    inside = [(_special_v4(v4), way) for v4, way in _carried(address)]
    verdict = next((f"{name} inside {way}" for name, way in inside if name), None)
    if address in _MAPPED or address in _NAT64:
        return verdict
    named = next((name for network, name in _RANGES if address in network), None)
    return verdict or named or (None if address in _UNICAST else "not global unicast")


def _carried(address: IPv6Address) -> Iterator[tuple[IPv4Address, str]]:
    """Yield the IPv4 addresses a packet to this address may end at, and how each is carried."""
    number = int(address)
    low = IPv4Address(number & _IPV4)
    if address in _MAPPED:
        yield low, "mapped IPv6"
    if address in _NAT64:
        yield low, "NAT64"
    if address in _LOCAL_NAT64:
        yield from ((v4, "local NAT64") for v4 in _translated(number))
    if address.sixtofour is not None:
        yield address.sixtofour, "6to4"
    if address.teredo is not None:
        yield from ((v4, "Teredo") for v4 in address.teredo)
    if (number >> 32) & _IPV4 in _ISATAP:
        yield low, "ISATAP"


def _translated(number: int) -> Iterator[IPv4Address]:
    """Yield the IPv4 address read by each length of prefix below 64:ff9b:1::/48 (RFC 6052, 2.2).

    Bits 64 to 71 are no part of it.
    """
    without_u = (number >> 64) << 56 | number & ((1 << 56) - 1)
    for prefix in (48, 56, 64):
        yield IPv4Address(without_u >> (120 - prefix - 32) & _IPV4)
    yield IPv4Address(number & _IPV4)
