"""Reads and checks site rules: a folder of files `<host>.toml`, one a site.

    valid_until = 2027-06-30              # last day on which the rules are believed
    note = "Side notes look like text."   # why they are needed
    page_type = "documentation"           # optional: what all pages of the site are

    [[rule]]                              # one or more
    select = "main aside.sidenote"        # CSS selector
    role = "notice"                       # one of the eleven roles

The rules hold for the host, for all hosts below it, and with or without `www.`. Whether a selector can be read is
checked where selectors are known (`cleaner.sites`), because this room knows no markup.
"""

import hashlib
import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Final

from scraper.errors import RulesError
from scraper.model.page_type import PAGE_TYPES
from scraper.model.segment import Role
from scraper.model.site_rules import Site, SiteRule, SiteRules

_FIELDS: Final = frozenset({"valid_until", "note", "page_type", "rule"})
_RULE_FIELDS: Final = frozenset({"select", "role"})
_HOST: Final = re.compile(r"[^\s/:@?#\\]+")
_SUFFIX: Final = ".toml"

_Table = Mapping[str, object]


@cache
def packaged_sites() -> Mapping[str, Site]:
    """Read the site rules that come with this package, once a process: the result cannot change. Raises RulesError."""
    return read_sites(resources.files("scraper.rules") / "sites").sites


def read_sites(folder: Traversable) -> SiteRules:
    """Read a folder of site rules (a `pathlib.Path` will do). Raises RulesError naming file, line and field."""
    try:
        files = {entry.name: entry.read_bytes() for entry in folder.iterdir() if entry.name.endswith(_SUFFIX)}
    except OSError as error:
        raise RulesError(f"site rules: cannot read {error.filename or folder}: {error.strerror}") from error
    sites = [_site(name, content) for name, content in sorted(files.items())]
    twice = next((site for site in sites for other in sites if site.host == other.host and site is not other), None)
    if twice is not None:
        raise RulesError(f"{twice.file}: another file has rules for {twice.host} too")
    digest = hashlib.sha256(b"\0".join(part for name in sorted(files) for part in (name.encode(), files[name])))
    return SiteRules({site.host: site for site in sites}, digest.hexdigest()[:12])


def bare_host(host: str) -> str:
    """Return a host name as rules are filed under: lower case, without a final dot and a leading `www.`."""
    return host.lower().rstrip(".").removeprefix("www.")


def _site(name: str, content: bytes) -> Site:
    """Check one file."""
    source = _Source(name, content)
    table = source.table
    _only(source, table, _FIELDS, None)
    rules = table.get("rule")
    if not isinstance(rules, list) or not rules or not all(isinstance(rule, dict) for rule in rules):
        raise source.error("rule", "needs at least one [[rule]] with select and role")
    return Site(
        host=_host(source),
        rules=tuple(_rule(source, rule, number) for number, rule in enumerate(rules)),
        valid_until=_valid_until(source),
        note=_string(source, table, "note", None),
        page_type=_page_type(source),
        file=name,
    )


class _Source:
    """One file: its table, and where in it something stands."""

    def __init__(self, name: str, content: bytes) -> None:
        """Parse the file. Raises RulesError."""
        self.name = name
        try:
            self._text = content.decode("utf-8")
            self.table: _Table = tomllib.loads(self._text)
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise RulesError(f"{name}: not a TOML file in UTF-8: {error}") from error

    def line(self, field: str, number: int | None) -> int:
        """Return the line of a field: of the whole file (None) or of the rule with this number; at worst its head."""
        heads = [match.start() for match in re.finditer(r"^[ \t]*\[\[\s*rule\s*\]\]", self._text, re.M)]
        parts = [0, *heads, len(self._text)]
        part = 0 if number is None else min(number + 1, len(heads))
        start, end = parts[part : part + 2]
        found = re.compile(rf"^[ \t]*[\"']?{re.escape(field)}[\"']?\s*=", re.M).search(self._text, start, end)
        at = found.end() if found else start
        return self._text.count("\n", 0, at) + 1

    def error(self, field: str, what: str, number: int | None = None) -> RulesError:
        """Return the error about a field, with file and line."""
        return RulesError(f"{self.name}:{self.line(field, number)}: {field}: {what}")


def _host(source: _Source) -> str:
    """Take the host out of the file's name."""
    host = source.name.removesuffix(_SUFFIX)
    if not _HOST.fullmatch(host):
        raise RulesError(f"{source.name}: the file's name must be a host and {_SUFFIX}, for example example.org.toml")
    return bare_host(host)


def _rule(source: _Source, rule: _Table, number: int) -> SiteRule:
    """Check one rule."""
    _only(source, rule, _RULE_FIELDS, number)
    role = _string(source, rule, "role", number)
    if role not in set(Role):
        raise source.error("role", f"{role!r} is no role; there are {', '.join(Role)}", number)
    where = f"{source.name}:{source.line('select', number)}"
    return SiteRule(_string(source, rule, "select", number), Role(role), where)


def _valid_until(source: _Source) -> date:
    """Take the last day."""
    day = source.table.get("valid_until")
    if not isinstance(day, date) or isinstance(day, datetime):
        raise source.error("valid_until", "must be a date without quotation marks, for example 2027-06-30")
    return day


def _page_type(source: _Source) -> str | None:
    """Take the page type, if there is one."""
    if "page_type" not in source.table:
        return None
    named = _string(source, source.table, "page_type", None)
    if named not in PAGE_TYPES:
        raise source.error("page_type", f"{named!r} is none; there are {', '.join(sorted(PAGE_TYPES))}")
    return named


def _only(source: _Source, table: _Table, fields: frozenset[str], number: int | None) -> None:
    """Refuse fields nobody reads: they are mistyped."""
    for field in table:
        if field not in fields:
            raise source.error(field, f"no such field; there are {', '.join(sorted(fields))}", number)


def _string(source: _Source, table: _Table, field: str, number: int | None) -> str:
    """Take a string that says something."""
    value = table.get(field)
    if not isinstance(value, str) or not value.strip():
        raise source.error(field, "must be a string that is not empty", number)
    return value.strip()
