"""What the learned judge sees of a page."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scraper.cleaner.features import COLUMNS, GROUPS, Features, measure_page
from tests.cleaner.pages import AR, DE, EN, RU, ZH, page, paragraphs, view_of

MENU = "<nav><ul><li><a href=/1>Home</a><li><a href=/2>Новости</a></ul></nav>"
WHOLE = page(
    f"{MENU}<main><h1>{EN[0][:30]}</h1>{paragraphs(*EN)}<p>2024-05-01</p></main><aside><h3>Related articles</h3>"
    f"<a href=/3>{RU[0]}</a></aside><footer hidden>© 2024</footer>",
    f"<title>{EN[0][:30]}</title><meta name=description content='{EN[1]}'>",
)
HOSTILE = (
    "\ud800 a \udfff",
    "x" * 100_000,
    "语" * 100_000,
    "1,2.3;" * 9_000,
    "\U0001f600" * 50,
    "\u200b\u200e a \u0301",
    "a\x00b\x07c",
    "﷽" * 400,
)


def features_of(html: str, url: str | None = None) -> Features:
    return measure_page(view_of(html), url)


def test_columns_are_numbered_in_the_order_of_groups() -> None:
    """Every column has one name, and its number is its place in the groups laid end to end."""
    names = [name for group in GROUPS.values() for name in group]
    assert list(COLUMNS) == names
    assert list(COLUMNS.values()) == list(range(len(names)))


@pytest.mark.parametrize("html", [WHOLE, "<p>x", page(paragraphs(*ZH)), page(f"<table><tr><td>{AR[0]}<td>1</table>")])
def test_one_row_a_block(html: str) -> None:
    """There is one row and one list of words a block, and one list of names an element of the frame."""
    features = features_of(html)
    blocks = len(view_of(html).blocks)
    assert features.numbers.shape == (blocks, len(COLUMNS))
    assert features.numbers.dtype == np.float32
    assert len(features.words) == len(features.frame.rows) == blocks
    assert len(features.names) == len(features.frame.nodes)


def test_columns_can_be_had_by_name() -> None:
    """A column asked for by name is the one at its number."""
    features = features_of(page(paragraphs(*DE)))
    for name, number in COLUMNS.items():
        assert features.column(name).tolist() == features.numbers[:, number].tolist()


def test_the_same_page_has_the_same_features() -> None:
    """A page measured twice gives the same numbers bit for bit and the same words in the same order."""
    one, other = (features_of(WHOLE, "https://news.example.org/a/b-c-1.html") for _ in range(2))
    assert one.numbers.tobytes() == other.numbers.tobytes()
    assert (one.names, one.words, one.page) == (other.names, other.words, other.page)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_has_numbers(text: str) -> None:
    """Whatever stands in a block, a title or an address, every number is finite and none is huge."""
    head = f"<title>{text}</title><meta name=description content='{text}'><meta property=og:title>"
    features = features_of(page(f"<p class='{text}' role='{text}'>{text}</p><p>{text} {text}</p>", head), text)
    assert np.isfinite(features.numbers).all()
    assert np.abs(features.numbers).max() < 60


@pytest.mark.parametrize("head", ["", "<title></title>", "<title> </title><meta property=og:title content=''>"])
def test_page_without_a_title(head: str) -> None:
    """A page that calls itself nothing has features as any other, and no block is its title."""
    features = features_of(page(paragraphs(*EN), head), "")
    assert np.isfinite(features.numbers).all()
    assert not features.column("is_title").any()
    assert not features.column("begins_title").any()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(st.characters(exclude_characters="<&"), min_size=1), min_size=1, max_size=6), st.text())
def test_any_text_has_numbers(texts: list[str], url: str) -> None:
    """Any text in any script gives finite numbers, and any address is taken."""
    features = features_of(page(f"<h1>Title</h1><ul><li>{'<li>'.join(texts)}</ul>", f"<title>{texts[0]}</title>"), url)
    assert np.isfinite(features.numbers).all()
