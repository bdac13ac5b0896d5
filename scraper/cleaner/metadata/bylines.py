"""Candidates for authors from the lines a reader sees: judged blocks, telling class names, and lines that say "by"."""

import re
from collections.abc import Iterator, Sequence

from scraper.cleaner.metadata.candidate import Candidate, Field, Source
from scraper.cleaner.metadata.gather import Marks
from scraper.cleaner.metadata.names import announced, is_full, looks_like_name, without_byline
from scraper.cleaner.metadata.pieces import Surroundings, pieces
from scraper.cleaner.metadata.wording import tidy
from scraper.cleaner.metadata.words import Words, spelling
from scraper.model.segment import Block, Role

_CLOSE = 10
"""Pieces of text behind the main heading among which a bare name is looked for."""
_NAME = re.compile(r"[^\W\d_]+(?:[ .’'-]+[^\W\d_]+){1,3}")
_DATE = re.compile(r"\d\d.*\d\d")
_WITHIN = 5
"""Pieces of text of a signed element of which one is the name."""
_WHO = ("author", "byline", "writer", "written", "contributor")


def judged(blocks: Sequence[Block], roles: Sequence[Role], words: Words) -> Iterator[Candidate]:
    """Yield what can be names in the blocks whose role is byline, line by line."""
    signed = (block.text for block, role in zip(blocks, roles, strict=False) if role is Role.BYLINE)
    for line in (line for text in signed for line in text.split("\n")):
        rest = without_byline(tidy(line), words)
        if rest and looks_like_name(rest):
            yield Candidate(Field.AUTHORS, rest, Source.VISIBLE, "role.byline")


def classed(marks: Marks, words: Words) -> Iterator[Candidate]:
    """Yield the first name within each element whose class or id says author, outside of other stories.

    Names of several words come first: one word may be a label.
    """
    found = list(_signed(marks, words))
    yield from sorted(found, key=lambda candidate: not is_full(candidate.value))


def _signed(marks: Marks, words: Words) -> Iterator[Candidate]:
    """Yield the first name within each signed element, in document order."""
    tree = marks.tree
    for node in marks.signatures:
        attributes = tree.attributes[node]
        named = (attributes.get("class") or attributes.get("id") or "").lower()
        if not any(word in named for word in _WHO):
            continue
        key = "aside.author" if marks.aside(node) else "class.author"
        for text in pieces(tree, range(node + 1, tree.ends[node]), _WITHIN):
            rest = without_byline(text, words)
            if rest and looks_like_name(rest) and spelling(rest) not in words.labels:
                yield Candidate(Field.AUTHORS, rest, Source.VISIBLE, key)
                break


def near(around: Surroundings, words: Words) -> Iterator[Candidate]:
    """Yield names behind the main heading that a byline word announces, in the same piece of text or the one before."""
    awaited = False
    for text in around.after:
        rest = announced(text, words)
        name = text if awaited and rest is None else rest
        # A name may be followed by what its bearer is: "by Jane Doe, Professor of Law".
        if name and looks_like_name(name.split(",")[0]):
            yield Candidate(Field.AUTHORS, name, Source.VISIBLE, "near.byline")
        awaited = rest == ""


def beside(around: Surroundings) -> Iterator[Candidate]:
    """Yield pieces right behind the main heading that can be a full name and stand next to a date."""
    after = around.after[:_CLOSE]
    for index, text in enumerate(after):
        neighbours = after[max(0, index - 2) : index + 3]
        if _NAME.fullmatch(text) and looks_like_name(text) and any(_DATE.search(other) for other in neighbours):
            yield Candidate(Field.AUTHORS, text, Source.VISIBLE, "near.beside")
