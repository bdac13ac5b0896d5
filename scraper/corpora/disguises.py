"""Markup for what is put into a page: styles that tell no more than the story's own markup does.

A style is a row of `STYLES`: it takes a block's pieces and a `Pen` and returns markup in which each piece is a block.
"""

import html
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from scraper.corpora.teasers import Part, Piece
from scraper.model.segment import Role


class Style(StrEnum):
    """How the markup of an inserted block looks."""

    PARAGRAPHS = "paragraphs"
    """Paragraphs like those of the story, with their attributes or none."""
    BLOCKS = "blocks"
    """`<div>` with class names that mean nothing; buttons to share."""
    ROWS = "rows"
    """Items of a list, or rows of a table."""
    HEADINGS = "headings"
    """A heading and paragraphs, as a section of the story has them."""
    NAMED = "named"
    """`<aside>` with telling class names: the easy case, for training only."""


DISGUISED: Final = (Style.PARAGRAPHS, Style.BLOCKS, Style.ROWS, Style.HEADINGS)
"""The styles that tell nothing."""


@dataclass(frozen=True, slots=True)
class Pen:
    """How the words of one block are written; drawn once, so that a block is in one hand."""

    attributes: str
    """Attributes of the story's own paragraphs, as written; empty for bare ones."""
    linked: bool
    """Whether the headline is a link."""
    table: bool
    """Whether rows are those of a table."""
    names: tuple[str, ...]
    """Class names that mean nothing: of the block, and of its pieces."""
    address: str
    """Where links lead."""

    def words(self, piece: Piece) -> str:
        """Return a piece as inline markup."""
        if piece.part is Part.NETWORK:
            return " ".join(self._link(name) for name in piece.text.split(" "))
        if piece.link:
            return f"{html.escape(piece.text.removesuffix(piece.link))}{self._link(piece.link)}"
        is_link = piece.part is Part.READ_MORE or (piece.part is Part.HEADLINE and self.linked)
        return self._link(piece.text) if is_link else html.escape(piece.text)

    def _link(self, words: str) -> str:
        """Return a link."""
        return f'<a href="{self.address}">{html.escape(words)}</a>'


def drawn_pen(attributes: str, chance: random.Random) -> Pen:
    """Draw a hand; half of all paragraphs look exactly like those of the story."""
    return Pen(
        attributes=attributes if chance.random() < 1 / 2 else "",
        linked=chance.random() < 1 / 2,
        table=chance.random() < 1 / 2,
        names=tuple(_meaningless(chance) for _ in range(3)),
        address=f"/{chance.randint(10_000, 99_999_999)}",
    )


def _meaningless(chance: random.Random) -> str:
    """Return a class name as style compilers and page builders give them."""
    letters = "".join(chance.choices("abcdefghijkmnopqrstuvwxyz0123456789", k=6))
    return chance.choice(("css-", "sc-", "jsx-", "c-", "u", "elementor-element-", "_")) + letters


def _paragraphs(pieces: Sequence[Piece], pen: Pen) -> str:
    """Write paragraphs."""
    return "\n".join(f"<p{pen.attributes}>{pen.words(piece)}</p>" for piece in pieces)


def _blocks(pieces: Sequence[Piece], pen: Pen) -> str:
    """Write nested blocks; single networks as buttons, if links are not this hand's way."""
    block, *names = pen.names
    lines = (
        f"<button>{html.escape(piece.text)}</button>"
        if piece.part is Part.NETWORK and " " not in piece.text and not pen.linked
        else f'<div class="{names[piece.part is Part.TEASER]}">{pen.words(piece)}</div>'
        for piece in pieces
    )
    return "\n".join((f'<div class="{block}">', *lines, "</div>"))


def _rows(pieces: Sequence[Piece], pen: Pen) -> str:
    """Write a list, or a table with one column."""
    outer, inner, ends = ("<table>", "<tr><td>", "</td></tr>") if pen.table else ("<ul>", "<li>", "</li>")
    return "\n".join((outer, *(f"{inner}{pen.words(piece)}{ends}" for piece in pieces), outer.replace("<", "</")))


def _headings(pieces: Sequence[Piece], pen: Pen) -> str:
    """Write a heading for what is the first of its kind, paragraphs for the rest."""
    level = {Part.ANNOUNCEMENT: "h2", Part.HEADLINE: "h3", Part.SHARE: "h3"}
    return "\n".join(
        f"<{tag}>{pen.words(piece)}</{tag}>" if tag else f"<p{pen.attributes}>{pen.words(piece)}</p>"
        for piece in pieces
        for tag in [level.get(piece.part)]
    )


def _named(pieces: Sequence[Piece], pen: Pen) -> str:
    """Write blocks whose class names say what they are."""
    name = "share-buttons" if pieces[0].role is Role.SHARE else "related-articles"
    lines = (f'<div class="{name}__{piece.part}">{pen.words(piece)}</div>' for piece in pieces)
    return "\n".join((f'<aside class="{name}">', *lines, "</aside>"))


STYLES: Final[Mapping[Style, Callable[[Sequence[Piece], Pen], str]]] = {
    Style.PARAGRAPHS: _paragraphs,
    Style.BLOCKS: _blocks,
    Style.ROWS: _rows,
    Style.HEADINGS: _headings,
    Style.NAMED: _named,
}
"""Style to what writes it."""
