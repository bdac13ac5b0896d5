"""The element that holds the story."""

import pytest

from scraper.training.teacher.story import Story, find_story
from tests.cleaner.pages import AR, DE, EN, RU, ZH, page, paragraphs, view_of

MENU = "<ul>" + "".join(f"<li><a href='/{at}'>Ressort {at}</a></li>" for at in range(20)) + "</ul>"


def story_of(html: str, lead: float = 1.0) -> tuple[Story, list[str]]:
    """Return where the story stands when every block leans towards body alike, and the texts in it."""
    view = view_of(html)
    story = find_story(view, [lead] * len(view.blocks))
    assert story is not None
    return story, [block.text for block in view.blocks if story.holds(block.node)]


@pytest.mark.parametrize("story", [EN, DE, RU, ZH, AR])
def test_story_is_the_element_around_running_text(story: tuple[str, ...]) -> None:
    """Menus outside the element of the running text are not in it, in any language."""
    _, texts = story_of(page(f"<div>{MENU}</div><div>{paragraphs(*story)}</div><div>{MENU}</div>"))
    assert texts == list(story)


def test_story_in_two_halves_is_kept_together() -> None:
    """Where a story is parted over elements the one around them holds it."""
    html = page(f"<nav>{MENU}</nav><main><div>{paragraphs(*EN)}</div><div>{paragraphs(*EN)}</div></main>")
    _, texts = story_of(html)
    assert texts == [*EN, *EN]


def test_innermost_of_equal_elements() -> None:
    """Of wrappers that hold the same text the innermost is meant."""
    html = page(f"<div><div><section>{paragraphs(*RU)}</section></div></div>")
    view = view_of(html)
    story, _ = story_of(html)
    assert view.tree.tags[story.node] == "section"


def test_first_and_last_running() -> None:
    """The blocks of running text at both ends are known, short lines around them not counted."""
    html = page(f"<div><h1>Kurz</h1>{paragraphs(*DE)}<p>Ende</p></div>")
    story, _ = story_of(html)
    assert (story.first, story.first_running, story.last_running) == (0, 1, 2)


def test_near() -> None:
    """A few blocks before and after the story are near it, and what is far off is not."""
    html = page(f"{MENU}<div>{paragraphs(*EN)}</div>{MENU}")
    story, texts = story_of(html, lead=-0.5)
    assert texts == list(EN)
    assert story.near(story.first - 1)
    assert story.near(story.last + 1)
    assert not story.near(0)
    assert not story.near(story.last + 15)


def test_evidence_against_body_counts() -> None:
    """Running text that the judges take for something else does not draw the story to it."""
    html = page(f"<div>{paragraphs(*EN, *EN)}</div><div>{paragraphs(*DE)}</div>")
    view = view_of(html)
    leads = [-5.0 if block.text in EN else 2.0 for block in view.blocks]
    story = find_story(view, leads)
    assert story is not None
    assert [block.text for block in view.blocks if story.holds(block.node)] == list(DE)


def test_page_of_short_lines_has_a_story() -> None:
    """A page without running text still has an element that holds most of its plain text."""
    html = page(f"<nav>{MENU}</nav><div><p>Open from nine to five</p><p>Closed on Mondays</p></div>")
    _, texts = story_of(html, lead=-3.0)
    assert "Open from nine to five" in texts


def test_page_without_text_has_no_story() -> None:
    """Without blocks there is nothing to find."""
    assert find_story(view_of(""), []) is None
