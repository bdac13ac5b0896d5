"""What of a block is said elsewhere."""

import json

import numpy as np
import pytest

from scraper.cleaner.features.matches import NAMES, measure_matches
from scraper.cleaner.parse import parse
from scraper.cleaner.split import split
from tests.cleaner.features.columns import blocks_with, columns_of
from tests.cleaner.pages import AR, DE, EN, RU, ZH, page, paragraphs

TITLE = "Ferry late again, says master"


@pytest.mark.parametrize(
    ("heading", "head"),
    [
        (TITLE, f"<title>{TITLE}</title>"),
        ("FERRY LATE AGAIN, SAYS MASTER!", f"<title>{TITLE}</title>"),
        ("Мост открыт", "<meta property=og:title content='Мост открыт'>"),
        ("山谷大雨", "<meta name=twitter:title content='山谷大雨'>"),
    ],
)
def test_block_that_is_the_title(heading: str, head: str) -> None:
    """A block that says what the head calls the page is the title, in any spelling."""
    assert blocks_with(page(f"<h1>{heading}</h1>{paragraphs(*EN)}", head), "is_title") == [heading]


@pytest.mark.parametrize("title", [f"{TITLE} | The Island Post", f"The Island Post – {TITLE}"])
def test_block_that_is_a_part_of_the_title(title: str) -> None:
    """A block that is the beginning or the end of the title is a part of it, and a single word of it is not."""
    html = page(f"<h1>{TITLE}</h1><p>Ferry</p><p>Post</p>", f"<title>{title}</title>")
    assert blocks_with(html, "begins_title") == [TITLE]
    assert blocks_with(html, "is_title") == []


def test_first_of_several_titles() -> None:
    """Of all blocks that say the title the first is marked."""
    html = page(f"<p>x</p><h1>{TITLE}</h1><h2>{TITLE}</h2>", f"<title>{TITLE}</title>")
    assert columns_of(html, ("is_title", "is_first_title")) == {"is_title": [0, 1, 1], "is_first_title": [0, 1, 0]}


def test_words_shared_with_the_title() -> None:
    """The share of a block's words that are in the title, and of the title's words in the block, are told."""
    html = page("<p>one two</p><p>three four five</p>", "<title>two three four six</title>")
    found = columns_of(html, ("title_share", "title_cover"))
    assert found == {"title_share": [0.5, pytest.approx(2 / 3, abs=1e-3)], "title_cover": [0.25, 0.5]}


def test_words_shared_in_a_script_without_spaces() -> None:
    """In Chinese a character counts as a word."""
    html = page("<p>雨水</p>", "<meta name=description content='大雨'>")
    assert columns_of(html, ("description_share", "description_cover")) == {
        "description_share": [0.5],
        "description_cover": [0.5],
    }


@pytest.mark.parametrize("story", [EN, DE, RU, ZH, AR])
def test_story_in_the_pages_data(story: tuple[str, ...]) -> None:
    """A paragraph that begins like a stretch of the story in the page's data is in the data, and a menu is not."""
    data = json.dumps({"@type": "NewsArticle", "articleBody": "\n ".join(story)}, ensure_ascii=False)
    head = f"<script type=application/ld+json>{data}</script>"
    html = page(f"<ul><li>Home</ul>{paragraphs(*story)}", head)
    assert blocks_with(html, "in_data") == list(story)
    assert set(columns_of(html, "has_data")["has_data"]) == {1}


@pytest.mark.parametrize("data", ["", "{}", '{"description": "The ferry left the harbour an hour late"}', "{{{"])
def test_data_without_a_story(data: str) -> None:
    """Data that hold no story say nothing, be they broken or not."""
    html = page(paragraphs(*EN), f"<script type=application/ld+json>{data}</script>")
    assert columns_of(html, "has_data")["has_data"] == [0, 0, 0]


def test_copies_are_counted() -> None:
    """Each of three copies knows how many stood before it and how many follow, and text of its own has none."""
    html = page("<p>a</p><p>b</p><p>a</p><p>a</p>")
    found = columns_of(html, ("copies_before", "copies_after"))
    one, two = (round(float(np.log1p(number)), 4) for number in (1, 2))
    assert found == {"copies_before": [0, 0, one, two], "copies_after": [two, 0, one, 0]}


def test_beginning_of_a_copy() -> None:
    """A long text that begins as an earlier one did is told, though it goes on otherwise."""
    html = page(f"<p>{EN[0]}</p><p>{EN[0]} And more.</p><p>{EN[1]}</p>")
    assert blocks_with(html, "begins_copy") == [f"{EN[0]} And more."]


@pytest.mark.parametrize("head", ["", "<title></title>", "<meta name=description><meta property=og:title content>"])
def test_page_that_says_nothing_of_itself(head: str) -> None:
    """Without title, description and data nothing is shared."""
    found = columns_of(page(paragraphs(*EN), head), NAMES)
    assert not any(any(column) for column in found.values())


def test_blocks_too_long_for_a_phrase_are_no_title() -> None:
    """A block that was not folded because it is too long is compared with nothing."""
    tree = parse(page(f"<p>{EN[0]}</p>", f"<title>{EN[0]}</title>"))
    found = measure_matches(tree, split(tree), [""])
    assert found.shape == (1, len(NAMES))
    assert not found.any()
