"""The names of what a crawl tells of itself. Names and fields are stable: alerts may be built on them."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Event(StrEnum):
    """What happened; the value is what stands in the log."""

    __hash__ = str.__hash__

    ROUND_BEGUN = "round.begun"
    ROUND_ENDED = "round.ended"
    ROUND_WAITING = "round.waiting"
    SOURCE_READ = "source.read"
    SOURCE_FAILED = "source.failed"
    SOURCE_FINDING = "source.finding"
    PAGE_NEW = "page.new"
    PAGE_REVISED = "page.revised"
    PAGE_UNCHANGED = "page.unchanged"
    PAGE_SKIPPED = "page.skipped"
    PAGE_KEPT = "page.kept"
    PAGE_MOVED = "page.moved"
    PAGE_SAME = "page.same"
    PAGE_GONE = "page.gone"
    PAGE_REFUSED = "page.refused"
    PAGE_RETRIED = "page.retried"
    PAGE_FAILED = "page.failed"
    ROBOTS_READ = "robots.read"
    ROBOTS_FAILED = "robots.failed"
    HOST_SLOWED = "host.slowed"
    HOST_PAUSED = "host.paused"
    WORKER_LOST = "worker.lost"
    COMMIT = "commit"
    STOPPING = "crawl.stopping"
    FAILED = "crawl.failed"


class Telling(NamedTuple):
    """How an event is told."""

    level: str
    """`debug`, `info`, `warning` or `error`."""
    meaning: str
    """What it says, and its fields."""


EVENTS: Mapping[Event, Telling] = {
    Event.ROUND_BEGUN: Telling("info", "a round begins: `sources` due, `addresses` known"),
    Event.ROUND_ENDED: Telling("info", "a round is over: `seconds`, and how many pages of each outcome"),
    Event.ROUND_WAITING: Telling("info", "`--watch` has nothing to do before `until`"),
    Event.SOURCE_READ: Telling("info", "a source was worked through: `found` addresses, `fresh` of them new"),
    Event.SOURCE_FAILED: Telling("warning", "a source could not be read: `cause`, `detail`; `next` try"),
    Event.SOURCE_FINDING: Telling("warning", "a document of a source is not as it should be: `href`, `detail`"),
    Event.PAGE_NEW: Telling("info", "the first record of a page was delivered"),
    Event.PAGE_REVISED: Telling("info", "a page's story has changed: record `revision` was delivered"),
    Event.PAGE_UNCHANGED: Telling("info", "nothing new (`because`: status 304, equal bytes, or equal story)"),
    Event.PAGE_SKIPPED: Telling("info", "the page gave no document: `reason`, `detail`; the skip was delivered"),
    Event.PAGE_KEPT: Telling("info", "the answer was kept as it came (`clean = false`)"),
    Event.PAGE_MOVED: Telling("info", "a permanent redirect: the page is `to` from now on"),
    Event.PAGE_SAME: Telling("info", "another address of a story that is known as `to` (canonical link)"),
    Event.PAGE_GONE: Telling("info", "the page is no more (`cause`: status 404, 410, ...); it is not asked for again"),
    Event.PAGE_REFUSED: Telling("info", "not fetched: `cause` (robots, trap, guard), `detail`"),
    Event.PAGE_RETRIED: Telling("info", "no usable answer, tried again after `after` seconds: `cause`"),
    Event.PAGE_FAILED: Telling("warning", "no usable answer in this round: `cause`, `detail`; `next` try"),
    Event.ROBOTS_READ: Telling("info", "robots.txt of `origin` was asked for: `verdict`, `because`, valid `until`"),
    Event.ROBOTS_FAILED: Telling("warning", "no robots.txt, so the pages of `origin` wait `until`: `cause`, `detail`"),
    Event.HOST_SLOWED: Telling("info", "a host is asked more slowly: `delay` seconds between requests, `cause`"),
    Event.HOST_PAUSED: Telling("warning", "a host is left alone `until`: `cause`"),
    Event.WORKER_LOST: Telling("error", "a page ended its worker: `href`, `detail`; its record says so"),
    Event.COMMIT: Telling("debug", "records and memory are on the disk: `entries`, `seconds`"),
    Event.STOPPING: Telling("info", "told to stop: `signal`; what is in flight has `grace` seconds"),
    Event.FAILED: Telling("error", "the crawl ends with an error: `kind`, `detail`"),
}
"""Every event with its level and its meaning, in the order of a round; the README shows this table."""
