"""How long and how large an answer may be, and the name given to servers."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from scraper.errors import UsageError
from scraper.model.version import __version__

MIB = 1 << 20
"""Bytes in a mebibyte."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one download; messages name the bound that was met as `--` and the field with dashes."""

    deadline: float = 30.0
    """Seconds for everything about one address together: name look-up, connections, redirects, the last byte."""
    connect_timeout: float = 10.0
    """Seconds until one connection stands, name look-up and TLS included."""
    read_timeout: float = 15.0
    """Seconds a server may be silent before or within an answer."""
    max_bytes: int = 10 * MIB
    """Bytes of a body as it is sent, still compressed."""
    max_inflated: int = 20 * MIB
    """Bytes of a body after inflating."""
    max_redirects: int = 10
    """Redirects followed for one address; 0 follows none and makes every redirect an error."""
    user_agent: str = f"Mozilla/5.0 (compatible; scraper/{__version__})"
    """Value of the `User-Agent` header: printable ASCII, not empty."""

    def __post_init__(self) -> None:
        """Refuse limits under which nothing could be fetched, or nothing would be limited (UsageError)."""
        complaints = "; ".join(_complaints(self))
        if complaints:
            raise UsageError(f"limits: {complaints}")


def _complaints(limits: Limits) -> Iterator[str]:
    """Yield what is wrong with each limit that makes no sense."""
    for name in ("deadline", "connect_timeout", "read_timeout"):
        if not 0 < getattr(limits, name) < math.inf:
            yield f"{name} must be a positive number of seconds"
    for name in ("max_bytes", "max_inflated"):
        if getattr(limits, name) <= 0:
            yield f"{name} must be a positive number of bytes"
    if limits.max_redirects < 0:
        yield "max_redirects must be 0 or more"
    agent = limits.user_agent
    if not (agent and agent == agent.strip() and agent.isascii() and agent.isprintable()):
        yield "user_agent must be printable ASCII without blanks at its ends"


DEFAULT_LIMITS = Limits()
"""Limits that let through what a browser would show within half a minute."""
