"""One thing that a server does wrong."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from scraper.errors import FetchError
from tests.fetcher.loopback import Step

Script = Callable[[str], Iterable[Step]]
"""What to answer to a request, given its head."""

HOST = "site.example"
"""The host that all faulty servers stand for."""
PUBLIC = "93.184.215.14"
"""The public address that host has here; connections to it are led to the loopback interface."""


@dataclass(frozen=True)
class Fault:
    """A row of the table."""

    name: str
    """What the server does."""
    outcome: type[FetchError] | int
    """What a visit makes of it: an error, or an answer of this status."""
    script: Iterable[Step] | Script | Callable[..., None] = ()
    """What is sent; for HTTP/2 a function of the connection."""
    kind: str = "plain"
    """Which server it is; see `servers.KINDS`."""
    requests: int = 1
    """How many requests the server gets."""
    body: bytes | None = None
    """The body of the result, where it is said."""
    asked: float | None = None
    """Seconds that `Retry-After` asks for."""
    address: str = "http://{host}:{port}/"
    """What is visited."""
    slow: bool = False
    """Whether it lasts until a time limit."""
    names: dict[str, Any] = field(default_factory=dict)
    """What a look-up finds for further names: a list of addresses, `unknown`, or `hang`."""

    @property
    def told(self) -> str:
        """Return the outcome as the table tells it."""
        return f"status {self.outcome}" if isinstance(self.outcome, int) else self.outcome.__name__
