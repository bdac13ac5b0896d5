"""Evidence from the shape of the text."""

import pytest

from scraper.model.segment import Role
from scraper.training.teacher.shape import judge
from tests.cleaner.pages import AR, DE, EN, RU, ZH, page, paragraphs, reasons_for, weight_for


@pytest.mark.parametrize("text", [EN[0], DE[0], RU[0], ZH[0], AR[0]])
def test_running_text_speaks_for_body(text: str) -> None:
    """A paragraph of any language is probably body."""
    html = page(f"<p>{text}</p>")
    assert reasons_for(judge, html, text) == {"shape:running_text"}
    assert weight_for(judge, html, text, Role.BODY) > 1


def test_more_text_speaks_louder() -> None:
    """Longer running text has a stronger vote, up to a limit."""
    html = page(f"<p>{EN[0]}</p><p>1 {' '.join(EN)}</p><p>2 {' '.join(EN * 30)}</p>")
    one, more, most = (weight_for(judge, html, start, Role.BODY) for start in (EN[0], "1 ", "2 "))
    assert one < more <= most <= 3


def test_short_text_is_a_hint_against_body() -> None:
    """A few letters are a little less likely body."""
    assert reasons_for(judge, page("<p>Kurz</p>"), "Kurz") == {"shape:short"}


def test_short_link_is_navigation() -> None:
    """A short block inside a link is a label of a menu."""
    html = page(f'<a href="/x">Wetter</a>{paragraphs(*DE)}')
    assert weight_for(judge, html, "Wetter", Role.NAVIGATION) > 1
    assert weight_for(judge, html, "Wetter", Role.BODY) < -1


def test_row_of_links_is_navigation() -> None:
    """A block of nothing but links is a menu, however long."""
    row = " ".join(f'<a href="/{at}">Landkreis{at} Nachrichten</a>' for at in range(8))
    assert weight_for(judge, page(f"<div>{row}</div>"), "Landkreis0", Role.NAVIGATION) > 1


@pytest.mark.parametrize("text", ["Жители посёлка сами построили мост через реку", "村民们划着木船去接放学的孩子回家"])
def test_headline_in_a_link_is_related(text: str) -> None:
    """A line long enough for a headline that is a link leads to another story."""
    html = page(f'<div><a href="/x">{text}</a></div>')
    assert "shape:headline_link" in reasons_for(judge, html, text)
    assert weight_for(judge, html, text, Role.RELATED) > 1


@pytest.mark.parametrize(
    "text", ["© 2024 Beispiel Verlag", "(c) 2019 Пример", "Copyright Example Ltd, all rights reserved"]
)
def test_copyright_is_a_notice(text: str) -> None:
    """A copyright sign or word in a short block makes it a notice."""
    html = page(f"<p>{text}</p>")
    assert weight_for(judge, html, text, Role.NOTICE) > 3
    assert weight_for(judge, html, text, Role.BODY) < -2


@pytest.mark.parametrize(
    "text",
    [
        "2024-05-01 18:30",
        "1. Mai 2024",
        "01.05.2024, 18:30 Uhr",
        "May 1, 2024",
        "1 мая 2024 г.",
        "2024年5月1日",
        "18:30",
    ],
)
def test_dates_speak_for_byline(text: str) -> None:
    """A short line with a date or a time is probably a byline."""
    assert "shape:date" in reasons_for(judge, page(f"<p>{text}</p>"), text)


@pytest.mark.parametrize("text", ["12 Angry Ships", "Room 101", "Version 3.2", DE[0] + " Am 01.05.2024 ging es los."])
def test_other_numbers_are_no_dates(text: str) -> None:
    """Numbers that are no dates, and dates in a paragraph, say nothing of a byline."""
    assert "shape:date" not in reasons_for(judge, page(f"<p>{text}</p>"), text)
