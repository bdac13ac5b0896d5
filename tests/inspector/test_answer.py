"""This package as one of the tools."""

from scraper.inspector.answer import OWN, Answer

PAGE = b"<html><body><article><h1>Rain</h1><p>It rained all day in the valley, and nobody minded at all.</p></article>"


def test_answer_is_the_record() -> None:
    """The answer's story and headline are those of the record."""
    found = OWN.read(PAGE, None)
    assert found.title == "Rain"
    assert "rained all day" in found.text
    assert OWN.text(PAGE) == found.text


def test_skipped_page_has_an_empty_answer() -> None:
    """A page without a document has no story, headline or date."""
    assert OWN.read(b"", None) == Answer()
