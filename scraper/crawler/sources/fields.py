"""The fields of a sources file, table by table: what is read by whom. What is not here is unknown and refused."""

from collections.abc import Mapping
from typing import NamedTuple

from scraper.crawler.sources import values
from scraper.crawler.sources.values import Reader, many, one_of, period, size, switch, whole
from scraper.model.source import Kind

_DAY = 86400.0
_YEAR = 366 * _DAY
_GIB = 1 << 30


class Field(NamedTuple):
    """How a field is read."""

    read: Reader
    """What reads its value."""
    required: bool = False
    """Whether it has to be given."""


Fields = Mapping[str, Field]
"""The fields of a table, by name."""

LIMITS: Mapping[str, Field] = {
    "deadline": Field(period(0.1, 3600)),
    "connect_timeout": Field(period(0.1, 3600)),
    "read_timeout": Field(period(0.1, 3600)),
    "max_bytes": Field(size(1, _GIB)),
    "max_inflated": Field(size(1, _GIB)),
    "max_redirects": Field(whole(0, 50)),
}

POLITENESS: Mapping[str, Field] = {
    "delay": Field(period(0, _DAY)),
    "parallel": Field(whole(1, 64)),
    "max_delay": Field(period(0, _DAY)),
    "max_crawl_delay": Field(period(0, _DAY)),
}

OUTPUT: Mapping[str, Field] = {
    "folder": Field(values.text, required=True),
    "rotate_size": Field(size(1 << 10, 1 << 40)),
    "rotate_daily": Field(switch),
    "warc": Field(switch),
    "clean": Field(switch),
}

SOURCE: Mapping[str, Field] = {
    "name": Field(values.name, required=True),
    "kind": Field(one_of([kind.value for kind in Kind]), required=True),
    "address": Field(many(values.address)),
    "file": Field(values.text),
    "every": Field(period(1, _YEAR)),
    "cron": Field(values.cron),
    "timezone": Field(values.timezone),
    "jitter": Field(period(0, _DAY)),
    "links": Field(values.pattern),
    "depth": Field(whole(1, 10)),
    "next_pages": Field(whole(0, 1000)),
    "include": Field(many(values.pattern)),
    "exclude": Field(many(values.pattern)),
    "languages": Field(many(values.language)),
    "max_pages": Field(whole(1, 10_000_000)),
    "recrawl": Field(switch),
    "recrawl_min": Field(period(1, _YEAR)),
    "recrawl_max": Field(period(1, _YEAR)),
}

TOP: Mapping[str, Field] = {
    "state": Field(values.text, required=True),
    "agent": Field(values.token),
    "contact": Field(values.contact, required=True),
    "user_agent": Field(values.header),
    "parallel": Field(whole(1, 10_000)),
}

TABLES: Mapping[str, Fields] = {"output": OUTPUT, "limits": LIMITS, "politeness": POLITENESS}
"""Tables of the whole file that stand there once."""

ONLY_FOR: Mapping[str, Kind] = {
    "links": Kind.SECTION,
    "depth": Kind.SECTION,
    "next_pages": Kind.SECTION,
    "file": Kind.LIST,
}
"""Fields of a source that only one kind has."""
