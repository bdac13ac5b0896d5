"""One `[[source]]` of a sources file: its fields, and whether they go together."""

import math
from collections.abc import Iterator, Mapping
from pathlib import Path

from scraper.crawler.sources.faults import Faults
from scraper.crawler.sources.fields import ONLY_FOR, SOURCE
from scraper.crawler.sources.tables import Given, only, read_fields
from scraper.model.source import Kind, Recrawl, Schedule, Source


def read_source(table: Mapping[str, object], number: int, folder: Path, faults: Faults) -> Source | None:
    """Read one source; None where something is wrong with it."""
    path = ("source", number)
    before = len(faults)
    given = read_fields(table, path, SOURCE, faults)
    for field, words in _contradictions(table, given):
        faults.add((*path, field), words)
    if len(faults) > before:
        return None
    return Source(
        kind=Kind(given["kind"]),
        addresses=given.get("address", ()),
        file=folder / given["file"] if "file" in given else None,
        schedule=Schedule(**only(given, "every", "cron", "timezone", "jitter")),
        recrawl=Recrawl(**only(given, on="recrawl", least="recrawl_min", most="recrawl_max")),
        **only(given, "name", "links", "include", "exclude", "languages", "depth", "next_pages", "max_pages"),
    )


def _contradictions(table: Mapping[str, object], given: Given) -> Iterator[tuple[str, str]]:
    """Yield the fields of a source that do not go together, with what is wrong."""
    if ("every" in table) == ("cron" in table):
        yield "every", "expected either every or cron, and not both"
    if "timezone" in table and "cron" not in table:
        yield "timezone", "expected only beside cron"
    if given.get("jitter", 0) >= given.get("every", math.inf):
        yield "jitter", "expected less than every"
    rhythm = Recrawl(**only(given, least="recrawl_min", most="recrawl_max"))
    if rhythm.least > rhythm.most:
        yield "recrawl_max", f"expected no less than recrawl_min ({rhythm.least:.0f} s), found {rhythm.most:.0f} s"
    if "kind" in given:
        yield from _unfit(table, Kind(given["kind"]))


def _unfit(table: Mapping[str, object], kind: Kind) -> Iterator[tuple[str, str]]:
    """Yield the fields of a source that its kind does not have, or lacks."""
    for key, owner in ONLY_FOR.items():
        if key in table and kind is not owner:
            yield key, f"expected only where kind = {owner.value!r}"
    if kind is Kind.SECTION and "links" not in table:
        yield "links", "missing; a section says which of its links are pages"
    if "address" not in table and not (kind is Kind.LIST and "file" in table):
        yield "address", "missing; it has to be given"
