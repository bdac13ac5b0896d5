"""Text that stands on many pages of a host."""

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.roles.decode import ROLES, Belief
from scraper.cleaner.roles.standing import doubted, pages_with, segment_hashes, text_hash
from scraper.model.document import Document
from scraper.model.page import FetchResult
from scraper.model.segment import Role
from scraper.model.site_memory import SiteMemory
from scraper.pipeline import clean_result
from tests.cleaner.pages import DE, EN, RU, page, paragraphs

ABOUT = (
    "The valley has been told about in these pages since the spring of 1911, by people who live in it and who never "
    "asked anybody but their readers to pay for the paper, the ink and the bicycles."
)


def told(memory: SiteMemory | None) -> Document:
    """Return the record of a page that tells a story in six paragraphs, with a paragraph of the site's own behind."""
    html = page(f"<h1>{EN[0][:30]}</h1>{paragraphs(*EN, *DE, RU[0], ABOUT)}")
    record = clean_result(FetchResult("page", html, "https://example.org/a"), memory=memory)
    assert isinstance(record, Document)
    return record


def test_a_paragraph_of_the_sites_own_is_told_until_it_was_seen_often():
    """A bare paragraph that ends every story of a site is no part of it any more after a few pages, and says why."""
    assert ABOUT in told(None).text
    kept = []
    for pages in (1, 3, 7, 15, 31, 63):
        record = told(SiteMemory(pages, {text_hash(ABOUT): pages}))
        kept.append(ABOUT in record.text)
    assert kept == sorted(kept, reverse=True)
    assert not kept[-2]
    last = next(segment for segment in record.segments if segment.text == ABOUT)
    assert last.role is not Role.BODY
    assert "site_memory:63/63" in last.reasons


def test_a_page_without_memory_and_one_on_a_new_host_are_the_same():
    """Memory that has seen nothing of what stands on a page changes nothing in its record."""
    assert told(None) == told(SiteMemory(40, {1: 40}))


def test_the_same_story_at_another_address_keeps_its_text():
    """A story that was seen before as a whole is told again as a whole."""
    first = told(None)
    again = told(SiteMemory(2, dict.fromkeys(segment_hashes(first), 2)))
    assert again.text == first.text


def test_a_page_does_not_testify_against_itself():
    """What a page said on its own earlier visit is not counted."""
    texts = [*EN, ABOUT]
    seen = {text_hash(text): 1 for text in EN} | {text_hash(ABOUT): 7}
    assert pages_with(texts, SiteMemory(9, seen, revisited=True)).tolist() == [0, 0, 0, 6]
    assert pages_with(texts, SiteMemory(9, seen)).tolist() == [1, 1, 1, 7]


def test_numbers_spaces_and_capitals_make_no_other_text():
    """A text with another date, spacing or case is the same standing text, one with other words is not."""
    assert text_hash("Posted on  3 May 2024") == text_hash("posted on 12 may 2025")
    assert text_hash("Posted on 3 May 2024") != text_hash("Posted on 3 June 2024")


def belief(told: Sequence[float], sizes: Sequence[int]) -> Belief:
    """Return a belief in which all roles are as likely."""
    return Belief(np.array(told), np.full((len(told), len(ROLES)), 1 / len(ROLES)), np.array(sizes, dtype=float))


chances = st.floats(0.001, 0.999)
rows = st.lists(st.tuples(chances, st.integers(0, 60), st.integers(1, 300)), min_size=1, max_size=20)


@given(rows)
def test_memory_only_doubts(found: list[tuple[float, int, int]]) -> None:
    """No block becomes likelier because its text was seen elsewhere, and one that was not stays as likely as it was."""
    likely, pages, lengths = (np.array(column) for column in zip(*found, strict=True))
    after = doubted(belief(likely, lengths), ["x" * length for length in lengths], pages).told
    assert (after <= likely + 1e-9).all()
    assert (after[pages == 0] == likely[pages == 0]).all()


@given(chances, st.integers(1, 50), st.integers(1, 300))
def test_more_pages_more_doubt(likely: float, pages: int, length: int) -> None:
    """The more pages a text stands on, the less likely it is told."""
    fresh = ["fresh" * 200]
    less, least = (
        doubted(belief([likely, 0.9], [1, 1000]), ["x" * length, *fresh], np.array([count, 0])).told[0]
        for count in (pages, 2 * pages + 1)
    )
    assert least < less < likely


@given(st.text())
def test_any_text_has_a_number(text: str) -> None:
    """Every text, lone surrogates included, has a number that fits a signed integer of 64 bits."""
    assert 0 <= text_hash(text + "\ud800") < 1 << 63
