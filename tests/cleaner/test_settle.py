"""The pieces between two block borders become blocks."""

import pytest

from scraper.cleaner.parse import parse
from scraper.cleaner.settle import Settler
from scraper.model.segment import Kind
from tests.cleaner.pages import EN, RU, blocks_of, texts_of


def test_nothing_to_settle() -> None:
    """A page of marks and white space alone gives no block."""
    assert list(Settler(parse("<p> </p>")).settle([], preformatted=False)) == []
    assert blocks_of("<p> <br>\n<br> &nbsp;\t</p><p>\u200b\u00ad</p><a href=/x> </a><a href=/y></a>") == []


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Sne\n<b>eu</b>w  valt <i> zacht </i></p>", "Sne euw valt zacht"),
        ("<p>sneeuw<b>bal</b>len</p>", "sneeuwballen"),
        ("<p>東<b>京</b>都</p>", "東京都"),
        ("<p>مدر<b>سة</b></p>", "مدرسة"),
        ("<p><span>Гамбург</span><span>Берлин</span></p>", "Гамбург Берлин"),
        ("<p>12<sup>3</sup></p>", "123"),
        ("<p><b>O</b>nce</p>", "Once"),
    ],
)
def test_pieces_of_one_line_are_put_together(html: str, text: str) -> None:
    """White space is folded, and a space comes in only where a capital behind a small letter shows a border."""
    assert texts_of(html) == [text]


@pytest.mark.parametrize(
    ("html", "path"),
    [
        ("<div> <p><b>one</b> <i>two</i></p> </div>", "html > body > div > p"),
        ("<div> <p> <b>one</b> <i> </i></p> </div>", "html > body > div > p > b"),
        ("<div>one<p>two</p></div>", "html > body > div"),
    ],
)
def test_path_is_of_the_smallest_element_around(html: str, path: str) -> None:
    """A block stands in the smallest element that holds all of its words, blanks not regarded."""
    assert blocks_of(html)[0].path == path


@pytest.mark.parametrize(("breaks", "texts"), [(1, ["ranok\nvečer"]), (2, ["ranok", "večer"]), (5, ["ranok", "večer"])])
def test_breaks(breaks: int, texts: list[str]) -> None:
    """Two breaks or more part short lines, and one does not."""
    assert texts_of(f"<p><b>ranok</b>{'<br>' * breaks}<b>večer</b></p>") == texts


def test_one_break_between_long_lines() -> None:
    """A single break parts lines that are as long as paragraphs."""
    assert texts_of(f"<p><b>{EN[0]}</b><br>{RU[0]}</p>") == [EN[0], RU[0]]


def test_hidden_pieces_are_a_block_of_their_own() -> None:
    """What is seen comes first and in one piece, what is hidden behind it and marked."""
    found = blocks_of("<p>un<b hidden>seen</b>true</p>")
    assert [(block.text, block.hidden) for block in found] == [("untrue", False), ("seen", True)]


def test_preformatted_lines_stay() -> None:
    """Preformatted text keeps its lines and loses blank lines around and blanks behind."""
    block = blocks_of("<pre>\n\n\n  x = 1  \n\n  y\n\n</pre>")[0]
    assert (block.text, block.kind) == ("  x = 1\n\n  y", Kind.CODE)


def test_links_are_counted_once() -> None:
    """A link in several pieces is one link, and its characters are counted without blanks."""
    block = blocks_of('<p><a href="/x">lange <b>Reise</b></a> nach Hause</p>')[0]
    assert (block.text, block.links, block.link_chars) == ("lange Reise nach Hause", 1, len("langeReise"))


def test_text_that_is_one_link() -> None:
    """A block that is nothing but one link counts it too."""
    block = blocks_of('<p><a href="/x">lange Reise</a></p>')[0]
    assert (block.links, block.link_chars) == (1, len("langeReise"))


def test_links_side_by_side_are_a_list_of_links() -> None:
    """A block of nothing but two links or more is of that kind, with their words apart."""
    block = blocks_of('<p><a href="/x">Start</a><a href="/y">Ende</a></p>')[0]
    assert (block.text, block.kind) == ("Start Ende", Kind.LINK_LIST)


def test_cells_are_parted_by_tabs() -> None:
    """Cells of a row stand in one block with a tab between and white space folded inside."""
    block = blocks_of("<table><tr> <td>  Köln </td><td>812\ncm</td><td></td></tr></table>")[0]
    assert (block.text, block.kind) == ("Köln\t812 cm", Kind.TABLE_ROW)
