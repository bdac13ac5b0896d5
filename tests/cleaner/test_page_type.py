"""What sort of page it is."""

import pytest

from scraper.cleaner.page_type import TYPES, page_type
from scraper.model.segment import Role
from tests.cleaner.pages import EN, ZH, page, paragraphs, view_of


def type_of(html: str, role: Role = Role.BODY) -> str:
    """Return the type of a page on which every block has one role."""
    view = view_of(html)
    return page_type(view.tree, view.facts, [role] * len(view.blocks))


def said(name: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "{name}"}}</script>'


@pytest.mark.parametrize("name", ["NewsArticle", "Product", "QAPage", "ItemList", "TechArticle", "CollectionPage"])
def test_json_ld_says_it(name: str) -> None:
    """The schema.org type decides, whatever text there is."""
    assert type_of(page("<p>x</p>", said(name))) == TYPES[name.lower()]


def test_json_ld_may_spell_types_as_list_or_address() -> None:
    """A list of types and a full schema.org address are read."""
    listed = '<script type="application/ld+json">{"@graph": [{"@type": ["Product", "Thing"]}]}</script>'
    assert type_of(page("<p>x</p>", listed)) == "product"
    assert type_of(page("<p>x</p>", said("https://schema.org/Recipe"))) == "article"


def test_open_graph_says_it() -> None:
    """Without schema.org the OpenGraph type decides."""
    assert type_of(page("<p>x</p>", '<meta property="og:type" content="Article">')) == "article"


def test_json_ld_before_open_graph() -> None:
    """Where both speak schema.org is heard first, and types nobody knows are passed over."""
    both = '<meta property="og:type" content="article">' + said("WebPage") + said("Product")
    assert type_of(page("<p>x</p>", both)) == "product"


@pytest.mark.parametrize("story", [EN * 3, ZH * 6])
def test_much_running_text_is_an_article(story: tuple[str, ...]) -> None:
    """A page that says nothing of itself is an article if its body runs on, in every script."""
    assert type_of(page(paragraphs(*story))) == "article"


def test_little_running_text_is_a_service() -> None:
    """A page with little body, or with much text that is no body, is a service."""
    assert type_of(page("<p>Opening hours: 9 to 5</p>")) == "service"
    assert type_of(page(paragraphs(*EN * 3)), Role.COMMENT) == "service"


def test_malformed_data_is_ignored() -> None:
    """Broken JSON and empty values do not stop it."""
    head = '<script type="application/ld+json">{"@type": [</script><meta property="og:type">'
    assert type_of(page("<p>x</p>", head)) == "service"
