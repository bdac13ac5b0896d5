"""Deciding what each block is for: judges vote, `weigh` turns votes into one role a block.

`JUDGES` is the table: each judge looks at the whole page and yields votes; judges do not know each other.
A judge is a file, a test and a row. What becomes of the votes is `weigh`'s business alone.
"""

from collections.abc import Callable, Iterable, Mapping

from scraper.cleaner.roles import headings, landmarks, language, names, phrases, shape, titles
from scraper.cleaner.roles.weigh import weigh
from scraper.cleaner.view import View
from scraper.model.judgement import Heard, Judgement

JUDGES: Mapping[str, Callable[[View], Iterable[Heard]]] = {
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
    return weigh(view, [heard for judge in JUDGES.values() for heard in judge(view)])
