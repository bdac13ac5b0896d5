"""Examples with something put into the story."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from scraper.cleaner.roles.decode import ROLES
from scraper.corpora.corpus import GoldPage
from scraper.corpora.disguises import Style
from scraper.corpora.splice import Spliced, splices
from scraper.training.examples import UNKNOWN, Example, Gold, example_of
from scraper.training.spliced import spliced_example
from tests.corpora.hosts import FRENCH, JAPANESE, host

Made = tuple[Spliced, GoldPage, Example]


@pytest.fixture
def made(tmp_path: Path) -> list[Made]:
    """Put something into pages in all styles, and return them with what the plain pages teach."""
    pages = [host(tmp_path, id=str(number)) for number in range(2 * len(Style))]
    found = []
    for page, spliced in zip(pages, splices(pages, [FRENCH, JAPANESE], 1, [*Style]), strict=True):
        plain = example_of(Gold(page, ()), "news.example")
        if isinstance(spliced, Spliced) and plain is not None:
            found.append((spliced, page, plain))
    assert len(found) > len(Style)
    return found


def test_what_was_put_in_is_not_told(made: list[Made]) -> None:
    """The new blocks are out with the roles they were made for; all others keep what the plain page says of them."""
    for spliced, page, plain in made:
        found = spliced_example(spliced, page, plain)
        assert found is not None
        end = spliced.first + len(spliced.pieces)
        assert list(found.texts[spliced.first : end]) == [piece.text for piece in spliced.pieces]
        assert not found.told[spliced.first : end].any()
        assert [ROLES[column] for column in found.roles[spliced.first : end]] == [p.role for p in spliced.pieces]
        others = np.delete(np.arange(len(found.texts)), np.arange(spliced.first, end))
        assert np.array_equal(found.told[others], plain.told)
        assert (found.roles[others] == UNKNOWN).all()
        assert [found.texts[other] for other in others] == list(plain.texts)


def test_example_is_whole(made: list[Made]) -> None:
    """All arrays have the new number of blocks, and site, page and sort of page are those of the plain example."""
    spliced, page, plain = made[0]
    found = spliced_example(spliced, page, plain)
    assert found is not None
    assert {len(found.told), len(found.roles), len(found.taught), len(found.tokens), len(found.features.numbers)} == {
        len(plain.texts) + len(spliced.pieces)
    }
    assert (found.group, found.id, found.page_type) == (plain.group, plain.id, plain.page_type)
    assert (found.is_spliced, plain.is_spliced) == (True, False)


def test_page_that_came_out_otherwise_is_left_out(made: list[Made]) -> None:
    """A page with another number of blocks than were put in teaches nothing."""
    spliced, page, plain = made[0]
    more = spliced.body.replace(b"<footer>", b"<footer><p>one more</p>")
    assert more != spliced.body
    assert spliced_example(replace(spliced, body=more), page, plain) is None
    assert spliced_example(replace(spliced, body=b""), page, plain) is None
