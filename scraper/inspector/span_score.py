"""How well languages inside a paragraph are told: share of letters that stand in a span of their own language."""

from collections.abc import Iterable, Mapping

from scraper.corpora.quotes import Quoting
from scraper.model.options import Options
from scraper.tagger import find_spans, tag


def score_spans(paragraphs: Iterable[Quoting], options: Options) -> Mapping[str, float]:
    """Return the share of letters with their own language by kind of pair; each paragraph is a page of its own."""
    right: dict[str, int] = {}
    letters: dict[str, int] = {}
    for paragraph in paragraphs:
        said = _languages(paragraph.text, options)
        kind = paragraph.kind
        for at, char in enumerate(paragraph.text):
            if char.isalpha():
                own = paragraph.guest if paragraph.start <= at < paragraph.end else paragraph.host
                right[kind] = right.get(kind, 0) + (said[at] == own)
                letters[kind] = letters.get(kind, 0) + 1
    return {kind: round(right[kind] / letters[kind], 4) for kind in letters}


def _languages(text: str, options: Options) -> list[str]:
    """Return the primary language said of each character."""
    said = [""] * len(text)
    for span in find_spans([text], tag([text], options=options), options)[0]:
        said[span.start : span.end] = [span.lang.partition("-")[0]] * (span.end - span.start)
    return said
