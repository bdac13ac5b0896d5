"""Where a block stands."""

import numpy as np
import pytest

from scraper.cleaner.features import measure_page
from scraper.cleaner.features.structure import NAMES, measure_structure
from tests.cleaner.features.columns import blocks_with, columns_of
from tests.cleaner.pages import AR, DE, EN, RU, ZH, page, paragraphs, view_of

MENU = "<nav><ul>" + "".join(f"<li><a href=/{at}>Item {at}</a>" for at in range(6)) + "</ul></nav>"
FOOT = "<footer><p>Imprint</p><p>Contact</p></footer>"


@pytest.mark.parametrize("story", [EN, DE, RU, ZH, AR])
def test_story_is_found_between_menus(story: tuple[str, ...]) -> None:
    """The paragraphs are in the story's element, the menu before it and the footer behind it, in any language."""
    html = page(f"{MENU}<main>{paragraphs(*story, *story)}</main>{FOOT}")
    assert blocks_with(html, "in_story") == [*story, *story]
    assert blocks_with(html, "after_story") == ["Imprint", "Contact"]
    assert len(blocks_with(html, "before_story")) == 6


def test_every_block_is_before_in_or_after_the_story() -> None:
    """Of the three places exactly one holds for each block, also on a page without running text."""
    for body in (f"{MENU}{paragraphs(*EN)}{FOOT}", MENU, "<p>x"):
        found = columns_of(page(body), ("before_story", "in_story", "after_story"))
        assert {sum(row) for row in zip(*found.values(), strict=True)} == {1}


def test_between_running_text() -> None:
    """A line between two paragraphs is between running text, one above or below both is not."""
    html = page(f"<main><h1>Top</h1><p>{EN[0]}</p><h2>Middle</h2><p>{EN[1]}</p><p>End</p></main>")
    assert blocks_with(html, "between_running") == [EN[0], "Middle", EN[1]]


@pytest.mark.parametrize("tag", ["nav", "footer", "aside", "form", "article", "figure", "blockquote", "h2", "noscript"])
def test_inside_an_element(tag: str) -> None:
    """A block inside an element, however deep, is in it, and the blocks beside it are not."""
    html = page(f"<p>{EN[0]}</p><{tag}><div><span>inside</span></div></{tag}>")
    assert blocks_with(html, f"in_{tag}") == ["inside"]


def test_likeness_counts_brothers() -> None:
    """An entry of a list has as many likes as there are other entries, and a lone paragraph has none."""
    found = columns_of(page(f"{MENU}<div><p>{EN[0]}</p></div>"), "alike_0")["alike_0"]
    assert found[:6] == [pytest.approx(np.log1p(5), abs=1e-3)] * 6
    assert found[6] == 0


def test_levels_sum_up_what_they_hold() -> None:
    """The outermost level holds all blocks and all text, and its share of links and running text is the page's."""
    html = page(f"{MENU}<div>{paragraphs(*EN)}</div>")
    found = columns_of(html, ("blocks_4", "size_4", "linked_4", "running_4", "linked_share", "running_share"))
    assert set(found["size_4"]) == {1}
    assert found["blocks_4"] == [pytest.approx(np.log1p(9), abs=1e-3)] * 9
    assert found["linked_4"] == found["linked_share"]
    assert found["running_4"] == found["running_share"]


def test_places_run_from_top_to_bottom() -> None:
    """Index and text before a block grow down the page, from nothing, and never reach the whole."""
    found = columns_of(page(f"{MENU}{paragraphs(*EN)}"), ("index", "text_before"))
    for column in found.values():
        assert column == sorted(column)
        assert column[0] == 0
        assert column[-1] < 1


def test_distance_to_running_text() -> None:
    """A paragraph of running text is at no distance from it, a block next to one at one step."""
    found = columns_of(page(f"<p>a</p><p>{EN[0]}</p><p>b</p><p>c</p>"), ("since_running", "till_running"))
    assert found["since_running"] == [2, 0, 0.04, 0.08]
    assert found["till_running"] == [0.04, 0, 2, 2]


def test_hidden_share_is_of_the_page() -> None:
    """The share of hidden text is the same for every block."""
    html = page(f"<p>{EN[0]}</p><p hidden>{EN[0]}</p>")
    assert columns_of(html, "hidden_share")["hidden_share"] == [0.5, 0.5]


@pytest.mark.parametrize("body", ["x", "<p>x", "<a href=/>x</a>", "<p>\u200b1", f"<p>{'x' * 100_000}"])
def test_page_of_one_block(body: str) -> None:
    """A page of one block has one row of finite numbers."""
    view = view_of(page(body))
    around = measure_page(view, None).frame
    found = measure_structure(view.tree, around, view.facts, np.array([False]))
    assert found.shape == (1, len(NAMES))
    assert np.isfinite(found).all()


def test_wrappers_change_little() -> None:
    """Elements around a part of the page that hold nothing else leave sizes, links and likeness as they are."""
    plain = page(f"{MENU}<main>{paragraphs(*EN)}</main>{FOOT}")
    wrapped = page(f"{MENU}<div><div><main>{paragraphs(*EN)}</main></div></div>{FOOT}")
    names = [name for name in NAMES if name != "depth" and not name.startswith("alike")]
    assert columns_of(plain, names) == columns_of(wrapped, names)
