"""Stories as they are kept."""

import zlib

from hypothesis import given
from hypothesis import strategies as st

from scraper.crawler.delivery.story import KEPT, pack, story_digest, story_of, unpack
from scraper.model.segment import Role
from tests.writer.records import document, segment

TEXTS = st.lists(st.tuples(st.text(st.characters(codec=None)), st.sampled_from([*Role])), max_size=8)


@given(pairs=TEXTS)
def test_kept_story_comes_back(pairs: list[tuple[str, Role]]) -> None:
    """Roles, words and digests of a story are the same after packing, and hold nothing but the story."""
    story = story_of(document(*(segment(text, role) for text, role in pairs)))
    assert [(p.role, p.text) for p in story] == [(r, t) for t, r in pairs if r in ("title", "body", "caption")]
    assert [(p.role, p.digest, p.text) for p in unpack(pack(story))] == [(p.role, p.digest, p.text) for p in story]


@given(one=TEXTS, other=TEXTS)
def test_digest_tells_stories_apart(one: list[tuple[str, Role]], other: list[tuple[str, Role]]) -> None:
    """Two stories have the same digest exactly when roles and words are the same in the same order."""
    left, right = (document(*(segment(text, role) for text, role in pairs)) for pairs in (one, other))
    same = [(p.role, p.text) for p in story_of(left)] == [(p.role, p.text) for p in story_of(right)]
    assert (story_digest(left) == story_digest(right)) is same


def test_long_story_is_kept_in_part() -> None:
    """Behind a bound the words are left out, the digests never."""
    story = story_of(document(*(segment(f"{number} " * 1000) for number in range(100))))
    packed = pack(story)
    kept = unpack(packed)
    assert [passage.digest for passage in kept] == [passage.digest for passage in story]
    assert 0 < sum(len(passage.text or "") for passage in kept) <= KEPT
    assert kept[-1].text is None
    assert len(zlib.decompress(packed)) < 2 * KEPT
