"""Parameters that say how a reader came to a page: read from `rules/tracking.toml`, which says how to add one."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from scraper.errors import RulesError

_FILE: Final = "tracking.toml"
_LISTS: Final = frozenset({"names", "prefixes", "path_parameters"})

_Table = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Names:
    """What is left out of addresses of one host and those below it, all in lower case."""

    exact: frozenset[str] = frozenset()
    """Names of parameters."""
    prefixes: tuple[str, ...] = ()
    """What names of parameters begin with."""
    path: frozenset[str] = frozenset()
    """Names of parameters within a path: `jsessionid` of `/page;jsessionid=1A2B`."""

    def hold(self, name: str) -> bool:
        """Whether a parameter of this name is left out."""
        low = name.lower()
        return low in self.exact or low.startswith(self.prefixes)


@dataclass(frozen=True, slots=True)
class Tracking:
    """All rules on parameters that do not tell pages apart."""

    everywhere: Names
    """Rules for every host."""
    hosts: Mapping[str, Names]
    """Further rules by host; they hold for the hosts below it too."""

    def of(self, host: str) -> tuple[Names, ...]:
        """Return the rules that hold for a host, the general ones first."""
        labels = host.removesuffix(".").split(".")
        above = (".".join(labels[start:]) for start in range(len(labels)))
        return (self.everywhere, *(self.hosts[name] for name in above if name in self.hosts))


@cache
def packaged_tracking() -> Tracking:
    """Read the rules that come with this package, once a process: the result cannot change. Raises RulesError."""
    return read_tracking(resources.files("scraper.rules").joinpath(_FILE).read_text(encoding="utf-8"))


def read_tracking(text: str) -> Tracking:
    """Read rules in TOML; raises RulesError naming the table and field that are wrong."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RulesError(f"{_FILE}: {error}") from None
    unknown = content.keys() - {"everywhere", "hosts"}
    if unknown:
        raise RulesError(f"{_FILE}: unknown table {min(unknown)!r}")
    hosts = _table(content.get("hosts", {}), "hosts")
    return Tracking(
        everywhere=_names(content.get("everywhere", {}), "everywhere"),
        hosts={host.lower(): _names(rules, f"hosts.{host}") for host, rules in hosts.items()},
    )


def _table(value: object, where: str) -> _Table:
    if not isinstance(value, dict):
        raise RulesError(f"{_FILE}: {where} must be a table")
    return value


def _names(value: object, where: str) -> Names:
    """Check the rules of one host."""
    table = _table(value, where)
    unknown = table.keys() - _LISTS
    if unknown:
        raise RulesError(f"{_FILE}: {where} has an unknown field {min(unknown)!r}")
    return Names(
        exact=frozenset(_words(table, "names", where)),
        prefixes=tuple(_words(table, "prefixes", where)),
        path=frozenset(_words(table, "path_parameters", where)),
    )


def _words(table: _Table, field: str, where: str) -> Iterator[str]:
    """Yield the words of a list in lower case; an empty one would leave out everything."""
    words = table.get(field, [])
    if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
        raise RulesError(f"{_FILE}: {where}.{field} must be a list of words")
    return (word.lower() for word in words)
