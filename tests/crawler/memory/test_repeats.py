"""Site memory."""

from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scraper.crawler.memory import Batch
from scraper.crawler.memory.repeats import EVERY, KNOWN_WELL, MOST, PAGE_MOST, SAMPLE, WINDOW
from tests.crawler.memory.visits import memory_in

HOST = "a.example"
BIG = 2**64 - 1


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(pages=st.lists(st.frozensets(st.sampled_from([0, 1, 2**63, BIG])), max_size=20))
def test_pages_are_counted(tmp_path_factory, pages: list[frozenset[int]]) -> None:
    """Each text has the number of pages it stood on, over the whole range of hashes."""
    with memory_in(tmp_path_factory.mktemp("state")) as memory:
        memory.commit(Batch(learnt=[(HOST, page) for page in pages] + [("b.example", frozenset({7}))]))
        assert memory.segments_of(HOST) == Counter(number for page in pages for number in page)
        assert memory.pages_of(HOST) == len(pages)


def test_unknown_host_has_no_memory(tmp_path: Path) -> None:
    """Nothing is known of a host that was never met, and a host can be forgotten."""
    with memory_in(tmp_path) as memory:
        assert (memory.segments_of(HOST), memory.pages_of(HOST)) == ({}, 0)
        memory.commit(Batch(learnt=[(HOST, frozenset({1}))]))
        memory.forget_site(HOST)
        assert (memory.segments_of(HOST), memory.pages_of(HOST)) == ({}, 0)


def test_memory_of_a_host_is_bounded(tmp_path: Path) -> None:
    """However much a host shows, its memory keeps to its bounds, and keeps what stood on most pages."""
    with memory_in(tmp_path) as memory:
        for turn in range(EVERY):
            page = frozenset({BIG, *range(1000 * turn, 1000 * turn + 300)})
            memory.commit(Batch(learnt=[(HOST, page)]))
        kept = memory.segments_of(HOST)
        assert len(kept) == MOST
        assert kept[BIG] == EVERY
        assert 1000 * (EVERY - 1) in kept


def test_overlong_page_is_learnt_in_part(tmp_path: Path) -> None:
    """Of a page with very many texts a bounded number is learnt, the same ones every time."""
    with memory_in(tmp_path) as memory:
        for _ in range(2):
            memory.commit(Batch(learnt=[(HOST, frozenset(range(10 * PAGE_MOST)))]))
        assert [*memory.segments_of(HOST).values()] == [2] * PAGE_MOST


def test_memory_of_a_host_ages(tmp_path: Path) -> None:
    """What no longer stands on a host's pages fades away, and what does stays."""
    old, new = frozenset({SAMPLE, 100 * SAMPLE}), frozenset({SAMPLE, 200 * SAMPLE})
    with memory_in(tmp_path) as memory:
        memory.commit(Batch(learnt=[(HOST, old)] * 60))
        for _ in range(8 * WINDOW):
            memory.commit(Batch(learnt=[(HOST, new)] * 8))
            if memory.segments_of(HOST).keys() == new:
                break
        assert memory.segments_of(HOST).keys() == new
        assert memory.pages_of(HOST) <= WINDOW


def test_of_a_known_host_a_sample_is_learnt(tmp_path: Path) -> None:
    """Once a host is known well, one page in a few is learnt."""
    with memory_in(tmp_path) as memory:
        memory.commit(Batch(learnt=[(HOST, frozenset({n})) for n in range(KNOWN_WELL)]))
        assert memory.pages_of(HOST) == KNOWN_WELL
        memory.commit(Batch(learnt=[(HOST, frozenset({1000 + n})) for n in range(10 * SAMPLE)]))
        assert memory.pages_of(HOST) == KNOWN_WELL + 10
