"""How a crawl stands, and what its next round would do: tables for a person, JSON for a program."""

import json
import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from scraper.commands.progress import table

if TYPE_CHECKING:
    from scraper.crawler.round import Manner
    from scraper.crawler.standing import SourceRow, Standing
    from scraper.model.source import Crawl


def status(plan: "Crawl", *, as_json: bool) -> int:
    """Show sources, hosts and counts, also while the crawl runs. Raises StateError where there was no round yet."""
    from scraper.crawler.memory import read_memory
    from scraper.crawler.standing import standing

    with read_memory(plan.state) as memory:
        found = standing(plan, memory, time.time())
    if as_json:
        sys.stdout.write(json.dumps(found.as_dict(), ensure_ascii=False) + "\n")
    else:
        _show(found)
    return 0


def dry_run(plan: "Crawl", manner: "Manner", *, as_json: bool) -> int:
    """Show which sources a round would work through now, and do nothing."""
    from scraper.crawler.memory import read_memory
    from scraper.crawler.standing import source_rows

    now = time.time()
    states = {}
    # Before the first round there is nothing to read, and everything is due.
    if plan.state.exists():
        with read_memory(plan.state) as memory:
            states = memory.sources()
    rows = source_rows(plan, states, now)
    due = [row for row in rows if (row.due or manner.now) and (manner.only is None or row.name in manner.only)]
    if as_json:
        said = [{"name": row.name, "kind": row.kind, "addresses": row.addresses, "last": row.last} for row in due]
        sys.stdout.write(json.dumps({"now": now, "due": said}, ensure_ascii=False) + "\n")
        return 0
    for row in due:
        sys.stdout.write(f"{row.name} ({row.kind}), last {_moment(row.last)}: {_places(row)}\n")
    later = min((row.next for row in rows if row.next is not None and not row.due), default=None)
    then = f"; the next one {_moment(later)}" if later is not None else ""
    sys.stdout.write(f"{len(due)} of {len(rows)} sources are due{then}\n")
    return 0


def _show(found: "Standing") -> None:
    """Write the tables."""
    counts = found.counts
    rows = [
        (row.name, row.kind, "now" if row.due else _moment(row.next), _moment(row.last), str(row.failures), row.result)
        for row in found.sources
    ]
    table("sources", ("source", "kind", "next", "last", "failures", "last result"), rows)
    hosts = [
        (
            row.host,
            f"{row.delay:g} s",
            _moment(row.not_before),
            _seconds(row.seconds),
            str(row.failures),
            row.cause or "",
        )
        for row in found.hosts
    ]
    table("hosts", ("host", "delay", "not before", "answers in", "failures", "cause"), hosts)
    sys.stdout.write(
        f"{counts.addresses} addresses of {counts.hosts} hosts: {counts.visited} visited, {counts.failing} failing, "
        f"{counts.given_up} given up; {counts.records} records\n"
    )


def _places(row: "SourceRow") -> str:
    """Return where a source is read."""
    more = len(row.addresses) - 3
    return " ".join(row.addresses[:3]) + (f" and {more} more" if more > 0 else "")


def _moment(seconds: float | None) -> str:
    """Return Unix seconds as a person reads them, in UTC."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M:%SZ") if seconds else "never"


def _seconds(seconds: float | None) -> str:
    return "" if seconds is None else f"{seconds:.2f} s"
