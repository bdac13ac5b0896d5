"""Deciding what each block is for: judges give evidence, `weigh` turns it into one role a block.

`JUDGES` is the table: each judge looks at the whole page and yields evidence; judges do not know each other.
A judge is a file, a test and a row. What becomes of the evidence is `weigh`'s business alone.
"""

from collections.abc import Callable, Iterable, Mapping

from scraper.cleaner.roles import headings, landmarks, language, names, phrases, shape, titles
from scraper.cleaner.roles.weigh import weigh
from scraper.cleaner.view import View
from scraper.model.judgement import Evidence, Judgement

JUDGES: Mapping[str, Callable[[View], Iterable[Evidence]]] = {
    "landmarks": landmarks.judge,
    "names": names.judge,
    "phrases": phrases.judge,
    "headings": headings.judge,
    "shape": shape.judge,
    "language": language.judge,
    "titles": titles.judge,
}
"""Every judge by name, in the order in which they are heard (the order changes nothing)."""


def label(view: View) -> list[Judgement]:
    """Return one judgement a block, in page order."""
    evidence = [piece for judge in JUDGES.values() for piece in judge(view)]
    return weigh(view, evidence)
