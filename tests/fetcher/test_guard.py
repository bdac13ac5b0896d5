"""Which addresses may be connected to."""

import pytest

from scraper.errors import GuardError
from scraper.fetcher.guard import Guard

LOOPBACK = ["127.0.0.1", "127.255.0.9", "::1", "::ffff:127.0.0.1"]
PRIVATE = [
    "10.0.0.1",
    "172.16.5.4",
    "192.168.0.1",
    "100.64.0.1",
    "169.254.1.1",
    "fd12::1",
    "fe80::1",
    "::ffff:10.0.0.1",
]
NEVER = [
    "169.254.169.254",
    "0.1.2.3",
    "255.255.255.255",
    "224.0.0.1",
    "::",
    "64:ff9b::7f00:1",
    "2002:a00:1::",
    "fd00:ec2::254",
]


@pytest.mark.parametrize("ip", [*LOOPBACK, *PRIVATE, *NEVER])
def test_nothing_but_public_addresses_without_permission(ip: str) -> None:
    """By default no address of this machine, its network, or no use at all is asked."""
    with pytest.raises(GuardError, match="is not asked; "):
        Guard().check("a.example", ("93.184.215.14", ip))


@pytest.mark.parametrize("ip", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"])
def test_public_addresses_pass(ip: str) -> None:
    """Public addresses pass."""
    assert Guard().refusal(ip) is None


@pytest.mark.parametrize("ip", LOOPBACK)
def test_loopback_takes_its_own_permission(ip: str) -> None:
    """This machine is asked when loopback is allowed, and not when private networks are."""
    Guard(allow_loopback=True).check("a", (ip,))
    with pytest.raises(GuardError, match="--allow-loopback"):
        Guard(allow_private=True).check("a", (ip,))


@pytest.mark.parametrize("ip", PRIVATE)
def test_private_networks_take_their_own_permission(ip: str) -> None:
    """Private networks are asked when they are allowed, and not when loopback is."""
    Guard(allow_private=True).check("a", (ip,))
    with pytest.raises(GuardError, match="--allow-private"):
        Guard(allow_loopback=True).check("a", (ip,))


@pytest.mark.parametrize("ip", NEVER)
def test_some_addresses_are_never_asked(ip: str) -> None:
    """Metadata services, broadcast, and what carries an address inside an address are asked under no permission."""
    with pytest.raises(GuardError):
        Guard(allow_loopback=True, allow_private=True).check("a", (ip,))


@pytest.mark.parametrize(
    ("host", "ip"), [("127.0.0.1", "127.0.0.1"), ("localhost", None), ("x.localhost.", None), ("nas.local", None)]
)
def test_what_a_proxy_looks_up_is_judged_by_what_is_seen(host: str, ip: str | None) -> None:
    """In front of a proxy numbers and names of the local network are refused, other names are the proxy's business."""
    with pytest.raises(GuardError):
        Guard(proxies=True).check_unseen(host, ip)
    Guard(proxies=True).check_unseen("a.example", None)
    Guard(proxies=True, allow_loopback=True).check_unseen(host, ip)
