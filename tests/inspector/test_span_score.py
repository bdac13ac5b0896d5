"""Scoring spans."""

from scraper.corpora.quotes import Quoting
from scraper.inspector.span_score import score_spans
from scraper.model.options import Options

HOST = "The minister said yesterday that the new bridge would be open before the end of the year."
GUEST = "Вчера министр сказал журналистам, что мост построят до конца года."


def paragraph(guest: str) -> Quoting:
    """Return a paragraph whose quotation is Russian, said to be in `guest`."""
    return Quoting(guest, f"{HOST} “{GUEST}” {HOST}", len(HOST) + 2, len(HOST) + 2 + len(GUEST), "en", guest)


def test_letters_in_their_own_language_are_right() -> None:
    """All letters are right where quotation and host are found, only the host's where the guest is another."""
    found = score_spans([paragraph("ru"), paragraph("bg")], Options())
    assert found["ru"] == 1.0
    assert 0.5 < found["bg"] < 0.9


def test_nothing_scores_nothing() -> None:
    """No paragraphs give no figures."""
    assert score_spans([], Options()) == {}
