"""Stories and the page's names for them."""

from scraper.cleaner.embedded.story import Story, Titles, unlike
from scraper.cleaner.parse import parse


def test_titles_know_the_headline() -> None:
    """A headline is known beside the site's name, in any case, and from metadata; a word of it is not enough."""
    titles = Titles(
        parse('<title>Rain in the valley | Post</title><meta property="og:title" content="渡轮晚了一个小时">')
    )
    assert titles.name("rain in the <b>Valley</b>")
    assert titles.name("渡轮晚了一个小时")
    assert not any(map(titles.name, ("Post", "Rain in the hills", "", None, 3)))


def test_passages_are_told_once() -> None:
    """Repetitions, empty strings and the title are left out."""
    assert unlike(["One", "<p>one</p>", " ", "The Title", "Two"], "The title") == ("One", "Two")


def test_size_is_without_markup() -> None:
    """Tags do not count."""
    assert Story(None, ("<p>abc</p>", "de"), own=False).size() == 5
