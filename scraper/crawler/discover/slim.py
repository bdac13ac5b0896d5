"""A feed reduced to what addresses are found by: entries with their links, names, dates and titles.

Feeds carry whole articles, and the parser behind this room takes seconds a megabyte and, for elements deep inside one
another, time that grows with the square. So everything else is left out on the way, in one pass over the tags with
bounds on depth and number. Declared entities are refused: they are how a small document becomes a large one.
"""

import re
from collections.abc import Mapping
from html.entities import html5
from typing import Final
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from scraper.crawler.discover.overlong import OVERLONG, overlong

MOST_ENTRIES: Final = 2_000
"""Entries of a feed that are read."""
MOST_LEAVES: Final = 40
"""Names, links and dates of one entry that are kept."""
DEEPEST: Final = 100
"""Elements inside one another."""

LONGEST_TEXT: Final = 4_096
"""Characters of a text or an attribute that are kept; links longer than that are left out."""

MOST_ATTRIBUTES: Final = 64
"""Attributes of one element that are kept."""

_CONTAINERS = frozenset({"rss", "RDF", "channel", "feed", "item", "entry"})
_LEAVES = frozenset(
    "link guid id title pubDate published updated modified issued created date language origLink origlink".split()
)
_ATTRIBUTES = frozenset("xml:base xml:lang xmlns href rel type isPermaLink version".split())
_ENTRIES = frozenset({"item", "entry"})
_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)(\w{1,32};)?")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class _EnoughError(Exception):
    """Reading stops here; the message says why."""


class Slim:
    """A feed while its tags are read.

    `text` is what is left of it, `finding` why reading stopped early, and `refused` whether that was for a bound and
    not for a mistake in the markup.
    """

    def __init__(self, text: str) -> None:
        """Read a feed as far as it goes."""
        self.entries = 0
        self.root = ""
        self._out: list[str] = []
        self._open: list[str] = []
        self._entry_start: int | None = None
        self._entry_depth = 0
        self._depth = 0
        self._room = LONGEST_TEXT
        self._leaves = 0
        self._skipped_at: int | None = None
        self._leaf_at: int | None = None
        self.finding = self._read(text)
        self.text = "".join(self._closed())

    def _read(self, text: str) -> str:
        """Read all tags; returns why that stopped early, empty where it did not."""
        self.refused = True
        if overlong(text):
            return OVERLONG
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.EntityDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        try:
            parser.Parse(text.encode("utf-8", "replace"), True)  # noqa: FBT003 (it takes no names)
        except _EnoughError as enough:
            return str(enough)
        except expat.ExpatError as error:
            self.refused = False
            return f"not well-formed XML at line {error.lineno}: {expat.ErrorString(error.code)}"
        self.refused = False
        return ""

    def _refuse(self, *_: object) -> None:
        """Stop at the declaration of an entity."""
        raise _EnoughError("it declares entities, which are not expanded")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        self._depth += 1
        local = name.rpartition(":")[2]
        self.root = self.root or local
        if self._depth > DEEPEST:
            raise _EnoughError(f"more than {DEEPEST} elements inside one another")
        if self._skipped_at is not None or self._leaf_at is not None:
            return
        self._leaves += local in _LEAVES
        if local in _LEAVES and self._leaves <= MOST_LEAVES:
            self._leaf_at = self._depth
        elif local not in _CONTAINERS:
            self._skipped_at = self._depth
            return
        if local in _ENTRIES and self._entry_start is None:
            self._begin_entry()
        self._out.append(f"<{name}{_written(attributes)}>")
        self._open.append(name)
        self._room = LONGEST_TEXT

    def _begin_entry(self) -> None:
        """Remember where an entry begins, so that one that breaks off can be taken back."""
        if self.entries >= MOST_ENTRIES:
            raise _EnoughError(f"more than {MOST_ENTRIES} entries; the rest was not read")
        self._leaves = 0
        self._entry_start = len(self._out)
        self._entry_depth = len(self._open)

    def _end(self, name: str) -> None:
        """End an element."""
        depth, self._depth = self._depth, self._depth - 1
        if self._skipped_at is not None:
            self._skipped_at = None if self._skipped_at == depth else self._skipped_at
            return
        if self._leaf_at is not None and self._leaf_at < depth:
            return
        self._leaf_at = None
        self._out.append(f"</{name}>")
        self._open.pop()
        if self._entry_start is not None and len(self._open) == self._entry_depth:
            self._entry_start = None
            self.entries += 1

    def _words(self, words: str) -> None:
        """Keep the text of what is kept."""
        if self._leaf_at is not None and self._room > 0:
            self._out.append(escape(words[: self._room]))
            self._room -= len(words)

    def _closed(self) -> list[str]:
        """Return what was kept, with an entry that broke off taken back and all elements ended."""
        if self._entry_start is not None:
            del self._out[self._entry_start :]
            del self._open[self._entry_depth :]
        return [*self._out, *(f"</{name}>" for name in reversed(self._open))]


def _written(attributes: Mapping[str, str]) -> str:
    """Return the attributes that matter as markup."""
    kept = [item for item in attributes.items() if item[0] in _ATTRIBUTES or item[0].startswith("xmlns:")]
    short = (item for item in kept[:MOST_ATTRIBUTES] if len(item[1]) <= LONGEST_TEXT)
    return "".join(f" {name}={quoteattr(value)}" for name, value in short)


def mended(text: str) -> str:
    """Return a document with what most often breaks it put right: ampersands, names of HTML's characters, controls."""
    return _REFERENCE.sub(_character, _NO_XML.sub("", text))


def _character(reference: re.Match[str]) -> str:
    """Return what an ampersand that begins no reference of XML stands for."""
    name = reference[1] or ""
    return escape(html5[name]) if name in html5 else f"&amp;{name}"
