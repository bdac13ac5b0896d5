"""Harder pages than corpora have: a teaser for another story and a share block put into a page's own story.

The markup of what is put in tells nothing (`disguises`), it stands between two paragraphs of the story or right
behind the last one (`gaps`), and is in the language of the host, a related or any other one (`company`). Every page
that comes out was parsed again: its blocks are those of the host, with the new ones in one row between them.
Reproducible: the same pages, guests and seed give the same bytes.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from scraper.cleaner.charset.labels import write
from scraper.cleaner.decode import decode
from scraper.cleaner.parse import parse
from scraper.cleaner.split import split
from scraper.corpora.company import Company
from scraper.corpora.corpus import GoldPage
from scraper.corpora.disguises import DISGUISED, STYLES, Style, drawn_pen
from scraper.corpora.gaps import Markup
from scraper.corpora.guests import Guest
from scraper.corpora.story_language import story_language
from scraper.corpora.teasers import Part, Piece, share_of, teaser_of
from scraper.model.document import Skipped
from scraper.model.page import FetchResult, Page
from scraper.model.segment import Block, Role

_TEASER_FIRST = 0.3


class Place(StrEnum):
    """Where in the story something is put."""

    BETWEEN = "between"
    """Between two paragraphs that follow each other."""
    BEHIND = "behind"
    """Right behind the last paragraph, in the element that holds the paragraphs."""


class LeftOut(StrEnum):
    """Why nothing was put into a page."""

    NO_ARTICLE = "no_article"
    """On other pages teasers can be what the page is for."""
    NO_PAGE = "no_page"
    """The bytes are no page, or its encoding cannot be written."""
    NO_GUEST = "no_guest"
    """No guest but the page itself."""
    NO_PLACE = "no_place"
    """The gold's paragraphs were not found, or do not stand where something can be put."""
    CHANGED = "changed"
    """With something put in, the host's own blocks came out otherwise, or the new ones did."""


@dataclass(frozen=True, slots=True)
class Spliced:
    """A page with something put into its story. The gold of the host's story still holds."""

    body: bytes
    """The page, in the host's encoding."""
    host: GoldPage
    """The page without it, and the gold of its story."""
    host_language: str
    """BCP 47 tag of the host's story."""
    guest: Guest
    """The story that is announced."""
    style: Style
    """How the markup of what was put in looks."""
    place: Place
    """Where it stands."""
    first: int
    """Number of the first new block among the blocks of the page, as `split` cuts it."""
    pieces: tuple[Piece, ...]
    """The new blocks in page order, each one block of the page, with role and language."""

    @property
    def teaser(self) -> tuple[str, ...]:
        """Texts of the blocks that announce the guest, heading and link to read on included."""
        return tuple(piece.text for piece in self.pieces if piece.role is Role.RELATED)

    @property
    def share(self) -> tuple[str, ...]:
        """Texts of the blocks of the share block."""
        return tuple(piece.text for piece in self.pieces if piece.role is Role.SHARE)

    @property
    def sentences(self) -> str:
        """The guest's own sentences in the teaser, without headline, heading and link."""
        (piece,) = (piece for piece in self.pieces if piece.part is Part.TEASER)
        return piece.text.removesuffix(piece.link).strip()


def splices(
    pages: Iterable[GoldPage], guests: Sequence[Guest], seed: int, styles: Sequence[Style] = DISGUISED
) -> Iterator[Spliced | LeftOut]:
    """Yield one harder page for each page, or why there is none; styles and places take turns."""
    company = Company(guests)
    for number, page in enumerate(pages):
        place = [*Place][number // len(styles) % len(Place)]
        yield splice(page, company, (styles[number % len(styles)], place), seed)


def splice(page: GoldPage, company: Company, wanted: tuple[Style, Place], seed: int) -> Spliced | LeftOut:
    """Put a teaser and a share block into a page, in the style and place that are wanted."""
    if page.page_type != "article" or not page.text:
        return LeftOut.NO_ARTICLE
    decoded = decode(FetchResult(page.id, page.body()))
    if isinstance(decoded, Skipped):
        return LeftOut.NO_PAGE
    chance = random.Random(f"{seed}/{page.corpus}/{page.id}/{'/'.join(wanted)}")  # noqa: S311 -- a draw, not a secret
    language = story_language(page)
    guest = company.draw(language, chance)
    if guest is None or guest.headline in page.text or guest.sentences[0] in page.text:
        return LeftOut.NO_GUEST
    return _Splicer(page, decoded, language, chance).put(guest, *wanted)


@dataclass(frozen=True, slots=True)
class _Splicer:
    """A host that is ready to receive a guest."""

    page: GoldPage
    decoded: Page
    language: str
    chance: random.Random

    def put(self, guest: Guest, style: Style, place: Place) -> Spliced | LeftOut:
        """Write the new blocks into the markup, and look whether they came out as they should."""
        markup = Markup(self.decoded.text)
        offset = self._offset(markup, place)
        if offset is None:
            return LeftOut.NO_PLACE
        blocks = [share_of(guest, self.language, self.chance), teaser_of(guest, self.language, self.chance)]
        if self.chance.random() < _TEASER_FIRST:
            blocks.reverse()
        pen = drawn_pen(markup.opening(offset), self.chance)
        new = "\n".join(STYLES[style](block, pen) for block in blocks)
        text = f"{self.decoded.text[:offset]}\n{new}\n{self.decoded.text[offset:]}"
        body = _written(text, self.decoded)
        pieces = tuple(piece for block in blocks for piece in block)
        first = self._first(body, pieces) if body is not None else None
        if body is None or first is None:
            return LeftOut.NO_PAGE if body is None else LeftOut.CHANGED
        return Spliced(body, self.page, self.language, guest, style, place, first, pieces)

    def _offset(self, markup: Markup, place: Place) -> int | None:
        """Return where in the markup to write."""
        lines = [line for line in self.page.text.splitlines() if line.strip()]
        paragraphs = markup.paragraphs(lines)
        if place is Place.BETWEEN:
            # A headline that the gold counts as a line is no paragraph.
            offsets = markup.between([p for p in paragraphs if p.line or not self.page.title_in_text])
            return self.chance.choice(offsets) if offsets else None
        return markup.behind(paragraphs) if paragraphs and paragraphs[-1].line == len(lines) - 1 else None

    def _first(self, body: bytes, pieces: Sequence[Piece]) -> int | None:
        """Return the number of the first new block; None if the page did not come out as the old one and the new."""
        before = [block.text for block in split(parse(self.decoded.text))]
        after = _blocks(body)
        texts = [block.text for block in after]
        new = [piece.text for piece in pieces]
        for first in range(len(before) + 1):
            end = first + len(new)
            if texts[first:end] == new and texts[:first] + texts[end:] == before:
                return None if any(block.hidden for block in after[first:end]) else first
        return None


def _written(text: str, decoded: Page) -> bytes | None:
    """Return markup in the encoding the page had, None where it cannot be written."""
    try:
        return write(text, decoded.encoding.name)
    except (LookupError, UnicodeError):
        return None


def _blocks(body: bytes) -> Sequence[Block]:
    """Return the blocks of a page."""
    decoded = decode(FetchResult("-", body))
    return () if isinstance(decoded, Skipped) else split(parse(decoded.text))
