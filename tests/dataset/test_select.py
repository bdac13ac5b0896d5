"""Which records are wanted."""

import pytest

from scraper.dataset.select import Selection, selected
from scraper.model.document import Document, Duplicate, Skipped
from scraper.model.options import Wanted
from scraper.writer.record import marked
from tests.writer.records import document, segment, skipped

PAGE = document(segment("It rained."))
COPY = marked(PAGE, Duplicate("0" * 32, "a.html", "near"))


@pytest.mark.parametrize(
    ("record", "selection", "reason"),
    [
        (PAGE, Selection(), None),
        (PAGE, Selection(languages=["en-GB", "en"]), None),
        (PAGE, Selection(languages=["zh"]), "other_language"),
        (PAGE, Selection(Wanted(min_chars=99)), "filtered"),
        (COPY, Selection(), None),
        (COPY, Selection(only_kept=True), "filtered"),
        (marked(PAGE, Duplicate("0" * 32, None, None)), Selection(only_kept=True), None),
    ],
)
def test_what_is_not_wanted_becomes_a_skip(record: Document, selection: Selection, reason: str | None) -> None:
    """A record stays as it is, or is a skip with the reason and the same source."""
    found = selected(record, selection)
    assert (found.skipped.value if isinstance(found, Skipped) else None) == reason
    assert found.source == record.source
    assert reason is not None or found is record


def test_skip_stays_what_it_is() -> None:
    """Whatever is asked for, a skip keeps its own reason."""
    assert selected(skipped(), Selection(Wanted(min_confidence=1.0), ["zh"])) == skipped()
