"""Edges of cutting and judging: each of these was wrong once."""

from time import perf_counter

import pytest

import scraper
from scraper.model.segment import Kind, Role
from tests.cleaner.pages import AR, DE, EN, RU, ZH, blocks_of, page, paragraphs, texts_of


def test_white_space_between_cells_is_no_line_break():
    """A line break in the markup between two cells is white space."""
    block = blocks_of("<table><tr><td>Köln</td>\n<td>812</td></tr></table>")[0]
    assert (block.text, block.kind) == ("Köln\t812", Kind.TABLE_ROW)


def test_white_space_beside_a_break_is_no_line_break():
    """A line break in the markup between inline elements is a space, also beside a br."""
    assert texts_of("<p><b>one</b>\n<i>two</i><br>three</p>") == ["one two\nthree"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>seen <span hidden>one<br>two</span></p>",
        "<p>a <i hidden>one</i> b <i hidden>two</i></p>",
        "<p>seen<span hidden><a href=1>one</a><a href=2>two</a></span></p>",
        "<table><tr><td hidden>one</td><td>c</td><td hidden>two</td></tr></table>",
    ],
)
def test_hidden_words_are_not_glued(html):
    """Hidden words that stand apart stay apart."""
    assert " ".join(b.text for b in blocks_of(html) if b.hidden).split() == ["one", "two"]


def test_hidden_in_preformatted():
    """Hidden words inside preformatted text are marked."""
    assert [(b.text, b.hidden) for b in blocks_of("<pre>seen <span hidden>gone</span></pre>")] == [
        ("seen", False),
        ("gone", True),
    ]


@pytest.mark.parametrize(
    "html", ["<a>one</a><a>two</a>", "<a>one</a><a href=2>two</a>", "<a onclick=x()>one</a><a onclick=y()>two</a>"]
)
def test_links_without_address_are_not_glued(html):
    """Words of neighbouring links are kept apart even where a script gives the address."""
    assert texts_of(html) == ["one two"]


def test_label_before_a_field():
    """Labels on both sides of a field are not glued."""
    assert " ".join(texts_of("<form><label>name</label><input><label>mail</label></form>")).split() == ["name", "mail"]


def test_invisible_filler_is_no_block():
    """Invisible characters and blanks in turn make no block."""
    assert blocks_of("<p>\u200c \u200c&nbsp;\u200c</p>") == []


def test_word_with_a_break_opportunity_stays_whole():
    """A place where a word may be broken is no space."""
    assert texts_of("<p>Java<wbr>Script, You<b>Tube</b></p>") == ["JavaScript, YouTube"]


@pytest.mark.parametrize(
    "menu", ["<a href=1>Home</a> | <a href=2>News</a> | <a href=3>Sport</a>", "<a href=1>新闻</a> | <a href=2>体育</a>"]
)
def test_menu_with_bars_is_a_list_of_links(menu):
    """Bars between links make a row no less of a list of links."""
    assert blocks_of(f"<div>{menu}</div>")[0].kind is Kind.LINK_LIST


@pytest.mark.parametrize(
    ("story", "share"), [(EN, "Share"), (DE, "Teilen"), (RU, "Поделиться"), (ZH, "分享"), (AR, "شارك")]
)
@pytest.mark.parametrize("length", [9, 24])
def test_share_label_above_short_paragraphs(story, share, length):
    """A share label above a story of short paragraphs takes nothing of it, nor the title."""
    title = story[0][:length].strip()
    html = page(f"<h1>{title}</h1><p>{share}</p><div>{paragraphs(*story)}</div>", f"<title>{title}</title>")
    record = scraper.clean(html)
    assert [s.role for s in record.segments] == [Role.TITLE, Role.SHARE, *[Role.BODY] * len(story)]
    assert "under:share" not in {reason for s in record.segments for reason in s.reasons}
    assert record.confidence > 0.6


@pytest.mark.parametrize("story", [EN, DE, RU, ZH, AR])
def test_only_h1_is_the_title(story):
    """The only h1 above a bare story is its title though the head names none, and the story keeps its order."""
    record = scraper.clean(page(f"<h1>{story[0][:20]}</h1>{paragraphs(*story, *story)}"))
    assert list(dict.fromkeys(record.text.split("\n\n"))) == list(story)


def test_sentence_that_starts_with_by():
    """A sentence is no byline because it starts with a preposition."""
    from scraper.training.teacher.phrases import judge
    from tests.cleaner.pages import votes_for

    assert votes_for(judge, page(paragraphs(*EN)), "By noon") == []


def test_deep_and_full():
    """Ten thousand elements inside each other with text in each take less than ten seconds and a few megabytes."""
    start = perf_counter()
    record = scraper.clean("".join(f"<div>{n}" for n in range(10_000)))
    assert perf_counter() - start < 10
    assert isinstance(record, scraper.Skipped) or sum(len(s.path) for s in record.segments) < 50e6
