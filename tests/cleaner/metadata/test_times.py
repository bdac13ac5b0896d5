"""Tests of candidates from time elements."""

from scraper.cleaner.metadata.times import candidates
from tests.cleaner.metadata.markup import marks


def found(html: str) -> list[tuple[str, str]]:
    """Return field and value of every candidate."""
    return [(candidate.field.value, candidate.value) for candidate in candidates(marks(html))]


def test_attribute_comes_before_text():
    """The datetime of a time is preferred to its text."""
    assert found("<time datetime='2024-05-03T10:00Z'>May 3</time><time>4 May 2024</time>") == [
        ("published", "2024-05-03T10:00Z"),
        ("published", "4 May 2024"),
    ]


def test_classes_say_that_a_time_tells_of_a_change():
    """A class that says updated makes a candidate for the change."""
    assert found("<time class='entry-date'>1</time><time class='updated'>2</time>") == [
        ("published", "1"),
        ("modified", "2"),
    ]


def test_times_of_other_stories_and_comments_are_left_out():
    """Times in comments and teasers are no candidates."""
    assert found("<div id='comments'><time>1</time></div><div class='teaser'><time>2</time></div>") == []
