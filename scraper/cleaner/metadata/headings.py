"""Candidates for the title from what a reader sees, and the heading around which the rest is looked for."""

import re
from collections.abc import Iterator, Sequence

from scraper.cleaner.metadata.candidate import Candidate, Field, Source
from scraper.cleaner.metadata.gather import Marks
from scraper.cleaner.metadata.wording import tidy
from scraper.model.segment import Block, Role

_READING = re.compile(r"(?<=[\u3400-\u9fff])[（(][\u3040-\u30ff]+[）)]")


def candidates(marks: Marks, blocks: Sequence[Block], roles: Sequence[Role]) -> Iterator[Candidate]:
    """Yield blocks judged title, every `<h1>` outside of other stories, and the first `<title>`."""
    for block, role in zip(blocks, roles, strict=False):
        if role is Role.TITLE and block.text:
            yield Candidate(Field.TITLE, _without_readings(tidy(block.text)), Source.VISIBLE, "role.title")
    shown = [text for node in _main(marks) if (text := _without_readings(tidy(marks.tree.text(node))))]
    for text in shown[:8]:
        yield Candidate(Field.TITLE, text, Source.VISIBLE, "h1" if len(set(shown)) == 1 else "h1.many")
    for text in _titles(marks)[:1]:
        yield Candidate(Field.TITLE, text, Source.HTML, "title")


def _without_readings(text: str) -> str:
    """Return a heading without the readings of Chinese characters (`<ruby>`), which no other place of the title has."""
    return _READING.sub("", text)


def main_heading(marks: Marks) -> int | None:
    """Return the `<h1>` that the page's `<title>` repeats, else the first one of the story, or None."""
    return marks.story if marks.story >= 0 else next(iter(_main(marks)), None)


def _main(marks: Marks) -> list[int]:
    """Return the headings with text outside of other stories; all with text where none is."""
    shown = [node for node in marks.headings[:20] if marks.tree.text(node)]
    return [node for node in shown if not marks.aside(node)] or shown


def _titles(marks: Marks) -> list[str]:
    """Return the texts of `<title>`; those of pictures are not in the tree."""
    return [text for node in marks.titles[:2] if (text := tidy(marks.tree.text(node)))]
