"""Which words are judged."""

from scraper.cleaner.charset.sample import ENOUGH, LOOKED_AT, all_words, words


def test_words_beyond_ascii_are_kept():
    """Words with bytes beyond ASCII are kept, plain words, tags, comments and attributes are not."""
    assert (
        words(b'<p title="\xe9t\xe9">caf\xe9 and cr\xe8me<!-- \xe0 > --> br\xfbl\xe9e</p>')
        == b"caf\xe9 cr\xe8me br\xfbl\xe9e"
    )


def test_all_words_include_attributes():
    """Words in attributes and comments are there for pages that have no others."""
    assert all_words(b'<p title="\xe9t\xe9"><!-- \xe0 -->') == b"\xe9t\xe9 \xe0"


def test_a_sample_is_bounded_and_represents_the_page():
    """However long a page is the sample is small, and each byte value of the page occurs in it."""
    sample = words(b"<p>" + b"\xe9t\xe9 " * 10 * ENOUGH + b"<p>na\xefve")
    assert len(sample) < 2 * ENOUGH
    assert sample.endswith(b"na\xefve")


def test_text_far_down_is_found():
    """Words behind long scripts of plain ASCII are found."""
    assert words(b"<p>" + b"x" * 2 * LOOKED_AT + b" \xe9") == b"\xe9"
