"""The sources file of a measured crawl: what differs between the measurements is a `Setting`, the rest is the same."""

from dataclasses import dataclass
from pathlib import Path

from tests.site.running import RunningSite

PARALLEL = 16
"""Requests under way at once in a measured crawl, all hosts together: Scrapy's default too."""
PER_HOST = 8
"""Requests under way at one host where no delay is wanted: Scrapy's default too."""
IN_FLIGHT = 300
"""Pages that may have been asked for and not be delivered yet: those under way, those being cleaned, one group."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a site is crawled."""

    follow: bool = True
    """Follow links from the front pages; or else all addresses are listed."""
    delay: float = 0.0
    """Seconds between two requests to a host."""
    pairs: tuple[str, ...] = ()
    """Hosts that may be asked twice at a time, where there is a delay."""
    deadline: float = 60.0
    """Seconds for one page."""
    workers: int = 0
    """Processes that clean; 0: the crawler's own."""
    warc: bool = False
    """Keep the answers as they came."""


def write_sources(site: RunningSite, folder: Path, setting: Setting) -> Path:
    """Write `sources.toml` for a crawl of a site, with state and output in the same folder; return its path."""
    path = folder / "sources.toml"
    source = _followed(site) if setting.follow else _listed(site, folder)
    path.write_text("\n".join([*_top(setting), *_hosts(setting), "[[source]]", *source, ""]), encoding="utf-8")
    return path


def _top(setting: Setting) -> list[str]:
    return [
        'state = "state.db"',
        'contact = "bot@measured.test"',
        f"parallel = {PARALLEL if not setting.delay else 64}",
        "[output]",
        'folder = "records"',
        f"warc = {str(setting.warc).lower()}",
        "[limits]",
        f"deadline = {setting.deadline:g}",
        "[politeness]",
        f"delay = {setting.delay:g}",
        f"parallel = {1 if setting.delay else PER_HOST}",
    ]


def _hosts(setting: Setting) -> list[str]:
    return [line for host in setting.pairs for line in (f'[hosts."{host}"]', "parallel = 2")]


def _followed(site: RunningSite) -> list[str]:
    fronts = ", ".join(f'"http://{host}:{site.port}/"' for host in site.web.names())
    return [
        'name = "site"',
        'kind = "section"',
        f"address = [{fronts}]",
        "links = '/story/'",
        "depth = 10",
        'every = "1d"',
    ]


def _listed(site: RunningSite, folder: Path) -> list[str]:
    (folder / "list.txt").write_text("\n".join(site.web.stories(site.port)), encoding="ascii")
    return ['name = "site"', 'kind = "list"', 'file = "list.txt"', 'every = "1d"']
