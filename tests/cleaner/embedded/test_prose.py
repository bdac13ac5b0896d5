"""Prose among the strings of scripts."""

import pytest

from scraper.cleaner.embedded.prose import bare, is_markup, reads, size, whole
from tests.cleaner.embedded.shells import STORIES


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_stories_read(story: tuple[str, ...]) -> None:
    """Running text of any script is prose."""
    assert all(map(reads, story))


@pytest.mark.parametrize(
    "text",
    [
        "short",
        "https://example.org/" + "a/long/path/" * 12,
        "function (a) { return a.map(b => b.c); } var x = {}; var y = []; if (x) { y.push(x); } else { y = null; }",
        "QmFzZSA2NCBpcyBubyBwcm9zZSBhdCBhbGwsIHdoYXRldmVyIGl0IHNheXMu" * 3,
        ".a{color:red} .b{color:blue} .c{margin:0 auto} .d{padding:0} .e{display:none} .f{float:left} .g{top:0}",
    ],
)
def test_what_is_no_prose(text: str) -> None:
    """Code, addresses, styles and encoded bytes are no prose."""
    assert not reads(text)


def test_bare_text_has_no_markup() -> None:
    """Tags and entities are gone, also where they were escaped as a whole."""
    assert bare("<p>Salt &amp; <b>rain</b></p>") == "Salt & rain"
    assert bare("&lt;p&gt;Salt&lt;/p&gt;") == "Salt"
    assert whole("a\ud800") == "a\ufffd"


def test_markup_is_told_from_comparisons() -> None:
    """An element is markup, a comparison is not."""
    assert is_markup("<p>x</p>")
    assert not is_markup("1 < 2 and 3 > 2")


def test_dense_scripts_weigh_more() -> None:
    """A Chinese character counts two and a half times."""
    assert (size("abcd"), size("四个汉字")) == (4, 10)
