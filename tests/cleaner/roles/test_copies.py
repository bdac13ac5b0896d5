"""Stories that a page renders twice."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.roles.copies import told_twice
from scraper.model.segment import Block, Kind
from tests.cleaner.pages import EN, RU

LONG = (*EN, *RU)


def blocks(*texts: str) -> list[Block]:
    return [
        Block(text, Kind.PARAGRAPH, at, "html", hidden=False, links=0, link_chars=0) for at, text in enumerate(texts)
    ]


def copies(texts: list[str], told: list[float]) -> list[int]:
    """Return the places of the copies."""
    return np.flatnonzero(told_twice(blocks(*texts), np.array(told))).tolist()


placed = st.lists(st.tuples(st.sampled_from((*LONG, "short", "Read also")), st.floats(0, 1)), min_size=1, max_size=20)


@given(placed)
def test_one_of_all_copies_stays(rows: list[tuple[str, float]]) -> None:
    """Of each text exactly one block is no copy, or none of its blocks is one."""
    texts = [text for text, _ in rows]
    found = copies(texts, [told for _, told in rows])
    for text in set(texts):
        places = [at for at, other in enumerate(texts) if other == text]
        gone = len(set(places) & set(found))
        assert gone in (0, len(places) - 1)


@given(placed)
def test_short_text_is_no_copy(rows: list[tuple[str, float]]) -> None:
    """The same short text twice is a coincidence."""
    found = copies([text for text, _ in rows], [told for _, told in rows])
    assert all(len(rows[at][0]) >= 60 for at in found)


@given(st.lists(st.sampled_from(LONG), min_size=1, max_size=9, unique=True), st.floats(0, 1))
def test_texts_of_their_own_are_no_copies(texts: list[str], told: float) -> None:
    """Where every text stands once nothing is a copy."""
    assert copies(texts, [told] * len(texts)) == []


def test_the_rendering_in_likelier_company_stays() -> None:
    """Of two renderings of a story the one among likely blocks stays, even if its own block is a little less likely."""
    texts = [*EN, "menu", "menu", "menu", "menu", EN[1], "menu", "menu"]
    told = [0.9, 0.8, 0.9, 0.1, 0.1, 0.1, 0.1, 0.85, 0.1, 0.1]
    assert copies(texts, told) == [7]


def test_of_equal_renderings_the_first_stays() -> None:
    """A story that is rendered twice alike is told where it stands first."""
    assert copies([*EN, *EN], [0.9] * 6) == [3, 4, 5]


def test_one_rendering_is_told_whole() -> None:
    """Of a story that is rendered twice one rendering stays whole, though some paragraphs are likelier elsewhere."""
    texts = [*LONG[:4], *LONG[:4]]
    for told in ([0.7, 0.9, 0.8, 0.9, 0.9, 0.8, 0.9, 0.7], [0.5, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.5]):
        assert copies(texts, told) in ([0, 1, 2, 3], [4, 5, 6, 7])


def test_copies_of_what_is_no_story_do_not_matter() -> None:
    """A long text that is hardly told anywhere is left alone, however often it stands there."""
    assert copies([EN[0]] * 4, [0.1, 0.2, 0.05, 0.29]) == []


def test_page_without_blocks() -> None:
    """Nothing in, nothing out."""
    assert told_twice([], np.array([])).tolist() == []
