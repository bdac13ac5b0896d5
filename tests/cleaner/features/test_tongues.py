"""How a block's language stands to the page's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.facts import Facts
from scraper.cleaner.features.tongues import NAMES, measure_tongues
from scraper.model.language import UNDETERMINED, Tagged
from tests.cleaner.features.columns import blocks_with
from tests.cleaner.pages import DE, EN, RU, ZH, page, paragraphs

tags = st.builds(Tagged, st.sampled_from(("en", "de", "ru", UNDETERMINED)), st.floats(0, 1), st.sampled_from(("Latn",)))
facts = st.builds(Facts, st.floats(0, 1e6), st.integers(0, 99), st.floats(0, 1), st.booleans())


@pytest.mark.parametrize(("story", "teaser"), [(EN, RU[0]), (RU, EN[0]), (ZH, DE[0])])
def test_another_script_is_foreign(story: tuple[str, ...], teaser: str) -> None:
    """A paragraph in another script than the page's is surely foreign, and the story is the page's own."""
    html = page(paragraphs(*story, *story, teaser))
    for name in ("foreign", "foreign_surely", "foreign_script"):
        assert blocks_with(html, name) == [teaser]
    assert blocks_with(html, "main") == [*story, *story]


def test_the_same_script_is_told_apart() -> None:
    """Another language in the same script is foreign, in no foreign script."""
    html = page(paragraphs(*EN, *EN, DE[0]))
    assert blocks_with(html, "foreign") == [DE[0]]
    assert blocks_with(html, "foreign_script") == []


def test_text_without_language() -> None:
    """What has no language is neither the page's own nor foreign."""
    html = page(f"{paragraphs(*EN)}<p>12:30</p>")
    assert blocks_with(html, "undetermined") == ["12:30"]
    assert "12:30" not in (*blocks_with(html, "main"), *blocks_with(html, "foreign"))


def test_nothing_is_foreign_where_the_page_has_no_language() -> None:
    """Where no main language is known no block is foreign."""
    assert blocks_with(page("<p>12:30</p><p>17 – 4</p>"), "foreign") == []


@given(st.lists(st.tuples(facts, tags), min_size=1, max_size=9), st.sampled_from(("en", "ru", UNDETERMINED)))
def test_numbers_are_within_bounds(rows: list[tuple[Facts, Tagged]], main: str) -> None:
    """Whatever the sizes and languages, all numbers are between nothing and one."""
    found = measure_tongues([fact for fact, _ in rows], [tag for _, tag in rows], main)
    assert found.shape == (len(rows), len(NAMES))
    assert ((found >= 0) & (found <= 1)).all()


def test_shares_are_of_the_whole_page() -> None:
    """Blocks of one language share what all of it is of the page's text."""
    sizes = [Facts(30.0, 0, 0.0, reads=True), Facts(10.0, 0, 0.0, reads=False), Facts(60.0, 0, 0.0, reads=True)]
    tagged = [Tagged(tag, 0.9, "Latn") for tag in ("en", "en", "de")]
    found = measure_tongues(sizes, tagged, "de")[:, [NAMES.index("language_share"), NAMES.index("language_running")]]
    assert found.round(4).tolist() == [[pytest.approx(0.4, abs=1e-4), pytest.approx(1 / 3, abs=1e-4)]] * 2 + [
        [pytest.approx(0.6, abs=1e-4), pytest.approx(2 / 3, abs=1e-4)]
    ]
