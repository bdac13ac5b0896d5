"""Evidence from the heading above."""

import pytest

from scraper.model.segment import Role
from scraper.training.teacher.headings import judge
from tests.cleaner.pages import DE, EN, RU, page, paragraphs, reasons_for, weight_for

ITEMS = "<ul><li><a href=/1>New ramp for the ferry</a></li><li><a href=/2>Ice on the lake</a></li></ul>"


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Related articles", Role.RELATED),
        ("Das könnte Sie auch interessieren", Role.RELATED),
        ("По теме", Role.RELATED),
        ("相关阅读", Role.RELATED),
        ("Comments", Role.COMMENT),
        ("Newsletter", Role.PROMO),
    ],
)
def test_announcement_holds_for_what_follows(heading: str, role: Role) -> None:
    """What a heading announces is said of the blocks below it, in every language of the lexicons."""
    html = page(f"<article>{paragraphs(*EN)}</article><div><h3>{heading}</h3>{ITEMS}</div>")
    for text in ("New ramp", "Ice on"):
        assert weight_for(judge, html, text, role) > 3
        assert weight_for(judge, html, text, Role.BODY) < -3
    assert reasons_for(judge, html, EN[2]) == set()


def test_reach_ends_with_the_element() -> None:
    """Blocks behind the element that holds heading and list are not meant."""
    html = page(f"<div><h3>Related articles</h3>{ITEMS}</div><div><p>Short line behind.</p></div>")
    assert reasons_for(judge, html, "Ice on") == {"under:related"}
    assert reasons_for(judge, html, "Short line") == set()


def test_heading_in_a_wrapper_reaches_out_of_it() -> None:
    """A heading that stands alone in its wrapper speaks for what follows the wrapper."""
    html = page(f"<section><div><span><h3>По теме</h3></span></div>{ITEMS}</section><p>{RU[0]}</p>")
    assert reasons_for(judge, html, "New ramp") == {"under:related"}
    assert reasons_for(judge, html, RU[0]) == set()


def test_reach_ends_where_the_story_goes_on() -> None:
    """A paragraph of running text in the page's language ends the reach, with all that follows."""
    long = " ".join(EN)
    html = page(f"<div><p>{long}</p><p>Read also</p>{ITEMS}<p>{long}!</p><p>Last line.</p></div>")
    assert reasons_for(judge, html, "Ice on") == {"under:related"}
    assert reasons_for(judge, html, f"{long}!") == set()
    assert reasons_for(judge, html, "Last line") == set()


def test_long_text_in_another_language_does_not_end_it() -> None:
    """A long teaser in another language is still what the heading announced."""
    teaser = " ".join(RU)
    html = page(f"<div>{paragraphs(*EN, *EN)}<h4>Related articles</h4><p>{teaser}</p></div>")
    assert reasons_for(judge, html, teaser) == {"under:related"}


def test_another_announcement_takes_over() -> None:
    """A second heading of another sort ends the reach of the first."""
    html = page(f"<div><h3>Related articles</h3>{ITEMS}<h3>Comments</h3><p>First!</p></div>")
    assert reasons_for(judge, html, "First") == {"under:comment"}


def test_last_block_announces_nothing() -> None:
    """An announcement that nothing follows is no error."""
    assert reasons_for(judge, page(f"<p>{DE[0]}</p><h3>Kommentare</h3>"), "Kommentare") == set()


def test_reach_is_bounded() -> None:
    """An announcement speaks for some dozens of blocks at most."""
    rows = "".join(f"<li>item {number:04}</li>" for number in range(300))
    html = page(f"<h3>Related articles</h3><ul>{rows}</ul>")
    assert reasons_for(judge, html, "item 0010") == {"under:related"}
    assert reasons_for(judge, html, "item 0299") == set()
