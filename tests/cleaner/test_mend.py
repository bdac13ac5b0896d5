"""Markup that is mended before it is parsed."""

import time

import pytest

from scraper.cleaner.mend import mended
from scraper.cleaner.parse import parse
from scraper.cleaner.split import split

STORY = "The ferry left at seven."


def words(markup: str) -> str:
    """Return the text of the blocks of a page, joined."""
    return " ".join(" ".join(block.text.split()) for block in split(parse(markup)))


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "no tags at all",
        f"<p>{STORY}",
        "<div>" * 2_000 + STORY,
        "<b>" * 100 + STORY,
        "<img><br><p>" * 3_000,
        "<div " + " ".join(f"a{number}=b" for number in range(900)) + ">",
        f'<img src="data:{"A" * 100_000}">{STORY}',
    ],
)
def test_what_does_no_harm_stays_as_it_is(markup: str) -> None:
    """Markup that parses in little time is given back as the very same string."""
    assert mended(markup) is markup


def test_text_under_two_thousand_elements_is_found() -> None:
    """Elements two thousand deep hide no text."""
    assert STORY in words("<div>" * 2_000 + f"<p>{STORY}</p>" + "</div>" * 2_000)


@pytest.mark.parametrize(("start", "end"), [("<div>", "</div>"), ("<ul><li>", "</li></ul>"), ("<span>", "</span>")])
def test_depth_is_levelled_and_the_text_stays(start: str, end: str) -> None:
    """Of elements nested too deep only the upper ones are left, with all text in them and behind them."""
    markup = f"<p>before</p>{start * 50_000}{STORY}{end * 50_000}<p>behind</p>"
    assert mended(markup).count("<") < 2_200
    assert words(markup) == f"before {STORY} behind"


def test_what_is_behind_the_depth_stands_where_it_stood() -> None:
    """After many elements that were closed, paragraphs are as they were."""
    markup = "<div>" * 30_000 + "</div>" * 30_000 + '<p class="a">one</p><p>two</p>'
    assert mended(markup).endswith('<p class="a">one</p><p>two</p>')


def test_attributes_beyond_any_need_are_dropped() -> None:
    """One tag with a hundred thousand attributes keeps its first thousand and its text."""
    markup = "<p " + " ".join(f"a{number}=1" for number in range(100_000)) + f">{STORY}</p>"
    assert "a999=1>" in mended(markup)
    assert words(markup) == STORY


def test_signs_inside_quotes_end_no_tag() -> None:
    """The end of a tag is looked for outside of the values of attributes."""
    many = " ".join(f"a{number}='>'" for number in range(100_000))
    assert words(f'<p title="a > b" {many}>{STORY}</p>') == STORY


def test_a_body_that_is_opened_again_and_again() -> None:
    """Attributes of a second body are dropped, where there are very many."""
    markup = "".join(f"<body a{number}=1>" for number in range(30_000)) + STORY
    assert mended(markup).startswith("<body a0=1><body><body>")
    assert words(markup) == STORY


def test_formatting_that_is_opened_again_in_every_paragraph() -> None:
    """Formatting that would make half a million elements is cut down, and every word stays in its paragraph."""
    markup = "".join(f"<p><b id=n{number}>word{number}" for number in range(1_000))
    blocks = split(parse(markup))
    assert [block.text for block in blocks] == [f"word{number}" for number in range(1_000)]
    assert mended(markup).count("<b ") == 64


def test_formatting_that_is_closed_is_left_alone() -> None:
    """Many bold words one after the other are no reason to mend."""
    markup = "<br>" * 500 + "<b>a</b>" * 9_000
    assert mended(markup) is markup


def test_after_too_many_elements_the_text_is_left() -> None:
    """Of two hundred thousand paragraphs the first half are paragraphs and all are there as text."""
    markup = "".join(f"<p>w{number}</p>" for number in range(200_000))
    found = words(markup)
    assert found.split() == [f"w{number}" for number in range(200_000)]


def test_programs_and_comments_never_become_text() -> None:
    """What stands in scripts, styles and comments of the part that is only text is not in it."""
    noise = "<script>if (a<b) hidden()</script><style>hidden{}</style><!-- hidden <p> -->"
    markup = "<i>a</i>" * 110_000 + noise * 10 + STORY
    assert "hidden" not in words(markup)
    assert words(markup).endswith(STORY)


def test_the_part_that_is_only_text_is_in_sight() -> None:
    """Elements that are open where tags end to count are closed, so that nothing stands inside a picture."""
    markup = f"<svg>{'<g>' * 150_000}{'</g>' * 150_000}</svg>" + "<br>" * 110_000 + STORY
    assert words(markup).endswith(STORY)


@pytest.mark.parametrize(
    "piece",
    ["<", "<!--", "<a", "<a href='", '<a href="', "</", "<script>", "<script><!--", "<!", "<a =", "<a a=<", "<p a='\""],
)
def test_mending_takes_linear_time(piece: str) -> None:
    """Twice as much of anything takes about twice as long."""
    size = 100_000
    begun = time.process_time()
    mended(piece * size)
    once = time.process_time() - begun
    mended(piece * 4 * size)
    assert time.process_time() - begun - once < 16 * once + 0.5
