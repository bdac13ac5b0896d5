"""Candidates for authors and dates from the lines a reader sees: judged blocks, telling class names, and the text
around the main heading."""

import re
from collections.abc import Iterator, Sequence

from scraper.cleaner.metadata.candidate import Candidate, Field, Source
from scraper.cleaner.metadata.gather import Marks
from scraper.cleaner.metadata.names import looks_like_name, without_byline
from scraper.cleaner.metadata.wording import tidy
from scraper.cleaner.metadata.words import Words
from scraper.model.segment import Block, Role
from scraper.model.tree import Tree

_DIGIT = re.compile(r"\d")
_BEFORE = 10
_AFTER = 30
"""Pieces of text before and after the main heading in which who and when are looked for."""
_SHORT = 100
"""Characters of a line that names who or when; longer ones are sentences."""
_SMALL = 40
"""Nodes below an element that is a line; larger ones are boxes."""
_WHO = ("author", "byline", "writer", "written", "contributor")
_CHANGED = re.compile("updated|modif|aktualisiert|actualiza|mis à jour|aggiornat|обновлен|更新|güncel", re.IGNORECASE)


def judged(blocks: Sequence[Block], roles: Sequence[Role]) -> Iterator[Candidate]:
    """Yield the blocks whose role is byline, line by line, for authors and for dates."""
    for block, role in zip(blocks, roles, strict=False):
        if role is Role.BYLINE:
            for line in block.text.split("\n"):
                yield from _both(tidy(line), "role.byline")


def classed(marks: Marks, words: Words) -> Iterator[Candidate]:
    """Yield what stands in elements whose class or id says author or date, outside of other stories."""
    tree = marks.tree
    for node in marks.signatures:
        attributes = tree.attributes[node]
        named = (attributes.get("class") or attributes.get("id") or "").lower()
        if marks.aside(node):
            continue
        if any(word in named for word in _WHO):
            yield from _name_within(tree, node, words)
        if tree.ends[node] - node > _SMALL:
            continue
        text = tidy(tree.text(node))
        if text and len(text) <= _SHORT and _DIGIT.search(text):
            yield _dated(text, "class.date")


def near(marks: Marks, heading: int, words: Words) -> Iterator[Candidate]:
    """Yield short lines around the main heading that say "by", and those with digits, nearest first."""
    after = _pieces(marks.tree, range(marks.tree.ends[heading], len(marks.tree.tags)), _AFTER)
    before = _pieces(marks.tree, range(heading - 1, -1, -1), _BEFORE)
    announced = False
    for text in after:
        rest = without_byline(text, words)
        if looks_like_name(rest) and (announced or rest != text):
            yield Candidate(Field.AUTHORS, rest, Source.VISIBLE, "near.byline")
        announced = not rest
    for text in (*after, *before):
        if _DIGIT.search(text):
            yield _dated(text, "near.date")


def _name_within(tree: Tree, node: int, words: Words) -> Iterator[Candidate]:
    """Yield the first piece of text in an element that can be a name."""
    for text in _pieces(tree, range(node + 1, tree.ends[node]), 5):
        rest = without_byline(text, words)
        if rest and looks_like_name(rest):
            yield Candidate(Field.AUTHORS, rest, Source.VISIBLE, "class.author")
            return


def _both(line: str, key: str) -> Iterator[Candidate]:
    """Yield a line as candidate for authors, and for a date where it has digits."""
    if line:
        yield Candidate(Field.AUTHORS, line, Source.VISIBLE, key)
        if _DIGIT.search(line):
            yield _dated(line, key)


def _dated(text: str, key: str) -> Candidate:
    """Return a candidate for a date, of change where the words say so and of publication else."""
    changed = _CHANGED.search(text)
    return Candidate(Field.MODIFIED if changed else Field.PUBLISHED, text, Source.VISIBLE, key)


def _pieces(tree: Tree, nodes: range, most: int) -> list[str]:
    """Return the first short pieces of visible text among the nodes, without empty ones."""
    found: list[str] = []
    for node in nodes:
        text = tree.texts[node]
        if not text or text.isspace() or tree.tags[tree.parents[node]] in {"script", "title", "option"}:
            continue
        text = tidy(text)
        found.append(text if len(text) <= _SHORT else "")
        if len(found) >= most:
            break
    return [text for text in found if text]
