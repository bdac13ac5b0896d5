"""The account of a run."""

from scraper.commands.summary import Summary
from scraper.model.document import SkipReason
from scraper.model.segment import Role
from scraper.writer import rendered
from scraper.writer.jsonl import render_jsonl
from tests.writer.records import document, segment, skipped


def test_counts_of_everything() -> None:
    """Documents, skips by reason, segments by role and languages are counted, most frequent first."""
    summary = Summary()
    summary.add(rendered(render_jsonl, document(segment("a"), segment("b"), segment("c", Role.SHARE))))
    summary.add(rendered(render_jsonl, skipped()))
    summary.add(rendered(render_jsonl, skipped(skipped=SkipReason.NOT_HTML)))
    summary.add(rendered(render_jsonl, skipped()))
    summary.unreadable = 1
    assert [*summary.lines(2.0)] == [
        "4 pages in 2.0 s, 2.0 pages/s: 1 documents, 3 skipped",
        "skipped: empty 2, not_html 1",
        "inputs that could not be read: 1",
        "segments: body 2, share 1",
        "languages: en 3",
    ]


def test_rare_languages_are_one_sum() -> None:
    """The five most frequent languages are named, the others are added up."""
    summary = Summary()
    tags = [
        tag
        for number, tag in enumerate(["de", "el", "en", "fr", "it", "pl", "zh-Hans"], start=1)
        for _ in range(number)
    ]
    summary.add(rendered(render_jsonl, document(*(segment("a", lang=tag) for tag in tags))))
    assert [*summary.lines(0.0)][-1] == "languages: zh-Hans 7, pl 6, it 5, fr 4, en 3, others 3"


def test_nothing_done_is_said_too() -> None:
    """A run without pages says so in one line."""
    assert [*Summary().lines(0.0)] == ["0 pages in 0.0 s: 0 documents, 0 skipped"]
