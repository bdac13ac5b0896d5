"""Markdown: headline, byline and the story's segments with what the markup made of them.

Source: CommonMark 0.31; tables from GitHub's extension (section 4.10). Characters that would turn into markup are
escaped, so that the words of the page come back as they were.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from scraper.model.document import Document, Skipped
from scraper.model.segment import Kind, Role, Segment

_MARKUP = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)")
_LINE_START = re.compile(r"^(?=#{1,6}(?:\s|$)|[-+>=|~])", re.MULTILINE)
_NUMBER = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))", re.MULTILINE)
_TICKS = re.compile(r"`+")


def render_markdown(record: Document | Skipped) -> str:
    """Return the record's headline, byline and segments of role `body`; nothing for a skipped page."""
    if isinstance(record, Skipped):
        return ""
    body = [segment for segment in record.segments if segment.role is Role.BODY]
    return "\n\n".join([*_head(record), *_story(body)])


def _head(record: Document) -> Iterator[str]:
    """Yield the headline and the line with authors and date, where the record has them."""
    if record.title:
        yield f"# {_escaped(_one_line(record.title))}"
    byline = " · ".join([*record.authors, *([record.published] if record.published else [])])
    if byline:
        yield f"*{_escaped(byline)}*"


def _story(body: Sequence[Segment]) -> Iterator[str]:
    """Yield the blocks of the story: neighbours of one kind that belong together are one block."""
    for kind, run in groupby(body, key=lambda segment: segment.kind):
        texts = [segment.text for segment in run]
        if kind in _TOGETHER:
            yield _TOGETHER[kind](texts)
        else:
            yield from map(_APART.get(kind, _paragraph), texts)


def _one_line(text: str) -> str:
    """Return a text without line breaks."""
    return " ".join(text.split())


def _escaped(text: str) -> str:
    """Return a text in which nothing is markup."""
    inline = _MARKUP.sub(lambda found: "\\" + found[0], text)
    return _NUMBER.sub(r"\1\\", _LINE_START.sub(r"\\", inline))


def _paragraph(text: str) -> str:
    """Return a paragraph; two spaces before a line break keep the break."""
    return _escaped(text).replace("\n", "  \n")


def _heading(text: str) -> str:
    """Return a sub-heading; the headline alone has the first level."""
    return f"## {_escaped(_one_line(text))}"


def _items(texts: Sequence[str]) -> str:
    """Return a list; further lines of an item are indented to stay inside it."""
    return "\n".join("- " + _paragraph(text).replace("\n", "\n  ") for text in texts)


def _quote(text: str) -> str:
    """Return a quotation."""
    return "> " + _paragraph(text).replace("\n", "\n> ")


def _code(text: str) -> str:
    """Return code between fences longer than any run of backticks inside."""
    fence = "`" * max(3, 1 + max(map(len, _TICKS.findall(text)), default=0))
    return f"{fence}\n{text}\n{fence}"


def _table(texts: Sequence[str]) -> str:
    """Return rows, whose cells are parted by tabs, as one table with the first row as its head."""
    rows = [[_escaped(_one_line(cell)).replace("|", "\\|") for cell in text.split("\t")] for text in texts]
    width = max(map(len, rows))
    lines = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])


_TOGETHER: Final[Mapping[Kind, Callable[[Sequence[str]], str]]] = {Kind.LIST_ITEM: _items, Kind.TABLE_ROW: _table}
_APART: Final[Mapping[Kind, Callable[[str], str]]] = {Kind.HEADING: _heading, Kind.QUOTE: _quote, Kind.CODE: _code}
