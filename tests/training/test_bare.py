"""Examples without a site's markup."""

from dataclasses import replace

import numpy as np
import pytest

from scraper.training.bare import bare_example
from scraper.training.examples import UNKNOWN, Example
from tests.training.lessons import examples, story

SEEDS = range(12)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Example:
    """Return the example of one page, labelled by hand."""
    return examples(tmp_path_factory.mktemp("pages"), 1)[0]


@pytest.fixture(scope="module")
def bare(page: Example) -> list[Example]:
    """Return the page written plainly, by several seeds."""
    return [found for seed in SEEDS if (found := bare_example(page, seed)) is not None]


def test_story_is_there_with_its_labels(page: Example, bare: list[Example]) -> None:
    """The whole story and some blocks beside it are there, each with the labels it has on its page."""
    for found in bare:
        first = page.texts.index(found.texts[0])
        own = slice(first, first + len(found.texts))
        assert found.texts == page.texts[own]
        assert [text for text, told in zip(found.texts, found.told, strict=True) if told == 1] == story(0)
        for name in ("told", "roles", "tokens", "emphasis"):
            assert np.array_equal(getattr(found, name), getattr(page, name)[own])
        assert len(found.features.numbers) == len(found.taught) == len(found.texts)


def test_class_names_are_gone(page: Example, bare: list[Example]) -> None:
    """No element has a name that the site gave it, and the page goes by no address."""
    site = {word for words in page.features.names for word in words if not word.startswith("<")}
    assert site
    for found in bare:
        assert not site & {word for words in found.features.names for word in words}
        assert found.is_spliced


def test_about_half_of_the_pages_are_shown(page: Example, bare: list[Example]) -> None:
    """Some seeds show a page and others do not, and the same seed always does the same."""
    assert 0 < len(bare) < len(SEEDS)
    again = [found.texts for seed in SEEDS if (found := bare_example(page, seed)) is not None]
    assert again == [found.texts for found in bare]


def test_page_without_story_is_not_shown(page: Example) -> None:
    """A page of which no block is told has no plain form."""
    dark = replace(page, told=np.full_like(page.told, UNKNOWN))
    assert all(bare_example(dark, seed) is None for seed in SEEDS)
