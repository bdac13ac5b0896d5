"""What the made-up web consists of: which hosts there are, how each behaves, and which pages it has.

Everything follows from a `Web` and nothing else, so that two runs see the same web byte for byte.
"""

from dataclasses import asdict, dataclass
from typing import Any, Self

from tests.site.prose import TONGUES


@dataclass(frozen=True, slots=True)
class Web:
    """The size of the web and how its hosts behave; misbehaving hosts are the last ones, in the order of the fields."""

    hosts: int = 20
    """How many hosts there are in all."""
    pages: int = 100
    """How many stories each host has."""
    page_bytes: int = 60_000
    """About how long each story's HTML is."""
    delayed: int = 0
    """How many hosts (the first ones) ask for `crawl_delay` in robots.txt."""
    crawl_delay: float = 0.0
    """Seconds those hosts ask for between two requests."""
    forbidden: int = 0
    """How many paths of each host are forbidden by robots.txt and linked all the same."""
    hanging: int = 0
    """How many hosts accept a connection and never answer."""
    dead: int = 0
    """How many hosts refuse connections."""
    slow: int = 0
    """How many hosts take `slow_seconds` for each answer."""
    slow_seconds: float = 2.0
    """Seconds a slow host takes."""
    busy: int = 0
    """How many hosts answer every seventh request with 429 and Retry-After."""
    retry_after: int = 1
    """Seconds busy hosts ask to be left alone."""
    front: int = 50
    """How many stories the front page lists; the others are reached by links between stories, or by section pages."""
    changing: int = 5
    """Every how many-th story has another text in the next version."""

    def to_dict(self) -> dict[str, Any]:
        """Return the fields as JSON can hold them."""
        return asdict(self)

    @classmethod
    def from_dict(cls, fields: dict[str, Any]) -> Self:
        """Return the web described by what `to_dict` gave."""
        return cls(**fields)

    def names(self) -> list[str]:
        """Return the names of all hosts."""
        return [host_name(index) for index in range(self.hosts)]

    def behaviour(self, index: int) -> str:
        """Return how a host behaves: well, hanging, dead, slow or busy."""
        left = self.hosts - index
        for name in ("hanging", "dead", "slow", "busy"):
            left -= getattr(self, name)
            if left <= 0:
                return name
        return "well"

    def well_behaved(self) -> list[str]:
        """Return the names of the hosts that answer every request at once."""
        return [host_name(index) for index in range(self.hosts) if self.behaviour(index) == "well"]

    def addresses(self) -> dict[str, str]:
        """Return the IP address of each name; where a dead host is said to live, nobody listens."""
        return {
            host_name(index): "127.0.0.2" if self.behaviour(index) == "dead" else "127.0.0.1"
            for index in range(self.hosts)
        }

    def sections(self) -> int:
        """Return how many section pages a host has."""
        return max(1, -(-self.pages // SECTION))

    def stories(self, port: int) -> list[str]:
        """Return the addresses of all stories of all hosts."""
        return [
            f"http://{name}:{port}{story_path(number)}" for name in self.names() for number in range(1, self.pages + 1)
        ]


SECTION = 50
"""Stories listed on one section page."""


def host_name(index: int) -> str:
    """Return the name of a host, by its place among the hosts."""
    return f"site{index:02}.test"


def host_index(name: str) -> int:
    """Return the place of a host; ValueError when the name is not one of ours."""
    if not (name.startswith("site") and name.endswith(".test")):
        raise ValueError(name)
    return int(name[4:-5])


def story_path(number: int) -> str:
    """Return the path of a story, counted from 1."""
    return f"/story/{number}.html"


def forbidden_path(number: int) -> str:
    """Return a path that robots.txt forbids, counted from 1."""
    return f"/private/{number}.html"


def section_path(number: int) -> str:
    """Return the path of a section page, counted from 1."""
    return f"/section/{number}"


def language(index: int) -> str:
    """Return the tag of the language a host is written in."""
    return tuple(TONGUES)[index % len(TONGUES)]


def linked(web: Web, number: int) -> list[int]:
    """Return the stories of its own host that a story links to; from story 1 every story is reached."""
    heap = [2 * number, 2 * number + 1]
    return sorted({n for n in (*heap, number + 1) if n <= web.pages})


def changed(web: Web, number: int, version: int) -> int:
    """Return the version of the web in which a story last changed."""
    return version if number % web.changing == 0 else 0
