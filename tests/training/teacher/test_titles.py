"""Evidence from what the page calls itself."""

import pytest

from scraper.model.segment import Role
from scraper.training.teacher.titles import judge
from tests.cleaner.pages import EN, page, paragraphs, weight_for

STORY = paragraphs(*EN)


def weight(body: str, head: str, text: str) -> float:
    return weight_for(judge, page(body + STORY, head), text, Role.TITLE)


@pytest.mark.parametrize(
    ("heading", "head"),
    [
        ("Ferry late again", "<title>Ferry late again</title>"),
        ("Ferry late again", "<title>Ferry late again | The Island Post</title>"),
        ("FERRY LATE AGAIN!", "<title>Ferry late again</title>"),
        ("Мост открыт", "<title>x</title><meta property='og:title' content='Мост открыт — новости посёлка'>"),
        ("山谷大雨", "<meta name='og:title' content='山谷大雨'>"),
    ],
)
def test_heading_that_is_the_title(heading: str, head: str) -> None:
    """A heading that says what the head calls the page, or how that begins, is the title."""
    assert weight(f"<h2>{heading}</h2>", head, heading) == 3.5


def test_plain_text_and_links_weigh_less() -> None:
    """The same words outside a heading weigh less, and as a link to somewhere they weigh least."""
    head = "<title>Ferry late again</title>"
    heading = weight("<h1>Ferry late again</h1>", head, "Ferry late")
    plain = weight("<p>Ferry late again</p>", head, "Ferry late")
    link = weight("<p><a href='/x'>Ferry late again</a></p>", head, "Ferry late")
    assert heading > plain > link


@pytest.mark.parametrize("text", ["Ferry", "Late again", "Another story", "x"])
def test_other_words_are_not_the_title(text: str) -> None:
    """Single short words of the title, its end, and other words are no match."""
    assert weight(f"<h2>{text}</h2>", "<title>Ferry late again, says harbour master</title>", text) == 0


def test_page_without_a_title() -> None:
    """Where the head names nothing no vote is cast, not even for an empty name."""
    assert weight("<h1>Ferry late again</h1>", "", "Ferry") == 0
    assert weight("<h1>Ferry late again</h1>", "<title> </title><meta property='og:title'>", "Ferry") == 0
