"""Lines of the markup on which texts begin."""

from scraper.inspector.lines import line_numbers

MARKUP = """<title>Rain
falls</title>
<p>Rain &amp; wind,
all day</p>
<script>"Snow"</script>
<p>Rain &amp; wind, all day</p><p>Sun</p>"""


def test_texts_are_found_in_page_order():
    """Each text is found behind the one before, also where it stands twice or breaks its line."""
    assert line_numbers(MARKUP, ["Rain & wind, all day", "Rain & wind, all day", "Sun"]) == [3, 6, 6]


def test_what_was_moved_is_found_too():
    """A text that stands before the last one is found from the top."""
    assert line_numbers(MARKUP, ["Sun", "all day"]) == [6, 4]


def test_what_no_reader_sees_has_no_line():
    """Texts of programs and the page's title are no lines of text, and a text that is not there has none."""
    assert line_numbers(MARKUP, ["Snow", "Rain falls", "Hail", ""]) == [None, None, None, None]
