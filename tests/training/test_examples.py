"""Pages as the network learns from them."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from scraper.cleaner.features import COLUMNS
from scraper.cleaner.roles.decode import ROLES
from scraper.corpora.role_gold import GoldSegment
from scraper.errors import InputError
from scraper.model.page_type import PAGE_TYPES
from scraper.training.examples import UNKNOWN, Gold, example_of, headline_and_story, view_of
from tests.inspector.pages import gold
from tests.training.lessons import example, row, segments, story


def test_arrays_are_parallel_to_the_blocks(tmp_path: Path) -> None:
    """Every block has features, a label, a role, what rules think of it, and a number of tokens."""
    found = example(tmp_path, 0, by_hand=True)
    blocks = len(found.texts)
    assert blocks == len(segments(0))
    assert found.features.numbers.shape == (blocks, len(COLUMNS))
    assert len(found.told) == len(found.roles) == len(found.tokens) == blocks
    assert found.taught.shape == (blocks, len(ROLES))
    assert np.allclose(found.taught.astype(np.float32).sum(axis=1), 1, atol=0.01)


def test_story_is_told_and_the_rest_is_not(tmp_path: Path) -> None:
    """The blocks that the gold's text consists of are told; of menus and footers nothing is."""
    found = example(tmp_path, 0)
    assert [text for text, told in zip(found.texts, found.told, strict=True) if told == 1] == story(0)
    assert [found.told[found.texts.index(text)] for text in ("Home", "All rights reserved")] == [0, 0]
    assert found.page_type == PAGE_TYPES.index("article")


def test_roles_are_those_given_by_hand(tmp_path: Path) -> None:
    """Each block has the role its words were given by hand, and none where nobody labelled the page."""
    found = example(tmp_path, 0, by_hand=True)
    assert [ROLES[column].value for column in found.roles] == [segment["role"] for segment in segments(0)]
    assert (example(tmp_path, 1).roles == UNKNOWN).all()


def test_block_that_hands_left_out_has_no_role(tmp_path: Path) -> None:
    """Of a page that is labelled in part the other blocks have no role."""
    path = tmp_path / "page.html"
    path.write_text("<p>One line of a story.</p><p>Another line of it.</p>")
    labelled = [GoldSegment("Another line of it.", "body", "en")]
    found = example_of(Gold(gold(path=path, text=""), labelled), "here")
    assert found is not None
    assert [*found.roles] == [UNKNOWN, ROLES.index("body")]


def test_page_without_gold_text_is_not_told(tmp_path: Path) -> None:
    """Without the gold's text, and without a sort of page that is known, nothing is said of blocks and page."""
    path = tmp_path / "page.html"
    path.write_text(row(0)["html"])
    found = example_of(Gold(gold(path=path, text=" \n", page_type="unknown"), ()), "here")
    assert found is not None
    assert (found.told == UNKNOWN).all()
    assert (found.page_type, found.is_spliced) == (UNKNOWN, False)


@pytest.mark.parametrize("body", [b"", b"<p> </p>", b"%PDF-1.7 \x00\x01"])
def test_page_without_text_teaches_nothing(tmp_path: Path, body: bytes) -> None:
    """There is no example of a page that has no words or is none."""
    path = tmp_path / "page.html"
    path.write_bytes(body)
    assert view_of(body, None) is None
    assert example_of(Gold(gold(path=path), ()), "here") is None


def test_missing_page_is_an_error(tmp_path: Path) -> None:
    """A page whose bytes are missing is named."""
    with pytest.raises(InputError, match=r"gone\.html"):
        example_of(Gold(gold(path=tmp_path / "gone.html"), ()), "here")


def test_headline_is_parted_from_the_story() -> None:
    """Where the gold's text begins with the headline it is not part of the story; else the title is the headline."""
    page = gold(text="River opens\nIt rained.\nIt stopped.", title="Other")
    assert headline_and_story(page) == ("Other", page.text)
    assert headline_and_story(replace(page, title_in_text=True)) == ("River opens", "It rained.\nIt stopped.")
    assert headline_and_story(replace(page, title=None)) == ("", page.text)


def test_headline_in_the_gold_is_not_told(tmp_path: Path) -> None:
    """A gold text that begins with the headline tells the same blocks as one that does not."""
    made = row(2)
    path = tmp_path / "2.html"
    path.write_text(made.pop("html"))
    with_title = {**made, "text": f"{made['title']}\n{made['text']}", "title_in_text": True}
    found = example_of(Gold(gold(path=path, **with_title), ()), "here")
    assert found is not None
    assert np.array_equal(found.told, example(tmp_path, 2).told)


def test_numbers_are_halved(tmp_path: Path) -> None:
    """Numbers are kept in half precision, and none of them overflows it."""
    numbers = example(tmp_path, 0).features.numbers
    assert numbers.dtype == np.float16
    assert np.isfinite(numbers).all()
