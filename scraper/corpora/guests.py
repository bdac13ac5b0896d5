"""Stories that can be announced on other pages: headline, first sentences, and the language they are in.

Guests come from corpora pages, or from folders of sentences (`sentences/<tag>.txt`, one a line), which have
languages that no corpus page is in.
"""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from scraper.corpora.corpus import GoldPage
from scraper.corpora.story_language import story_language
from scraper.corpora.tokens import is_unspaced
from scraper.errors import InputError

_SENTENCE: Final = re.compile(r"(?<=[.!?…।։؟])[\"'”»)\]]*\s+|(?<=[。！？])[」』”]*\s*")
_SHORTEST, _LONGEST = 60, 300
"""Bounds of a teaser, in tokens' worth of letters: scripts whose letters are words or syllables say as much in less."""
_DENSE = 2.0
"""Letters of an alphabet that one character without spaces around it stands for."""
_HEADLINE: Final = (8, 160)
"""Bounds of a headline, likewise."""
_STORIES_A_FILE = 60
_MADE_UP = "sentences/"


@dataclass(frozen=True, slots=True)
class Guest:
    """A story as others announce it."""

    name: str
    """Where it is from: `corpus/id`."""
    site: str
    """Name of the site as it stands in its address, empty where that is not known."""
    language: str
    """BCP 47 tag."""
    headline: str
    """Its headline."""
    sentences: tuple[str, ...]
    """Its first sentences, enough for the longest teaser."""

    @property
    def is_made_up(self) -> bool:
        """Whether it is no page, but sentences drawn from a list."""
        return self.name.startswith(_MADE_UP)

    def teaser(self, number: int) -> str:
        """Return its first sentences, at most `number`, as far as they are a teaser's length."""
        joint = "" if is_unspaced(self.sentences[0]) else " "
        texts = [joint.join(self.sentences[:count]) for count in range(1, number + 1)]
        fitting = [text for text in texts if _SHORTEST <= _weight(text) <= _LONGEST]
        return fitting[-1] if fitting else _cut(joint.join(self.sentences))


def guests_of(pages: Iterable[GoldPage]) -> Iterator[Guest]:
    """Yield those pages that have a headline and a teaser's worth of text."""
    for page in pages:
        lines = [" ".join(line.split()) for line in page.text.splitlines() if line.strip()]
        headline = " ".join((page.title or "").split()) or (lines[0] if page.title_in_text and lines else "")
        story = " ".join(lines[1:] if page.title_in_text else lines)
        if _HEADLINE[0] <= _weight(headline) <= _HEADLINE[1] and _weight(story) >= 2 * _SHORTEST:
            site = (urlsplit(page.url or "").hostname or "").removeprefix("www.")
            yield Guest(f"{page.corpus}/{page.id}", site, story_language(page), headline, _sentences(story))


def read_sentences(folder: Path, seed: int) -> Iterator[Guest]:
    """Yield stories made of the lines of `<tag>.txt` files: sentences drawn at random, the shortest as headline."""
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise InputError(f"{folder} holds no sentences (*.txt)")
    for file in files:
        chance = random.Random(f"{seed}/{file.stem}")  # noqa: S311 -- a sample, not a secret
        lines = [" ".join(line.split()) for line in file.read_text(encoding="utf-8").splitlines()]
        usable = [line for line in lines if _HEADLINE[0] <= _weight(line) <= _LONGEST]
        for number in range(min(_STORIES_A_FILE, len(usable) // 4)):
            yield _made_up(file.stem, number, chance.sample(usable, 4))


def _made_up(tag: str, number: int, lines: Sequence[str]) -> Guest:
    """Return a story of a few sentences."""
    headline, *sentences = sorted(lines, key=_weight)
    return Guest(f"{_MADE_UP}{tag}-{number}", "", tag, headline.rstrip(".。"), tuple(reversed(sentences)))


def _sentences(story: str) -> tuple[str, ...]:
    """Return the first few sentences of a story; the last may be cut in the middle, and no teaser is as long."""
    return tuple(part.strip() for part in _SENTENCE.split(story[: 4 * _LONGEST]) if part.strip())[:4]


def _cut(text: str) -> str:
    """Return a text cut to a teaser's length at the end of a word."""
    length = int(_LONGEST / _DENSE) if is_unspaced(text) else _LONGEST
    if len(text) <= length:
        return text
    shown = text[: length - 1]
    return (shown if is_unspaced(text) else shown.rpartition(" ")[0] or shown).rstrip(" ,;:、，") + "…"


def _weight(text: str) -> float:
    """Return the length of a text in letters of an alphabet."""
    return len(text) * (_DENSE if is_unspaced(text) else 1.0)
