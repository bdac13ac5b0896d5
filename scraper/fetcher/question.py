"""What goes out: one request, and the proxy it may go through."""

from dataclasses import dataclass
from typing import NamedTuple

Headers = list[tuple[bytes, bytes]]
"""Names and values of headers as on the wire."""


class Proxy(NamedTuple):
    """A server that connects in our place."""

    url: str
    """Its address, without credentials."""
    auth: tuple[bytes, bytes] | None
    """User name and password, if any."""


@dataclass(frozen=True, slots=True)
class Question:
    """One request as it goes out."""

    scheme: bytes
    """`http` or `https`."""
    host: bytes
    """Host name in ASCII, or an IP address without brackets."""
    port: int
    """Port to connect to."""
    target: bytes
    """Path and query."""
    headers: Headers
    """All headers, `Host` among them."""
    timeouts: dict[str, float]
    """Seconds for `connect`, `read`, `write` and `pool`."""

    @property
    def name(self) -> str:
        """The host as certificates name it: without the final dot of absolute names."""
        return self.host.decode("ascii").removesuffix(".")
