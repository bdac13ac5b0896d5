"""Evidence from language."""

import pytest

from scraper.model.segment import Role
from scraper.training.teacher.language import judge
from tests.cleaner.pages import AR, DE, EN, RU, ZH, page, paragraphs, reasons_for, weight_for


@pytest.mark.parametrize(("story", "teaser"), [(EN, ZH[0]), (EN, RU[0]), (RU, EN[0]), (ZH, EN[0]), (EN, AR[0])])
def test_block_in_another_script_leads_elsewhere(story: tuple[str, ...], teaser: str) -> None:
    """A paragraph in another script than the story is hardly body and probably related."""
    html = page(paragraphs(*story, *story, teaser))
    assert weight_for(judge, html, teaser, Role.BODY) < -3
    assert weight_for(judge, html, teaser, Role.RELATED) > 2


def test_block_in_the_same_script_weighs_less() -> None:
    """Another language in the same script is weaker evidence, for it is more easily mistaken."""
    html = page(paragraphs(*EN, *EN, DE[0], ZH[0]))
    near, far = (weight_for(judge, html, text, Role.BODY) for text in (DE[0], ZH[0]))
    assert far < near < 0


@pytest.mark.parametrize("text", [*EN, "12:45", "★★★☆☆", "https://example.org/a"])
def test_silent_of_the_main_language_and_of_none(text: str) -> None:
    """Text in the page's own language, and what has no language, is not spoken of."""
    assert reasons_for(judge, page(paragraphs(*EN, *EN, text)), text) == set()


def test_short_foreign_labels_are_no_teasers() -> None:
    """A short foreign label is less likely body, but tells of no other story."""
    html = page(f"{paragraphs(*EN)}<div>Русская версия</div>")
    assert weight_for(judge, html, "Русская", Role.BODY) < 0
    assert weight_for(judge, html, "Русская", Role.RELATED) == 0


def test_page_without_language() -> None:
    """A page of digits alone gives no votes."""
    assert reasons_for(judge, page("<p>1 2 3</p>"), "1 2 3") == set()
