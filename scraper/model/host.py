"""What a crawl remembers of a host, so that it stays polite from one round to the next."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HostState:
    """How one host is treated at present. Times are Unix seconds in UTC; rules are in `politeness`."""

    host: str
    """Name of the host (`addresses.host_key`)."""
    delay: float = 0.0
    """Seconds between requests that its answers so far call for; the configured minimum comes on top."""
    crawl_delay: float | None = None
    """Seconds its robots.txt asks for; None where it asks for nothing."""
    not_before: float = 0.0
    """Earliest moment of the next request."""
    failures: int = 0
    """Failures in a row; 0 after any success."""
    cause: str | None = None
    """Code of the last failure or of what slowed it down; None when all is well."""
    seconds: float | None = None
    """Running mean of the seconds its answers take; None before the first."""
    slowed_at: float = 0.0
    """When it was last slowed down: answers to older requests say nothing new."""
