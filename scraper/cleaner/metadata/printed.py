"""Candidates for dates from the lines a reader sees: judged blocks, telling class names, lines around the heading."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from scraper.cleaner.metadata.candidate import Candidate, Field, Source
from scraper.cleaner.metadata.gather import Marks
from scraper.cleaner.metadata.pieces import UNSEEN, Surroundings, pieces
from scraper.cleaner.metadata.wording import tidy
from scraper.model.segment import Block, Role
from scraper.model.tree import Tree

_CLOSE = 12
"""Pieces after the heading in which a line that is nothing but a date is the story's own."""
_WITHIN = 8
_LONGEST = 70
_WORDS = 9
"""Characters and words of a line with a date; longer ones tell of something that happened then."""
_DATED = re.compile(r"(?:\d\D*){4}")
"""No way to write a day has fewer digits."""
_BARE = re.compile(r"^\W*(?:[^\W\d]+\W*){0,3}\d[\W\d]*(?:[^\W\d]{1,12}\W*){0,2}[\W\d]*$")
"""A line of digits and at most a few words: a date and nothing else."""
_YEAR = re.compile(r"\d{4}")
# The parser turns NUL into U+FFFD, so no text holds one.
_BETWEEN = "\0"
_CHANGED = re.compile(
    "updated|modif|edited|reviewed|aktualisiert|actualiza|mis à jour|aggiornat|обновлен|更新|güncel|atualizad"
    "|bijgewerkt"
    "|ενημέρωσ|aktualiz|uppdaterad|oppdatert|opdateret|päivitetty|تحديث|수정",
    re.IGNORECASE,
)
# It starts with letters and not with a class of them, because that is what the search is fast with.
_STORED = re.compile(
    r"ubli(?:sh|cation)\w{0,16}(?:\\*\"|&quot;)\s{0,4}:\s{0,4}(?:\\*\"|&quot;)"
    r"(\d[\w:. +/-]{7,39}|\w{3,9}\.? \d\d?,? \d{4})"
)
"""`datePublished`, `publishedAt`, `publication_date` and the like, with their values, in any JSON."""
_MOST = 20
_COMMENT = re.compile("comment|reply|disqus|review", re.IGNORECASE)
_FOREIGN = re.compile("©|copyright|\\(c\\)", re.IGNORECASE)


def judged(blocks: Sequence[Block], roles: Sequence[Role]) -> Iterator[Candidate]:
    """Yield the dated lines of blocks whose role is byline."""
    for block, role in zip(blocks, roles, strict=False):
        if role is Role.BYLINE:
            yield from _dated([tidy(line) for line in block.text.split("\n")], "role.byline")


_LOOKED_AT = 2_000
"""Texts with a year that are looked at where nothing else says when; the day of a story stands near its beginning."""


def classed(marks: Marks) -> Iterator[Candidate]:
    """Yield the dated lines in elements whose class or id says date or author, outside of other stories."""
    tree = marks.tree
    for node in marks.signatures:
        if not marks.aside(node):
            yield from _dated(pieces(tree, range(node + 1, tree.ends[node]), _WITHIN), "class.date")


def near(around: Surroundings) -> Iterator[Candidate]:
    """Yield dated lines around the main heading, those after it first."""
    close = (*around.after[:_CLOSE], *around.before)
    yield from _dated([line for line in close if _DATED.search(line) and _BARE.match(line)], "near.bare")
    yield from _dated([*around.after, *around.before], "near.date")


def anywhere(marks: Marks) -> Iterator[Candidate]:
    """Yield the dated lines of the whole page, for pages that say when nowhere else; readers' words left out."""
    tree = marks.tree
    for node in islice(_with_years(tree), _LOOKED_AT):
        if tree.tags[tree.parents[node]] not in UNSEEN and not _comment(marks, node):
            yield from _dated(pieces(tree, (node,), 1), "aside.date" if marks.aside(node) else "page.date")


def _with_years(tree: Tree) -> Iterator[int]:
    """Yield the short texts with four digits in a row; all texts are searched as one string, because that is fast."""
    nodes = [node for node, text in enumerate(tree.texts) if 0 < len(text) <= 2 * _LONGEST]
    text = _BETWEEN.join([tree.texts[node] for node in nodes])
    line, start, last = 0, 0, -1
    for match in _YEAR.finditer(text):
        line += text.count(_BETWEEN, start, match.start())
        start = match.start()
        if line != last:
            yield nodes[line]
        last = line


def stored(text: str) -> Iterator[Candidate]:
    """Yield publication dates in the data that scripts of the page carry, given the whole markup."""
    for match in islice(_STORED.finditer(text), _MOST):
        yield Candidate(Field.PUBLISHED, match[1], Source.META, "stored")


def _comment(marks: Marks, node: int) -> bool:
    """Whether a text stands among readers' words."""
    named = (marks.tree.attributes[above] for above in marks.tree.ancestors(node))
    return any(_COMMENT.search(f"{held.get('class') or ''} {held.get('id') or ''}") for held in named if held)


def _dated(lines: Sequence[str], key: str) -> Iterator[Candidate]:
    """Yield lines with digits: of change where the line, or a label before it, says so, of publication else."""
    label = ""
    for line in lines:
        if _DATED.search(line):
            if len(line) <= _LONGEST and len(line.split()) <= _WORDS and not _FOREIGN.search(line):
                changed = _CHANGED.search(line) or _CHANGED.search(label)
                yield Candidate(Field.MODIFIED if changed else Field.PUBLISHED, line, Source.VISIBLE, key)
            label = ""
        else:
            label = line
