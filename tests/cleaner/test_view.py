"""Everything the judges may look at."""

import pytest

from scraper.model.language import UNDETERMINED
from scraper.model.lexicon import Category
from tests.cleaner.pages import AR, DE, EN, RU, ZH, page, paragraphs, view_of


def test_columns_are_parallel() -> None:
    """There is one entry a block in each column."""
    view = view_of(page(f"<nav>Menu</nav>{paragraphs(*EN)}"))
    columns = (view.blocks, view.facts, view.tagged, view.folded, view.hits)
    assert {len(column) for column in columns} == {1 + len(EN)}


@pytest.mark.parametrize(("story", "language"), [(EN, "en"), (DE, "de"), (RU, "ru"), (ZH, "zh-Hans"), (AR, "ar")])
def test_main_language_is_that_of_the_running_text(story: tuple[str, ...], language: str) -> None:
    """The language of most running text wins, whatever the menus around it are in."""
    menu = "<ul>" + "<li><a href='/x'>Strona główna i inne działy naszego portalu</a></li>" * 9 + "</ul>"
    assert view_of(page(menu + paragraphs(*story))).main_language == language


def test_main_language_without_running_text() -> None:
    """Where nothing runs the language of most text wins, and without letters there is none."""
    menu = "".join(f"<li>{word}</li>" for word in ("Новости", "Происшествия", "Культура и спорт", "Weather"))
    assert view_of(page(f"<ul>{menu}</ul>")).main_language == "ru"
    assert view_of(page("<p>12:30</p><p>17 – 4</p>")).main_language == UNDETERMINED


def test_lexicons_are_asked_for_short_blocks_only() -> None:
    """A label of a widget has hits, and a long paragraph has none though it starts with the same words."""
    view = view_of(page(f"<h3>SIEHE AUCH »</h3><h3>Related articles:</h3><p>Related articles {' '.join(EN)}</p>"))
    assert [hit.category for hit in view.hits[1]] == [Category.RELATED]
    assert view.folded[1] == "related articles"
    assert (view.folded[2], view.hits[2]) == ("", ())


def test_empty_page() -> None:
    """A page without text gives a view without blocks."""
    view = view_of("")
    assert (list(view.blocks), view.main_language) == ([], UNDETERMINED)


def test_shortest_phrases_belong_to_their_language() -> None:
    """A word of two letters is looked up only in the lexicon of the page's own language."""
    story = "<p>The ferry was late again today, and nobody on the quay knew why it had not come.</p>"
    view = view_of(f"<li>AA</li><li>Share</li>{story * 3}")
    assert not view.hits[0]
    assert view.hits[1]
