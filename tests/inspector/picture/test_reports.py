"""Reports of all fixtures in a real browser."""

from collections import Counter

import pytest

from scraper.inspector.picture import draw
from tests.fixture_pages import Fixture, fixtures
from tests.inspector.picture.conftest import report_of
from tests.measuring.outlines import PROBE

FIXTURES = fixtures()


def test_there_are_pages_enough():
    """There are at least 40 fixtures in at least 20 languages."""
    assert len(FIXTURES) >= 40
    assert len({fixture.name.split("/")[0] for fixture in FIXTURES}) >= 20


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_outlines_lie_on_their_text(fixture: Fixture, open_report):
    """A report opens without a complaint, asks for nothing, and every outline lies where the browser has the text."""
    record = fixture.record()
    opened = open_report(draw(fixture.result(), record))
    found = opened.tab.evaluate(PROBE, [{"text": s.text, "path": s.path} for s in record.segments])
    assert opened.said == opened.asked == []
    counts = Counter(name for one in found for name, holds in one.items() if holds)
    assert counts["isOnText"] >= 0.99 * counts["isShown"]
    # What has no outline is hidden by the markup, or is text that is not in sight.
    assert [s.text for s, one in zip(record.segments, found, strict=True) if not one["isShown"] and not s.hidden] == []


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_reports_are_small(fixture: Fixture):
    """A report has less than one and a half times the bytes of its page and 200,000 more."""
    assert len(draw(fixture.result(), fixture.record()).encode()) < 1.5 * len(fixture.body) + 200_000


@pytest.mark.parametrize(
    ("html", "path", "boxes"),
    [
        ("<div>One line<br><br>another line</div>", "html > body > div", 2),
        ("<div>loose words<p>a paragraph</p>words again</div>", "html > body > div", 3),
        ("<table><tr><td>a<td>b<td>c<tr><td>1<td>2<td>3</table>", "html > body > table > tbody > tr:nth-of-type(2)", 2),
        ("<p dir=rtl>שלום <bdi>abc</bdi> עולם</p><p>x</p>", "html > body > p:nth-of-type(2)", 2),
        ("<select><option>one<option>two</select><textarea>three</textarea>", "html > body > textarea", 2),
        ("<details><summary>more</summary><p>inside</p></details>", "html > body > details > p", 2),
        ("<x-a><template shadowrootmode=open><p>in the shadow</p></template></x-a><p>x</p>", "html > body > x-a", 2),
        ("<pre>one\n  two\n\nthree</pre><p hidden>unseen</p>", "html > body > pre", 1),
        (
            "<p style='display:none'>unseen</p><style>.a{display:none}</style><p class=a>nor this</p><p>seen</p>",
            "html",
            1,
        ),
    ],
)
def test_every_sort_of_text_is_outlined(html, path, boxes, open_report):
    """Text runs, rows, controls and shadow roots are outlined each for itself, and what is hidden is not."""
    opened = open_report(report_of(f"<!doctype html><body>{html}"))
    assert opened.ask(f"Boolean(report.frame.document.querySelector('{path}'))")
    assert opened.ask("report.marks.boxes.filter(Boolean).length") == boxes
    texts = opened.tab.evaluate(PROBE, opened.ask("report.data.record.segments.map(({text, path}) => ({text, path}))"))
    assert [one["isOnText"] for one in texts if one["isOutlined"]] == [True] * boxes
    assert opened.said == []


def test_hidden_text_can_be_shown(open_report):
    """What markup or style sheets hide is outlined once it is asked for."""
    html = "<style>.a{display:none}</style><p>seen</p><p hidden>one</p><p class=a>two</p><p style='visibility:hidden'>three</p>"
    opened = open_report(report_of(html))
    assert opened.ask("report.marks.boxes.filter(Boolean).length") in (1, 2)
    opened.tab.keyboard.press("h")
    assert opened.ask("report.marks.boxes.filter(Boolean).length") == 4


def test_embedded_story_is_listed_with_a_note(open_report, root):
    """Text that is read from data inside the page has no outline, and the list says why."""
    opened = open_report(report_of((root / "fixtures" / "es" / "next-shell" / "page.html").read_bytes()))
    notes = opened.ask("[...document.querySelectorAll('#segments .note')].map((note) => note.textContent)")
    assert len(notes) == 6
    assert all("read from data" in note for note in notes)
    assert opened.ask("document.querySelectorAll('#panel-story [data-index]').length") >= 4


def test_no_page_is_too_narrow_or_too_wide(open_report):
    """A page wider than the window is drawn whole, and laid out anew when the window changes."""
    html = f"<table><tr>{''.join(f'<td>{n} {chr(0x3042) * 40}</td>' for n in range(9))}</table><p>words</p>"
    opened = open_report(report_of(f"<style>td{{white-space:nowrap}}</style>{html}"))
    assert opened.ask("report.ui.paper.offsetWidth") > 1500
    before = opened.ask("report.marks.boxes.at(-1).top")
    opened.tab.set_viewport_size({"width": 800, "height": 900})
    opened.tab.wait_for_timeout(200)
    assert opened.ask("report.marks.boxes.at(-1).top") == before
    assert opened.ask("document.documentElement.scrollWidth <= innerWidth")
