"""How much one page may cost before it is given up."""

from dataclasses import dataclass

from scraper.errors import UsageError


@dataclass(frozen=True, slots=True)
class Guard:
    """Limits of one page in a worker; a page that breaks one becomes a `Skipped` record and costs no other page."""

    cpu_seconds: float = 10.0
    """Processor seconds; they do not depend on what else the machine does."""
    seconds: float = 60.0
    """Seconds by the clock on the wall, for pages that wait instead of work."""
    megabytes: int = 512
    """MiB of memory that a worker may hold, its own share (about 150) included; kept on Linux."""
    pages: int = 1_000
    """Pages a worker cleans before a fresh one takes its place, so that what leaks somewhere stays small."""

    def __post_init__(self) -> None:
        """Refuse limits that no page can keep."""
        if min(self.cpu_seconds, self.seconds, self.megabytes, self.pages) <= 0:
            raise UsageError("limits of a guard are numbers above 0")
