"""Where a text stands among segments."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from scraper.corpora.alignment import Stream, squeezed


def test_white_space_and_invisible_characters_do_not_count() -> None:
    """Texts are compared without white space, soft hyphens and the like."""
    assert squeezed(" a\u00ad\u200b b\n") == "ab"


def test_text_cut_differently_is_found_in_its_parts() -> None:
    """A text that stands in two segments is found by the number of its characters in each."""
    assert Stream(["one t", "wo", "three"]).take("onetwothr") == Counter({0: 4, 2: 3, 1: 2})


def test_repeated_text_is_found_in_order() -> None:
    """The second search for the same words finds their second place, a further one goes back to the first."""
    stream = Stream(["share", "story", "share"])
    assert [[*stream.take("share")] for _ in range(3)] == [[0], [2], [0]]


def test_text_that_is_nowhere_is_empty() -> None:
    """A text that is not there is found in no segment."""
    assert not Stream(["one"]).take("two")


def test_half_of_a_differing_text_is_enough() -> None:
    """A text above thirty characters that differs in one place is found by the half that does not."""
    first, second = "abcdefghijklmnopqrst", "uvwxyz0123456789"
    assert Stream(["-", first + second]).take(first.replace("c", "?") + second)[1] > 10


def test_long_text_is_found_in_pieces() -> None:
    """A difference in a long text costs the piece it stands in, or a half of that, and not the whole."""
    text = "".join(chr(0x4E00 + place) for place in range(1000))
    assert Stream([text]).take(text[:500] + "?" + text[501:])[0] >= 900


@given(st.lists(st.text("abc ", max_size=30), max_size=8))
def test_segments_are_found_where_they_are(texts: list[str]) -> None:
    """Looking for the segments themselves, in order, finds all their characters."""
    stream = Stream(texts)
    for text in texts:
        assert stream.take(squeezed(text)).total() == len(squeezed(text))
