"""Whether a page is a shell."""

import pytest

from scraper.cleaner.embedded.shell import look
from scraper.cleaner.parse import parse
from scraper.cleaner.split import split
from tests.cleaner.embedded.shells import STORIES, page, shown


@pytest.mark.parametrize("language", STORIES)
def test_a_page_of_running_text_is_none(language: str) -> None:
    """A page that shows a story is no shell, in any script."""
    tree = parse(page(shown(STORIES[language] * 6)))
    assert look(tree, split(tree)) is None


def test_a_page_of_many_links_is_none() -> None:
    """A page that shows a lot is no shell though none of it runs."""
    tree = parse(page("".join(f"<li><a href=/{n}>An entry of a long list, number {n}</a>" for n in range(300))))
    assert look(tree, split(tree)) is None


def test_fallback_is_not_shown() -> None:
    """Text in noscript does not count as shown, and is named."""
    tree = parse(page(f"<p>Hi</p><noscript>{shown()}</noscript>"))
    found = look(tree, split(tree))
    assert found is not None
    assert (found.running, found.total, len(found.fallback)) == (0, 2, 18)
