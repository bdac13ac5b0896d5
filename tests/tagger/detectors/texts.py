"""Texts that detectors are asked about in tests."""

BAD = ("", " ", "😀", "a" * 400, "\ud800", "\udfff salut", "\x00\x1b\x7f\x85\x9f", "\ufffe\uffff\U0010ffff", "ŝ" * 400)
"""Texts that some library might refuse."""

LATIN = (
    ("en", "the children went to the sea with their grandmother to look for shells"),
    ("de", "gestern gingen die kinder mit ihrer großmutter ans meer um muscheln zu suchen"),
    ("fr", "hier les enfants sont allés à la mer avec leur grand-mère pour chercher des coquillages"),
    ("nb", "i går dro barna til havet med bestemoren sin for å lete etter skjell og krabber"),
)
"""Cleaned sentences with their language."""
