"""What can be measured of a block's text alone."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.facts import measure
from scraper.cleaner.features.shape import NAMES, measure_shape
from scraper.model.segment import Block, Kind
from tests.cleaner.pages import AR, DE, EN, RU, ZH

texts = st.text(min_size=1).filter(lambda text: not text.isspace())


def block(text: str, kind: Kind = Kind.PARAGRAPH, links: int = 0, *, hidden: bool = False) -> Block:
    return Block(text, kind, 0, "html", hidden, links, len(text) if links else 0)


def shapes(*blocks: Block) -> np.ndarray:
    return measure_shape(blocks, measure(blocks))


def shape(text: str) -> dict[str, float]:
    """Return the columns of one text by name."""
    return dict(zip(NAMES, shapes(block(text))[0].tolist(), strict=True))


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("ABC", "upper_share"),
        ("абв", "lower_share"),
        ("٣٤٥", "digit_share"),
        ("山谷雨", "caseless_share"),
        ("ابت", "caseless_share"),
        ("...", "._share"),
        ("?!…", "?!…_share"),
        ("«»„", "\"'“”„«»‘’「」『』_share"),
        ("€₽¥", "$€£¥₽₹%_share"),
    ],
)
def test_characters_of_every_script_have_a_class(text: str, column: str) -> None:
    """Letters and signs of any script count in the share of their class."""
    assert shape(text)[column] == pytest.approx(3 / 4)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Wetter", {"upper_first", "letter_last"}),
        ("12 Uhr.", {"digit_first", "stop_last"}),
        ("foto:", {"colon_last"}),
        ("真的吗?", {"question_last"}),
        ("«", set()),
    ],
)
def test_first_and_last_character(text: str, columns: set[str]) -> None:
    """How a text begins and ends is told by what its first and last character are."""
    single = ("upper_first", "digit_first", "letter_last", "stop_last", "colon_last", "question_last")
    assert {name for name in single if shape(text)[name]} == columns


@pytest.mark.parametrize("kind", list(Kind))
def test_kind_is_one_column(kind: Kind) -> None:
    """Exactly the column of the block's own kind is set."""
    row = dict(zip(NAMES, shapes(block("x", kind))[0].tolist(), strict=True))
    assert [name for name in NAMES if name.startswith("kind_") and row[name]] == [f"kind_{kind}"]


@pytest.mark.parametrize("story", [EN, DE, RU, ZH, AR])
def test_running_text_of_every_language_is_long(story: tuple[str, ...]) -> None:
    """Two paragraphs of any language are long running text."""
    found = shape(f"{story[0]} {story[1]}")
    assert (found["reads"], found["long"], found["hidden"], found["links"]) == (1, 1, 0, 0)
    assert found["sentences"] > 0


def test_links_and_hidden_are_told() -> None:
    """A block of nothing but links is linked, and what the markup hides is hidden."""
    row = dict(zip(NAMES, shapes(block("Home", links=3, hidden=True))[0].tolist(), strict=True))
    assert (row["linked"], row["hidden"]) == (1, 1)
    assert row["links"] == pytest.approx(np.log1p(3))


@given(st.lists(texts, min_size=1, max_size=8))
def test_a_block_is_measured_by_itself(found: list[str]) -> None:
    """What is measured of a block does not depend on the blocks beside it."""
    together = shapes(*map(block, found))
    alone = np.concatenate([shapes(block(text)) for text in found])
    assert together.tobytes() == alone.tobytes()


@given(texts)
def test_numbers_are_within_bounds(text: str) -> None:
    """Shares are between nothing and one, and every number is finite and small."""
    found = shape(text)
    assert all(-1 <= value < 20 for value in found.values())
    assert all(0 <= value <= 1 for name, value in found.items() if name.endswith("_share"))


@pytest.mark.parametrize("text", ["\ud800", "\udfff\ud83d", "\U0001f600", "\uffff", "\U0010ffff"])
def test_characters_that_are_none_of_a_class(text: str) -> None:
    """Lone surrogates and characters beyond the basic plane are of no class, and no error."""
    found = shape(text)
    assert sum(value for name, value in found.items() if name.endswith("_share")) == pytest.approx(1 / (len(text) + 1))
