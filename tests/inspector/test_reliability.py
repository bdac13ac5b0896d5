"""Whether confidences mean what they say."""

from hypothesis import given
from hypothesis import strategies as st

from scraper.inspector.reliability import BINS, Bin, bins

ANSWERS = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=40)


def test_answers_of_a_tenth_share_a_line():
    """A line tells the mean confidence of its answers and the share of them that is right; empty lines are left out."""
    assert list(bins([(0.95, True), (0.61, False), (0.65, True)])) == [Bin(0.6, 2, 0.63, 0.5), Bin(0.9, 1, 0.95, 1.0)]


def test_full_confidence_is_of_the_last_line():
    """A confidence of one has no line of its own."""
    assert [line.least for line in bins([(1.0, True), (0.9, True)])] == [0.9]


@given(ANSWERS)
def test_every_answer_is_counted_once(answers: list[tuple[float, bool]]):
    """The lines rise, hold all answers, and each confidence is of its line."""
    lines = list(bins(answers))
    assert sum(line.segments for line in lines) == len(answers)
    assert [line.least for line in lines] == sorted({line.least for line in lines})
    assert all(line.least - 1e-4 <= line.confidence <= line.least + 1 / BINS + 1e-4 for line in lines)
