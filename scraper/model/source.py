"""What a crawl is asked to do: its sources, how often, how politely, and where the records go."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class Kind(StrEnum):
    """What stands at the address of a source."""

    FEED = "feed"
    SITEMAP = "sitemap"
    SECTION = "section"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a source is visited: by an interval or by a cron line, never both."""

    every: float | None = None
    """Seconds from one visit to the next; None where `cron` says when."""
    cron: str | None = None
    """Five fields of cron: minute, hour, day of month, month, day of week; None where `every` says when."""
    timezone: str = "UTC"
    """IANA name of the zone the cron line is read in."""
    jitter: float = 0.0
    """Seconds by which visits may be later, so that sources with one schedule do not all start at once."""


@dataclass(frozen=True, slots=True)
class Recrawl:
    """Whether and how often pages that were fetched once are visited again."""

    on: bool = True
    """False: a page is fetched once and never again."""
    least: float = 3600.0
    """Seconds between two visits of one page at least."""
    most: float = 30 * 86400.0
    """Seconds between two visits of one page at most."""


@dataclass(frozen=True, slots=True)
class Source:
    """A place visited on a schedule because it names pages."""

    name: str
    """What logs, records and the state call it; unique within its file."""
    kind: Kind
    """What stands at its addresses."""
    addresses: tuple[str, ...]
    """What is fetched to find pages, normalised; for a list the pages themselves."""
    schedule: Schedule
    """When it is visited."""
    file: Path | None = None
    """For a list: a file that names pages too, one a line; None for none."""
    links: str | None = None
    """Regular expression that links of a section page match to be pages; None for other kinds."""
    include: tuple[str, ...] = ()
    """Regular expressions of which a page's address matches one; empty: any address."""
    exclude: tuple[str, ...] = ()
    """Regular expressions of which a page's address matches none."""
    languages: tuple[str, ...] | None = None
    """BCP 47 tags of the stories that are wanted; None for any."""
    depth: int = 1
    """Links followed from a section page: 1 for those on it, 2 for those on the pages they lead to, and so on."""
    next_pages: int = 0
    """Pages of a section's pagination (`rel=next`) read beyond the first."""
    max_pages: int | None = None
    """Pages fetched for this source in one round at most; None: no bound."""
    recrawl: Recrawl = field(default_factory=Recrawl)
    """Whether its pages are visited again."""


@dataclass(frozen=True, slots=True)
class Politeness:
    """How a host may be asked."""

    delay: float = 1.0
    """Seconds between two requests to a host at least."""
    parallel: int = 1
    """Requests to a host that may be under way at once."""
    max_delay: float = 60.0
    """Seconds up to which a host that answers slowly or complains is slowed down."""
    max_crawl_delay: float = 60.0
    """Seconds of a `Crawl-delay` that are honoured; a longer one counts as this."""


@dataclass(frozen=True, slots=True)
class HostRules:
    """What the sources file says of one host and the hosts below it; only what is given."""

    limits: Mapping[str, float] = field(default_factory=dict)
    """Fields of the fetcher's limits, by name: seconds, bytes, counts."""
    politeness: Mapping[str, float] = field(default_factory=dict)
    """Fields of `Politeness`, by name."""


@dataclass(frozen=True, slots=True)
class Output:
    """Where records go."""

    folder: Path
    """Folder of the JSON Lines files (and of the WARC files)."""
    rotate_bytes: int = 256 << 20
    """Bytes after which a file is closed and the next one begun."""
    rotate_daily: bool = True
    """Whether a new file is begun with each day (UTC)."""
    warc: bool = False
    """Whether the answers are kept as they came."""
    clean: bool = True
    """Whether pages are cleaned; if not, the answers are all that is kept."""


@dataclass(frozen=True, slots=True)
class Crawl:
    """A whole sources file, read and checked."""

    path: Path
    """The file it was read from."""
    state: Path
    """The file that remembers everything from round to round."""
    agent: str
    """The name robots.txt files know us by (RFC 9309, 2.2.1: letters, `_` and `-`)."""
    user_agent: str
    """Value of the `User-Agent` header: names the agent and the contact."""
    contact: str
    """Where the owner of a site reaches whoever runs the crawl: an https address or a mail address."""
    output: Output
    """Where records go."""
    sources: tuple[Source, ...]
    """The sources, in the order of the file."""
    parallel: int = 64
    """Requests under way at once, all hosts together."""
    limits: Mapping[str, float] = field(default_factory=dict)
    """Limits of every download, as in `HostRules`; only what is given."""
    politeness: Politeness = field(default_factory=Politeness)
    """How hosts are asked that have no rules of their own."""
    hosts: Mapping[str, HostRules] = field(default_factory=dict)
    """Rules by host name, for the host and those below it."""
