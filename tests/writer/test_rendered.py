"""Records ready to be written."""

import pickle

from scraper.model.document import SkipReason
from scraper.model.segment import Role
from scraper.writer import FORMATS, rendered
from tests.writer.records import document, segment, skipped


def test_document_is_rendered_and_counted() -> None:
    """The text is the format's, and segments are counted by role and language."""
    record = document(segment("a"), segment("b", Role.SHARE), segment("水", lang="zh-Hans"), rules_missed=("x#1",))
    one = rendered(FORMATS["jsonl"].render, record)
    assert one.text == FORMATS["jsonl"].render(record)
    assert (one.source, one.url, one.skipped) == (record.source, record.url, None)
    assert (one.roles, one.languages) == ({"body": 2, "share": 1}, {"en": 2, "zh-Hans": 1})
    assert one.rules_missed == ("x#1",)


def test_skip_says_why() -> None:
    """A skip has its reason, and no text in formats that leave it out."""
    one = rendered(FORMATS["text"].render, skipped())
    assert (one.text, one.skipped, one.roles) == ("", SkipReason.EMPTY, {})


def test_it_passes_between_processes() -> None:
    """What was rendered in one process is the same in another."""
    one = rendered(FORMATS["jsonl"].render, document(segment("a")))
    assert pickle.loads(pickle.dumps(one)) == one
