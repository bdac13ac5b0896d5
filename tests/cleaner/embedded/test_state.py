"""Stories in state of any shape."""

import pytest

from scraper.cleaner.embedded.state import read_state
from scraper.cleaner.embedded.story import Story, Titles
from scraper.cleaner.parse import parse
from tests.cleaner.embedded.shells import EN, STORIES, TITLE, page

TITLES = Titles(parse(page("")))
OTHERS = [f"{text} This is told elsewhere." for text in EN * 3]


def read(value: object) -> Story:
    story = read_state(value, TITLES, untitled=True)
    assert story is not None
    return story


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_the_object_under_the_page_s_title_is_the_story(story: tuple[str, ...]) -> None:
    """In any script, the body of the object that bears the title is told, and not the longer one beside it."""
    own = {"title": TITLE, "body": [{"type": "paragraph", "text": text} for text in story]}
    found = read({"props": {"latest": {"title": "Other", "body": OTHERS}, "article": own}})
    assert (found.title, found.passages, found.own) == (TITLE, story, True)


def test_posts_of_a_thread_are_told_in_order() -> None:
    """All posts are told, and nothing of those who wrote them."""
    posts = [{"id": n, "user": {"name": "ann", "bio": OTHERS[n]}, "cooked": f"<p>{EN[n]}</p>"} for n in range(3)]
    assert read({"topic": {"title": TITLE, "posts": posts}}).passages == tuple(f"<p>{text}</p>" for text in EN)


def test_words_of_the_site_are_no_story() -> None:
    """Translations, cookie notices and related stories are left out."""
    own = {"title": TITLE, "content": "\n\n".join(EN), "related": OTHERS}
    assert read({"i18n": {"a": OTHERS[0]}, "cookieConsent": OTHERS, "page": own}).passages == ("\n\n".join(EN),)


def test_a_summary_yields_to_the_body() -> None:
    """The excerpt beside a body is not told again."""
    assert read({"title": TITLE, "excerpt": EN[0], "body": EN[1] + EN[2]}).passages == (EN[1] + EN[2],)


def test_without_the_title_nothing_is_sure() -> None:
    """Where no object bears the page's title, the story is not the page's own, and not looked for unless allowed."""
    value = {"data": {"text": EN[0]}}
    assert not read(value).own
    assert read_state(value, TITLES, untitled=False) is None


@pytest.mark.parametrize("value", [None, 3, "", [], {}, {"a": "x" * 500}, {"url": "https://example.org/" + "a" * 100}])
def test_what_holds_no_prose_is_none(value: object) -> None:
    """Values without prose tell nothing."""
    assert read_state(value, TITLES, untitled=True) is None
