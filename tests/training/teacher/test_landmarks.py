"""Evidence from elements and attributes that say by standard what they hold."""

import pytest

from scraper.cleaner.roles.telling import ARIA, PROPERTIES, TAGS
from scraper.model.segment import Role
from scraper.training.teacher.landmarks import judge
from tests.cleaner.pages import EN, RU, page, paragraphs, reasons_for, weight_for

STORY = paragraphs(*EN)
TEXT = "Über uns"


@pytest.mark.parametrize("tag", sorted(set(TAGS) - {"select", "textarea"}))
def test_elements_speak_for_what_they_hold(tag: str) -> None:
    """Each element of the table casts its votes on the text inside it, however deep."""
    html = page(f"<{tag}><span><b>{TEXT}</b></span></{tag}>{STORY}")
    assert f"landmark:{tag}" in reasons_for(judge, html, TEXT)
    assert {role: weight_for(judge, html, TEXT, role) for role, _ in TAGS[tag]}.items() >= dict(TAGS[tag][:1]).items()


@pytest.mark.parametrize("name", sorted(ARIA))
def test_aria_roles(name: str) -> None:
    """An ARIA role counts as much as the element it stands for."""
    html = page(f'<div role="{name}"><p>{TEXT}</p></div>{STORY}')
    assert reasons_for(judge, html, TEXT) == {f"aria:{name}"}


@pytest.mark.parametrize("name", sorted(PROPERTIES))
def test_schema_properties(name: str) -> None:
    """An itemprop counts in any spelling of its letters."""
    html = page(f'<div itemprop="{name.title()}"><p>{TEXT}</p></div>{STORY}')
    assert reasons_for(judge, html, TEXT) == {f"itemprop:{name}"}


def test_each_element_counts_once() -> None:
    """A menu in a menu is no more of a menu, and other elements around it still count."""
    html = page(f"<footer><nav><nav><nav>{TEXT}</nav></nav></nav></footer>{STORY}")
    assert weight_for(judge, html, TEXT, Role.NAVIGATION) == pytest.approx(3.0 + 1.2)


@pytest.mark.parametrize("wrapper", ["aside", "footer", "form", 'div role="complementary"', 'div itemprop="comment"'])
def test_what_holds_the_page_says_nothing(wrapper: str) -> None:
    """A landmark around most of the page's text does not make it a side matter."""
    html = page(f"<{wrapper}>{paragraphs(*RU)}</{wrapper.partition(' ')[0]}>")
    assert reasons_for(judge, html, RU[0]) == set()


def test_article_counts_around_the_page_too() -> None:
    """An article or main element speaks for body even if it holds everything."""
    assert weight_for(judge, page(f"<main><article>{STORY}</article></main>"), EN[1], Role.BODY) == pytest.approx(1.2)


def test_hidden_text_is_less_likely_story() -> None:
    """Text that the markup hides is spoken against as body."""
    html = page(f"<p hidden>{RU[0]}</p>{STORY}")
    assert reasons_for(judge, html, RU[0]) == {"hidden"}
    assert weight_for(judge, html, RU[0], Role.BODY) < 0


def test_silent_without_landmarks() -> None:
    """Of plain paragraphs in plain elements nothing is said."""
    assert reasons_for(judge, page(f"<div><div>{STORY}</div></div>"), EN[0]) == set()
