"""A sources file, read and checked: everything that is wrong with it is said at once.

`sources.example.toml` beside this room shows every field. Paths in the file are relative to its own folder.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from scraper.crawler.sources import values
from scraper.crawler.sources.faults import Faults
from scraper.crawler.sources.fields import LIMITS, POLITENESS, TABLES, TOP
from scraper.crawler.sources.lines import field_lines
from scraper.crawler.sources.source import read_source
from scraper.crawler.sources.tables import Given, only, read_fields, read_table
from scraper.errors import InputError, SourcesError
from scraper.model.source import Crawl, HostRules, Output, Politeness, Source
from scraper.model.version import __version__

DEFAULT_AGENT: Final = "scraper"
"""The name we are known by where the file gives none."""

_SYNTAX = re.compile(r"\s*\(at line (\d+), column \d+\)")


def read_sources(path: Path) -> Crawl:
    """Read a sources file.

    Raises InputError where it cannot be opened, SourcesError with one line a fault (`file:line: field: what is
    wrong`) where anything in it is.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{path}: the sources file cannot be read ({error.strerror or error})") from error
    except UnicodeDecodeError as error:
        raise SourcesError(f"{path}:{_line(path, error.start)}: the file is not UTF-8; save it as UTF-8") from error
    return check_sources(text, path)


def check_sources(text: str, path: Path) -> Crawl:
    """Return what the text of a sources file says; raises SourcesError."""
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        where = _SYNTAX.search(str(error))
        line = where[1] if where else str(text.count("\n") + 1)
        raise SourcesError(f"{path}:{line}: not TOML: {_SYNTAX.sub('', str(error))}") from None
    faults = Faults(path, field_lines(text))
    return _crawl(given, path, faults)


def _crawl(given: Mapping[str, object], path: Path, faults: Faults) -> Crawl:
    """Read the whole file; raises SourcesError where anything was wrong."""
    tables = {"hosts", "source", *TABLES}
    top = read_fields(given, (), TOP, faults, tables)
    output, limits, politeness = (read_table(given, (key,), fields, faults) for key, fields in TABLES.items())
    hosts = _hosts(given, faults)
    sources = _sources(given, path.parent, faults)
    agent = top.get("agent", DEFAULT_AGENT)
    user_agent = top.get("user_agent") or f"Mozilla/5.0 (compatible; {agent}/{__version__}; +{top.get('contact')})"
    _check_user_agent(agent, top, faults)
    if not output.get("clean", True) and not output.get("warc"):
        faults.add(("output", "clean"), "nothing would be kept: expected true, or warc = true beside it")
    faults.check()
    return Crawl(
        path=path,
        state=path.parent / top["state"],
        agent=agent,
        user_agent=user_agent,
        contact=top["contact"],
        output=_output(output, path.parent),
        sources=sources,
        limits=limits,
        politeness=Politeness(**politeness),
        hosts=hosts,
        **only(top, "parallel"),
    )


def _check_user_agent(agent: str, top: Given, faults: Faults) -> None:
    """Complain of a `User-Agent` of the file's own that does not say who asks."""
    own = top.get("user_agent")
    for word in (agent, top.get("contact")):
        if own and word and word.casefold() not in own.casefold():
            faults.add(("user_agent",), f"expected {word!r} in it, so that owners of sites know who asks")


def _output(output: Given, folder: Path) -> Output:
    """Return where records go."""
    return Output(
        folder / output["folder"], **only(output, "rotate_daily", "warc", "clean", rotate_bytes="rotate_size")
    )


def _hosts(given: Mapping[str, object], faults: Faults) -> Mapping[str, HostRules]:
    """Read the rules of single hosts."""
    tables = given.get("hosts", {})
    if not isinstance(tables, dict):
        faults.add(("hosts",), 'expected tables such as [hosts."example.org"]')
        return {}
    found = {}
    for name in tables:
        values.host(name, faults.at(("hosts", name)))
        rules = read_table(tables, ("hosts", name), {**LIMITS, **POLITENESS}, faults)
        limits = {key: value for key, value in rules.items() if key in LIMITS}
        found[name] = HostRules(limits, {key: value for key, value in rules.items() if key in POLITENESS})
    return found


def _sources(given: Mapping[str, object], folder: Path, faults: Faults) -> tuple[Source, ...]:
    """Read all sources."""
    tables = given.get("source", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        faults.add(("source",), "expected tables [[source]], with two brackets")
        return ()
    if not tables:
        faults.add(("source",), "missing; a crawl has at least one [[source]]")
    names = Counter(str(table.get("name")) for table in tables)
    sources = []
    for number, table in enumerate(tables):
        if names[str(table.get("name"))] > 1 and "name" in table:
            faults.add(("source", number, "name"), f"{table['name']!r} is the name of another source too")
        sources.append(read_source(table, number, folder, faults))
    return tuple(source for source in sources if source)


def _line(path: Path, offset: int) -> int:
    """Return the line of a byte of a file."""
    return path.read_bytes()[:offset].count(b"\n") + 1
