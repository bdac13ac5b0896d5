"""Reads and checks the rule files of this folder: `lexicons/<tag>.toml`, `networks.toml`, `names.toml`.

A lexicon is one TOML file a language, named by its BCP 47 tag. Adding a language is adding the file:

    tag = "de"                        # BCP 47, the same as the file's name
    name = "German"                   # in English

    [share]                           # one section a `Category`, all of them required
    exact = ["Teilen", "Merken"]      # the segment is nothing but the phrase
    prefix = ["Auf Facebook teilen"]  # the segment starts with it, at a word boundary where the script has spaces

    [dates]
    months = [["januar", "jan"], …]   # twelve lists, January first, as written in dates, inflected forms included
    weekdays = [["montag", "mo"], …]  # seven lists, Monday first

Phrases are written as sites write them; `fold` brings them and the segments to one spelling, so case, outer signs
and counts ("Kommentare (12)") need no entries of their own. A closing colon or slash of a prefix counts: "Foto:"
is a label, "Foto" may start a sentence. A prefix of share, related or read_more must not start an ordinary sentence.
"""

import hashlib
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath
from typing import Final

from scraper.errors import RulesError
from scraper.model.lexicon import Category, Lexicon, Phrases, Rulebook
from scraper.rules.fold import fold, fold_prefix
from scraper.rules.phrases import PhraseIndex, index_phrases

_SECTIONS: Final = frozenset({"tag", "name", "dates", *Category})
_MONTHS: Final = 12
_WEEKDAYS: Final = 7
# What tells addresses apart changes no record, so the digest that records carry must not change with it.
_APART: Final = frozenset({"tracking.toml"})

_Table = Mapping[str, object]


@cache
def load_rulebook() -> Rulebook:
    """Read the rules that come with this package, once a process: the result cannot change. Raises RulesError."""
    return read_rulebook(resources.files("scraper.rules"))


@cache
def load_phrases() -> PhraseIndex:
    """Index the lexicons that come with this package, once a process. Raises RulesError."""
    return index_phrases(load_rulebook().lexicons)


def read_rulebook(folder: Traversable) -> Rulebook:
    """Read a folder laid out like this one (a `pathlib.Path` will do). Raises RulesError naming file and field."""
    files = dict(sorted(_rule_files(folder, PurePosixPath())))
    networks = _parse(files, "networks.toml")
    lexicons = (_lexicon(path, _parse(files, path)) for path in files if path.startswith("lexicons/"))
    return Rulebook(
        lexicons=tuple(sorted(lexicons, key=lambda lexicon: lexicon.tag)),
        networks=frozenset(_phrases("networks.toml", networks, "networks", fold)),
        brands=frozenset(_phrases("networks.toml", networks, "brands", fold)),
        agencies=frozenset(_phrases("networks.toml", networks, "agencies", fold)),
        names=_names(files, networks),
        digest=_digest(files),
    )


def _names(files: Mapping[str, bytes], networks: _Table) -> frozenset[str]:
    """Names without a language: networks, agencies, and all lists of `names.toml`, less everyday words."""
    known = dict.fromkeys(("networks", "agencies"), networks)
    found = {name for key, table in known.items() for name in _phrases("networks.toml", table, key, str.casefold)}
    lists = _parse(files, "names.toml") if "names.toml" in files else {}
    found.update(name for key in lists for name in _phrases("names.toml", lists, key, str.casefold))
    words = _phrases("networks.toml", networks, "words", str.casefold) if "words" in networks else ()
    return frozenset(found).difference(words)


def _rule_files(folder: Traversable, path: PurePosixPath) -> Iterator[tuple[str, bytes]]:
    """Path within the folder, and bytes, of every rule file in it and below."""
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _rule_files(entry, path / entry.name)
        elif entry.name.endswith(".toml") and entry.name not in _APART:
            yield str(path / entry.name), entry.read_bytes()


def _digest(files: Mapping[str, bytes]) -> str:
    """Twelve hex digits that change when any rule file changes, comes, goes or is renamed."""
    digest = hashlib.sha256()
    for path, content in files.items():
        digest.update(path.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()[:12]


def _parse(files: Mapping[str, bytes], path: str) -> _Table:
    """One rule file as a table."""
    if path not in files:
        raise RulesError(f"{path}: the file is missing")
    try:
        return tomllib.loads(files[path].decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RulesError(f"{path}: not a TOML file in UTF-8: {error}") from error


def _lexicon(path: str, table: _Table) -> Lexicon:
    """Check one lexicon and fold its phrases."""
    unknown = sorted(set(table) - _SECTIONS)
    if unknown:
        raise RulesError(f"{path}: {unknown[0]}: no such section; there are {', '.join(sorted(_SECTIONS))}")
    tag = _string(path, table, "tag")
    if PurePosixPath(path).stem != tag:
        raise RulesError(f"{path}: tag: is {tag!r}, must be the file's name")
    dates = _section(path, table, "dates", {"months", "weekdays"})
    return Lexicon(
        tag=tag,
        name=_string(path, table, "name"),
        categories={category: _category(path, table, category) for category in Category},
        months=_calendar(path, dates, "months", _MONTHS),
        weekdays=_calendar(path, dates, "weekdays", _WEEKDAYS),
    )


def _category(path: str, table: _Table, category: Category) -> Phrases:
    """Check and fold the phrases of one category; not both lists may be empty."""
    section = _section(path, table, category, {"exact", "prefix"})
    where = f"{path}: [{category}]"
    phrases = Phrases(
        exact=frozenset(_phrases(where, section, "exact", fold)),
        prefix=_phrases(where, section, "prefix", fold_prefix),
    )
    if not phrases.exact and not phrases.prefix:
        raise RulesError(f"{where} exact and prefix are both empty; a category without phrases says nothing")
    return phrases


def _section(path: str, table: _Table, key: str, fields: set[str]) -> _Table:
    """Take a table of the file, with exactly these fields."""
    value = table.get(key)
    if not isinstance(value, dict):
        raise RulesError(f"{path}: [{key}] is missing or no table")
    if set(value) != fields:
        wrong = sorted(set(value) ^ fields)[0]
        raise RulesError(f"{path}: [{key}] {wrong}: must have {' and '.join(sorted(fields))}, nothing else")
    return value


def _string(path: str, table: _Table, key: str) -> str:
    """Take a non-empty string of the file."""
    value = table.get(key)
    if not isinstance(value, str) or not value:
        raise RulesError(f"{path}: {key}: must be a non-empty string")
    return value


def _phrases(where: str, table: _Table, key: str, folding: Callable[[str], str]) -> tuple[str, ...]:
    """Take a list of phrases, folded; none may be empty then."""
    value = table.get(key)
    if not isinstance(value, list) or not all(isinstance(phrase, str) for phrase in value):
        raise RulesError(f"{where} {key}: must be a list of strings")
    folded = tuple(map(folding, value))
    if not all(folded):
        raise RulesError(f"{where} {key}: {value[folded.index('')]!r} has no letter or digit")
    return folded


def _calendar(path: str, dates: _Table, key: str, length: int) -> tuple[tuple[str, ...], ...]:
    """Names of the months or weekdays: so many lists of names."""
    value = dates[key]
    if not isinstance(value, list) or len(value) != length or not all(value):
        raise RulesError(f"{path}: [dates] {key}: must be {length} lists, none empty")
    named = {f"{key}[{n}]": names for n, names in enumerate(value)}
    return tuple(_phrases(f"{path}: [dates]", named, field, fold) for field in named)
