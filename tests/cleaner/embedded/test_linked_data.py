"""Stories in JSON-LD."""

import json

import pytest

from scraper.cleaner.embedded.linked_data import read_linked_data
from scraper.cleaner.embedded.story import Story, Titles
from scraper.cleaner.parse import parse
from tests.cleaner.embedded.shells import EN, TITLE, page

TITLES = Titles(parse(page("")))


def read(value: object) -> Story:
    story = read_linked_data(json.dumps(value), TITLES)
    assert story is not None
    return story


def test_the_article_of_this_page_is_chosen() -> None:
    """Of several bodies, the one under the page's own title is the story, though it is shorter."""
    other = {"@type": "Article", "headline": "Something else", "articleBody": " ".join(EN)}
    own = {"@type": "Article", "headline": TITLE, "articleBody": EN[0]}
    story = read({"@graph": [other, own]})
    assert (story.title, story.passages, story.own) == (TITLE, (EN[0],), True)


def test_an_only_article_is_the_page_s_own() -> None:
    """An article body without a rival is the story whatever its headline."""
    assert read({"@type": "Article", "headline": "Otherwise", "articleBody": EN[0]}).own


def test_a_thread_is_told_in_order() -> None:
    """Question and answers, or post and comments, are passages in their order."""
    answers = [{"@type": "Answer", "text": EN[1]}, {"@type": "Answer", "text": EN[2]}]
    asked = {"@type": "Question", "name": TITLE, "text": EN[0], "suggestedAnswer": answers}
    assert read({"@type": "QAPage", "mainEntity": asked}).passages == EN


def test_updates_of_a_live_blog_are_told() -> None:
    """A live blog tells all its updates."""
    updates = [{"@type": "BlogPosting", "articleBody": text} for text in EN]
    assert read({"@type": "LiveBlogPosting", "headline": TITLE, "liveBlogUpdate": updates}).passages == EN


def test_a_recipe_is_told_by_its_steps() -> None:
    """Ingredients and steps of a recipe are passages, whether steps are objects or strings."""
    steps = [{"@type": "HowToStep", "text": EN[0]}, EN[1]]
    recipe = {"@type": "Recipe", "name": TITLE, "recipeIngredient": ["2 eggs"], "recipeInstructions": steps}
    assert read(recipe).passages == ("2 eggs", EN[0], EN[1])


def test_a_description_comes_last() -> None:
    """The description of a thing is a story only where nothing else is told; that of a page never is."""
    product = {"@type": "Product", "name": TITLE, "description": EN[0]}
    assert read([product]).passages == (EN[0],)
    assert read([product, {"@type": "Article", "articleBody": EN[1]}]).passages == (EN[1],)
    assert read_linked_data(json.dumps({"@type": "WebPage", "description": EN[0]}), TITLES) is None


@pytest.mark.parametrize("text", ["", "nope", "[[[", '{"articleBody": 3}', '{"@type": ["Article"], "articleBody": []}'])
def test_what_tells_nothing_is_none(text: str) -> None:
    """Broken or empty data gives no story."""
    assert read_linked_data(text, TITLES) is None
