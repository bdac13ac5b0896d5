"""The table of special ranges: its rows, what is carried inside, and the standard library as a second opinion."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.addresses.ranges import special
from scraper.errors import AddressError

PUBLIC = ["8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.0", "100.63.255.255", "100.128.0.0", "223.255.255.255"]
PUBLIC6 = ["2606:4700::1111", "2a00:1450:4001::5", "2001:200::1", "2003::1", "3ffe::1", "3fff:1000::1"]


@pytest.mark.parametrize("ip", [*PUBLIC, *PUBLIC6, "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2a00::200:5efe:8.8.8.8"])
def test_public_addresses_are_public(ip):
    """Neighbours of special ranges are public, and so are public IPv4 addresses in those forms that lead to them."""
    assert special(ip) is None


@pytest.mark.parametrize(
    ("ip", "name"),
    [
        ("0.1.2.3", "this network"),
        ("10.255.255.255", "private"),
        ("172.16.0.0", "private"),
        ("172.31.255.255", "private"),
        ("192.168.1.1", "private"),
        ("100.100.100.200", "carrier-grade NAT"),
        ("127.8.9.10", "loopback"),
        ("168.63.129.16", "cloud metadata"),
        ("169.254.169.254", "cloud metadata"),
        ("169.254.170.2", "link-local"),
        ("192.0.0.9", "protocol assignments"),
        ("192.0.0.192", "cloud metadata"),
        ("192.0.2.1", "documentation"),
        ("192.88.99.1", "6to4 relay"),
        ("198.19.255.255", "benchmarking"),
        ("198.51.100.1", "documentation"),
        ("203.0.113.255", "documentation"),
        ("224.0.0.1", "multicast"),
        ("239.255.255.255", "multicast"),
        ("240.0.0.1", "reserved"),
        ("255.255.255.255", "broadcast"),
        ("::", "unspecified"),
        ("::1", "loopback"),
        ("0:0:0:0:0:0:0:1", "loopback"),
        ("::7f00:1", "IPv4-compatible"),
        ("::ffff:0:8.8.8.8", "IPv4-translated"),
        ("100::1", "discard"),
        ("2001:2::1", "benchmarking"),
        ("2001:db8::1", "documentation"),
        ("2001:20::1", "ORCHID"),
        ("2002:808:808::1", "6to4"),
        ("3fff::1", "documentation"),
        ("5f00::1", "segment routing"),
        ("fc00::1", "unique local"),
        ("fd00:ec2::254", "cloud metadata"),
        ("fe80::1%eth0", "link-local"),
        ("fec0::1", "site-local"),
        ("ff02::1", "multicast"),
        ("4000::1", "not global unicast"),
        ("::ffff:127.0.0.1", "loopback inside mapped IPv6"),
        ("::ffff:a9fe:a9fe", "cloud metadata inside mapped IPv6"),
        ("64:ff9b::10.0.0.1", "private inside NAT64"),
        ("64:ff9b:1:a00:1::", "private inside local NAT64"),
        ("2002:7f00:1::", "loopback inside 6to4"),
        ("2001:0:a00:1::", "private inside Teredo"),
        ("2a00::5efe:a00:1", "private inside ISATAP"),
        ("fe80::5efe:8.8.8.8", "link-local"),
    ],
)
def test_special_addresses_are_named(ip, name):
    """Each range is known to its last address, and an IPv4 address inside an IPv6 one speaks for itself."""
    assert special(ip) == name


@pytest.mark.parametrize("ip", ["", "example.org", "127.1", "0x7f.0.0.1", "[::1]", "1.2.3.4.5", "::1::", "%eth0"])
def test_only_ip_addresses_are_judged(ip):
    """Names, brackets and the notations that only addresses of the web allow raise AddressError."""
    with pytest.raises(AddressError):
        special(ip)


@given(st.ip_addresses(v=4))
def test_ipv4_agrees_with_the_standard_library(ip):
    """Nothing the library calls not global passes, and we refuse more only where a row says why."""
    ours = special(str(ip))
    stricter = {"AS112", "multicast tunnels", "protocol assignments", "cloud metadata", "multicast", "6to4 relay"}
    if ours is None:
        assert ip.is_global
        assert not ip.is_multicast
    elif ip.is_global:
        assert ours in stricter


@given(st.one_of(st.ip_addresses(v=6), st.integers(0x2000 << 112, (0x4000 << 112) - 1).map(IPv6Address)))
def test_ipv6_agrees_with_the_standard_library(ip):
    """What passes is global to the library too, but for IPv4 translated or mapped, where its versions differ."""
    if special(str(ip)) is None and ip.ipv4_mapped is None and ip not in ip_network("64:ff9b::/96"):
        assert ip.is_global
        assert not ip.is_multicast
        assert not ip.is_site_local


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_inside_is_never_more_public_than_outside(ip):
    """Whatever wraps a special IPv4 address is special, and mapping or translating a public one leaves it public."""
    number = int(IPv4Address(ip))
    wrapped = {
        "mapped": IPv6Address((0xFFFF << 32) | number),
        "nat64": IPv6Address((0x64FF9B << 96) | number),
        "compatible": IPv6Address(number),
        "6to4": IPv6Address((0x2002 << 112) | (number << 80)),
        "teredo": IPv6Address((0x20010000 << 96) | (0x08080808 << 64) | (number ^ 0xFFFFFFFF)),
        "isatap": IPv6Address((0x2A00 << 112) | (0x5EFE << 32) | number),
    }
    public = {way for way, v6 in wrapped.items() if special(str(v6)) is None}
    assert public == (set() if special(str(ip)) else {"mapped", "nat64", "isatap"})


@given(st.sampled_from([*PUBLIC, *PUBLIC6]), st.sampled_from(["%0", "%eth0", "%25"]))
def test_zones_change_nothing(ip, zone):
    """A scope zone is left out of the judgement."""
    assert special(ip + zone) == special(ip) == special(ip_address(ip).exploded)
