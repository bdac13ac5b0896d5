"""Passages of embedded text become blocks: HTML is parsed and cut like a page, plain text at its line breaks."""

import re
from collections.abc import Iterator
from itertools import islice

from scraper.cleaner.embedded.prose import bare, is_markup, size, whole
from scraper.cleaner.embedded.story import Story
from scraper.cleaner.parse import parse
from scraper.cleaner.split import split
from scraper.model.segment import Block, Kind

_MOST = 2000
"""Blocks made of one page's embedded text."""
_LONGEST = 2_000_000
"""Characters of one passage that are looked at."""
_BLANK = re.compile(r"\n[ \t]*\n\s*")
_LINE = 60.0
"""Mean size of lines from which each is a paragraph."""


def blocks_of(story: Story, node: int, path: str) -> tuple[list[Block], int]:
    """Return the blocks of a story, the headline first where it has one, and the number of headlines (0 or 1)."""
    title = [Block(story.title, Kind.HEADING, node, path, hidden=True, links=0, link_chars=0)] if story.title else []
    body = (block for passage in story.passages for block in _cut(whole(passage[:_LONGEST])))
    placed = (block._replace(node=node, path=path, hidden=True, texts=()) for block in body)
    return [*title, *islice(placed, _MOST)], len(title)


def _cut(passage: str) -> Iterator[Block]:
    """Yield the blocks of one passage."""
    if is_markup(passage):
        yield from (block for block in split(parse(passage)) if not block.hidden)
        return
    for text in _paragraphs(passage.replace("\r\n", "\n").strip()):
        words = bare(text)
        if words:
            yield Block(words, Kind.PARAGRAPH, 0, "", hidden=True, links=0, link_chars=0)


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs of plain text: parted by blank lines, or by any line end where lines are long."""
    parts = _BLANK.split(text)
    lines = text.split("\n")
    return lines if len(parts) == 1 and sum(map(size, lines)) >= _LINE * len(lines) else parts
