"""Places between and behind paragraphs."""

import pytest

from scraper.corpora.gaps import Markup
from tests.corpora.hosts import LINES, page_around

A, B, C = LINES
HERE = "@"


def marked(story: str) -> tuple[Markup, str]:
    """Return a page whose places are asked for, and its source."""
    page = page_around(story)
    return Markup(page), page


@pytest.mark.parametrize(
    ("story", "wanted"),
    [
        (f"<p>{A}</p><p>{B}</p>", f"<p>{A}</p>@<p>{B}</p>"),
        (f"<div><p>{A}</p></div><div><p>{B}</p></div>", f"<div><p>{A}</p></div>@<div>"),
        (f"<p><span>{A}</span></p><p>{B}</p>", f"</span></p>@<p>{B}"),
        (f"<p>{A}<p>{B}", f"<p>{A}@<p>{B}"),
        (f"<div>{A}<br><br>{B}</div>", f"{A}@<br><br>{B}"),
        (f"<p>{A[:20]}<b>{A[20:]}</b></p><!-- <p>x</p> --><script>a='<p>'</script><p>{B}</p>", f"</script>@<p>{B}"),
        (f"<p>{A.replace(',', '&#44;')}</p>\n<p title='a > b'>{B}</p>", "</p>\n@<p title"),
    ],
)
def test_between_is_in_the_element_that_holds_both(story: str, wanted: str) -> None:
    """Between two paragraphs the place is where the fewest elements are open, whatever the markup looks like."""
    markup, page = marked(story)
    (offset,) = markup.between(markup.paragraphs([A, B]))
    assert wanted in page[:offset] + HERE + page[offset:]


@pytest.mark.parametrize(
    "story",
    [f"<p>{A}</p><p>An unknown line.</p><p>{B}</p>", f"<ul><li>{A}</li><li>{B}</li></ul>", f"<p>{A} {B}</p>", ""],
)
def test_no_place_between(story: str) -> None:
    """There is no place where other words stand between, between items of a list, and inside a paragraph."""
    markup, _ = marked(story)
    assert markup.between(markup.paragraphs([A, B])) == []


@pytest.mark.parametrize(
    ("story", "wanted"),
    [
        (f"<p>{A}</p><p>{B}</p><aside>More</aside>", f"{B}</p>@<aside>"),
        (f"<div><p>{A}</p></div><div><p><i>{B}</i></p></div>", "</i></p></div>@</main>"),
        (f"<div><p>{A}<p>{B}</div>", f"{B}@</div>"),
        (f"<div>{A}<br><br>{B}</div>", f"{B}@</div>"),
        (f"<p>{A}</p><p>A line that the gold lacks.</p><p>{B}</p>", f"{B}</p>@</main>"),
        (f"<div>{A}<hr>A line that the gold lacks.<hr>{B}</div>", f"{B}@</div>"),
    ],
)
def test_behind_is_in_the_element_of_the_paragraphs(story: str, wanted: str) -> None:
    """Behind the last paragraph the place is in the element that holds the paragraphs."""
    markup, page = marked(story)
    offset = markup.behind(markup.paragraphs([A, B]))
    assert offset is not None
    assert wanted in page[:offset] + HERE + page[offset:]


def test_no_place_behind() -> None:
    """There is no place behind where the paragraph goes on with words that the gold lacks, or where it ends a list."""
    for story in (f"<p>{A}</p><p>{B} And so on.</p>", f"<p>{A}</p><ul><li>{B}</li></ul>"):
        markup, page = marked(story)
        offset = markup.behind(markup.paragraphs([A, B]))
        assert offset is None or page[:offset].endswith(("</ul>", B))


def test_attributes_of_the_paragraph_before() -> None:
    """The attributes of the last paragraph before a place are given as written, but for its id."""
    markup, page = marked(f'<p class="t x" id="p1" data-a=1>{A}</p>')
    assert markup.opening(page.index("</main>")) == ' class="t x" data-a=1'
    assert markup.opening(0) == ""
