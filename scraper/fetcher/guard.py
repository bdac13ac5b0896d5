"""Which networks may be connected to: public ones, unless more is allowed on purpose.

A page can name any host, and a name can lead to any address. Without a guard a crawler reads out the routers, printers
and metadata services of the network it runs in. So every IP address is judged here before it is connected to.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from scraper.addresses.ranges import special
from scraper.errors import GuardError

_PRIVATE = frozenset({"private", "unique local", "site-local", "link-local", "carrier-grade NAT"})
_LOCAL_NAMES = (".localhost", ".local", ".internal")


@dataclass(frozen=True, slots=True)
class Guard:
    """What may be connected to besides public addresses."""

    allow_loopback: bool = False
    """Whether this machine itself may be asked: 127.0.0.0/8 and ::1."""
    allow_private: bool = False
    """Whether the networks around it may be asked: private, unique local, link-local, carrier-grade NAT."""
    hosts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """IP addresses of host names that are not looked up; they are judged like any other."""
    proxies: bool = False
    """Whether proxies named in the environment may connect in our place; where they do, only hosts written as numbers
    are judged, because it is the proxy that looks names up."""

    def refusal(self, ip: str) -> str | None:
        """Return the name of the range for which an IP address may not be connected to, or None."""
        verdict = special(ip)
        if verdict is None:
            return None
        name = verdict.removesuffix(" inside mapped IPv6")
        allowed = (self.allow_loopback and name == "loopback") or (self.allow_private and name in _PRIVATE)
        return None if allowed else verdict

    def check(self, host: str, ips: Iterable[str]) -> None:
        """Raise GuardError (without address) where one of the IP addresses of a host may not be connected to.

        One is enough: a name that leads to the public and to a private network at once is a trick, or will become one.
        """
        for ip in ips:
            verdict = self.refusal(ip)
            if verdict is not None:
                raise GuardError(f"{host} leads to {ip} ({verdict}), which is not asked; {_advice(verdict)}")

    def check_unseen(self, host: str, ip: str | None) -> None:
        """Judge a host that a proxy will look up, as far as it can be judged (GuardError without address)."""
        if ip is not None:
            self.check(host, (ip,))
        elif f".{host.rstrip('.')}".endswith(_LOCAL_NAMES) and not (self.allow_loopback or self.allow_private):
            raise GuardError(f"{host} is a name of this machine or its network, which is not asked")


def _advice(verdict: str) -> str:
    """Return what to do about a verdict."""
    name = verdict.removesuffix(" inside mapped IPv6")
    if name == "loopback":
        return "allow it with --allow-loopback"
    return "allow it with --allow-private" if name in _PRIVATE else "ask a public address"
