"""Where in a page's markup something can be put between two paragraphs of its story, or right behind the last one.

Theory of operation. The markup is read as a flat sequence of tags and texts; all texts' characters stand behind one
another, white space left out, so that a paragraph of the gold is found whatever markup stands inside it. Between the
end of one paragraph and the start of the next, the place is where the fewest elements are open: in the element that
holds both. No parser of the whole page is asked, for trees do not say where in the source their nodes stand; whoever
puts something at an offset parses the result and looks whether it came out as it should.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

from scraper.corpora.alignment import squeezed

_TOKEN: Final = re.compile(
    r"<!--.*?-->"
    r"|<(?P<raw>script|style|noscript|template|textarea|title|svg|iframe)\b[^>]*>.*?</(?P=raw)\s*>"
    r"|<(?P<end>/?)(?P<tag>[a-zA-Z][^\s/>]*)(?:\"[^\"]*\"|'[^']*'|[^'\">]+)*+>"
    r"|(?P<text>[^<]+|<)",
    re.DOTALL | re.IGNORECASE,
)
_VOID: Final = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_INLINE: Final = frozenset("a abbr b big cite code em font i mark q s small span strong sub sup u".split())
_CLOSES_P: Final = frozenset(
    "address article aside blockquote center div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav "
    "ol p pre section table ul".split()
)
"""Tags that end a `<p>` that is open. Source: HTML standard, section 13.2.6.4.7."""
_PARTS: Final = frozenset("caption dd dt figcaption li option summary tbody td tfoot th thead tr".split())
"""Elements behind which nothing but their like may stand."""
_LEAST = 25
"""Characters, without white space, from which a paragraph can be told from a line that stands elsewhere too."""


class _Token(NamedTuple):
    """A tag or a text."""

    start: int
    end: int
    tag: str
    """Name in lower case, empty for a text."""
    closes: bool
    place: int
    """Characters of text before it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Where a paragraph of the gold is among the characters of the page's texts."""

    line: int
    """Number of the paragraph in the gold."""
    start: int
    """First character."""
    end: int
    """Behind the last character."""


class Markup:
    """A page's markup, ready to be asked for places."""

    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._tokens: list[_Token] = []
        pieces: list[str] = []
        place = 0
        for found in _TOKEN.finditer(markup):
            tag = (found["tag"] or "").lower()
            piece = squeezed(html.unescape(found["text"] or ""))
            # Neither is a comment, a program, or white space between tags.
            if tag or piece:
                self._tokens.append(_Token(found.start(), found.end(), tag, found["end"] == "/", place))
                pieces.append(piece)
                place += len(piece)
        self._text = "".join(pieces)

    @cached_property
    def _texts(self) -> list[int]:
        """Places of the text tokens among all tokens."""
        return [at for at, token in enumerate(self._tokens) if not token.tag]

    @cached_property
    def _starts(self) -> list[int]:
        """Characters before each of the text tokens."""
        return [self._tokens[at].place for at in self._texts]

    def paragraphs(self, lines: Sequence[str]) -> list[Paragraph]:
        """Return those paragraphs of the gold that stand on the page, each behind the one before."""
        found: list[Paragraph] = []
        cursor = 0
        for number, line in enumerate(map(squeezed, lines)):
            start = self._text.find(line, cursor) if line else -1
            if start >= 0 and (len(line) >= _LEAST or number == len(lines) - 1):
                cursor = start + len(line)
                found.append(Paragraph(number, start, cursor))
        return found

    def between(self, paragraphs: Sequence[Paragraph]) -> list[int]:
        """Return offsets in the markup between paragraphs that follow each other with nothing between them."""
        places = (self._level(one, other) for one, other in pairwise(paragraphs))
        return [self._tokens[at].start for at in places if at is not None]

    def behind(self, paragraphs: Sequence[Paragraph]) -> int | None:
        """Return the offset behind the last paragraph, in the element that holds it and the one before."""
        held = self._level(*paragraphs[-2:]) if len(paragraphs) > 1 else None
        last = self._token_at(paragraphs[-1].end - 1)
        if not self._ends(last, paragraphs[-1].end):
            return None
        at = self._behind_alone(last) if held is None else self._behind_sibling(held, last)
        return None if at is None or self._is_part(at) else self._tokens[at].start

    def opening(self, offset: int) -> str:
        """Return the attributes of the last `<p>` that starts before an offset, as they are written, without its id."""
        before = [token for token in self._tokens if token.tag == "p" and not token.closes and token.start < offset]
        written = self._markup[before[-1].start + 2 : before[-1].end - 1] if before else ""
        return re.sub(r"\sid\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+)", "", written).rstrip("/ ")

    def _token_at(self, place: int) -> int:
        """Return the token whose text has a character."""
        return self._texts[bisect_right(self._starts, place) - 1]

    def _ends(self, at: int, place: int) -> bool:
        """Whether a token's text ends before the character at `place`."""
        following = at + 1
        return following < len(self._tokens) and self._tokens[following].place == place

    def _level(self, one: Paragraph, other: Paragraph) -> int | None:
        """Return the token before which the element that holds both paragraphs is reached, None if they do not join."""
        first, last = self._token_at(one.end - 1), self._token_at(other.start)
        if one.end != other.start or other.line != one.line + 1 or not self._ends(first, one.end):
            return None
        best, least, depth = first + 1, 0, 0
        for at in range(first + 1, last):
            token = self._tokens[at]
            depth += 0 if token.tag in _VOID else -1 if token.closes else 1
            if depth < least:
                best, least = at + 1, depth
        return None if self._is_part(best) else best

    def _is_part(self, at: int) -> bool:
        """Whether a place is behind an item of a list or a part of a table."""
        before = self._tokens[at - 1]
        return before.closes and before.tag in _PARTS

    def _behind_alone(self, last: int) -> int | None:
        """Return the place behind the element of a paragraph, or at the end of a container that holds only text."""
        for at, token in self._tags_from(last + 1):
            if token.closes and token.tag not in _INLINE:
                return at + 1 if token.tag in _CLOSES_P and token.tag != "div" else at
            if not token.closes:
                return at
        return None

    def _behind_sibling(self, held: int, last: int) -> int | None:
        """Return the place behind a paragraph at which all is closed that was opened since `held`."""
        open_tags: list[str] = []
        for at, token in self._tags_from(held):
            closes_more = token.closes and token.tag not in open_tags and token.tag not in _INLINE | {"p"}
            if at > last and (not open_tags or closes_more):
                return at
            if closes_more:
                return None
            _step(open_tags, token)
        return None

    def _tags_from(self, at: int) -> Iterator[tuple[int, _Token]]:
        """Yield the tags from a token on, with their places."""
        for place in range(at, len(self._tokens)):
            if self._tokens[place].tag:
                yield place, self._tokens[place]


def _step(open_tags: list[str], token: _Token) -> None:
    """Open or close an element."""
    if token.closes:
        if token.tag in open_tags:
            del open_tags[len(open_tags) - 1 - open_tags[::-1].index(token.tag) :]
    elif token.tag not in _VOID:
        if open_tags[-1:] == ["p"] and token.tag in _CLOSES_P:
            open_tags.pop()
        open_tags.append(token.tag)
