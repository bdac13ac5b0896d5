"""Evidence from lexicons."""

import pytest

from scraper.model.segment import Role
from scraper.training.teacher.phrases import judge
from tests.cleaner.pages import EN, page, paragraphs, votes_for, weight_for

STORY = paragraphs(*EN)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Teilen", Role.SHARE),
        ("Поделиться", Role.SHARE),
        ("شارك المقال", Role.SHARE),
        ("WhatsApp", Role.SHARE),
        ("微信", Role.SHARE),
        ("RELATED ARTICLES »", Role.RELATED),
        ("Читайте также:", Role.RELATED),
        ("Σχετικά άρθρα", Role.RELATED),
        ("相关阅读", Role.RELATED),
        ("Комментарии (12)", Role.COMMENT),
        ("Newsletter", Role.PROMO),
        ("Anzeige", Role.PROMO),
        ("Alle Cookies akzeptieren", Role.NOTICE),
        ("Все права защищены", Role.NOTICE),
        ("Главная страница", Role.NAVIGATION),
    ],
)
def test_labels_of_widgets_in_many_languages(text: str, role: Role) -> None:
    """A block that is what sites write on a widget is that widget, and hardly body."""
    html = page(f"<div>{text}</div>{STORY}")
    assert weight_for(judge, html, text, role) >= 3
    assert weight_for(judge, html, text, Role.BODY) <= -2


def test_beginning_counts_less_than_the_whole() -> None:
    """A block that only starts like a phrase has weaker votes."""
    html = page(f"<div>Читайте также:</div><p>Читайте также: мост через реку</p>{STORY}")
    whole, start = (weight_for(judge, html, text, Role.RELATED) for text in ("Читайте также:", "Читайте также: мост"))
    assert whole > start > 0


def test_reason_names_category_and_language() -> None:
    """The reason says which section of which lexicon was heard."""
    reasons = {vote.reason for vote in votes_for(judge, page(f"<p>Поделиться</p>{STORY}"), "Поделиться")}
    assert reasons == {"lexicon:share:ru"}


@pytest.mark.parametrize(
    "text", [*EN[:2], "Related to this is the question of who pays for the winter harbour in the end."]
)
def test_sentences_are_no_labels(text: str) -> None:
    """Of the sentences of a story nothing is said."""
    assert votes_for(judge, page(f"<p>{text}</p>"), text) == []
