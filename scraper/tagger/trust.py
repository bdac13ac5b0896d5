"""Confidences that mean what they say: what the mixture of a page cannot know is taken off.

The mixture knows only languages. That a short text may be a name that no list has, and that a text in another language
than its page may be a loan word or a name, shows only against pages labelled by hand: the factors are the share that
was right there among texts of that kind, divided by the confidence they had. They hold for pages; a text that stands
alone keeps what its letters say.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from scraper.model.language import UNDETERMINED

LETTERLESS: Final = 0.995
"""Confidence that a text without letters has no language."""
NAME: Final = 0.93
"""Confidence that a text with letters has none, because it is a name, code or an identifier."""
SMALL_WORD: Final = 0.85
"""Factor for a single word in small letters: often what somebody calls himself in a forum."""
SHORT: Final = 0.97
"""Factor for other short texts in the language of the page: they may be names."""
ELSEWHERE: Final = 0.8
"""Factor for short texts in another language than the page."""
LONG_ELSEWHERE: Final = 0.9
"""Factor for longer texts in another language than the page."""

SHORTEST_LONG: Final = 60
"""Characters from which on a text is not short."""
WORDS: Final = 2
"""Words up to which a text in the language of its page may well be a name."""
MOST: Final = 120
"""Characters that one text counts for at most when the language of the page is looked for."""


class Answer(NamedTuple):
    """What was found for one text."""

    tag: str
    """BCP 47 tag, or `und`."""
    confidence: float
    """Probability that the tag is right, 0 to 1."""


def trusted(texts: Sequence[str], letters: Sequence[int], answers: Sequence[tuple[str, float]]) -> list[Answer]:
    """Return the answers for a page's distinct texts, confidences of four digits, with ones that hold on pages."""
    main = _main(texts, answers) if len(texts) > 1 else ""
    found = []
    for text, size, (tag, sure) in zip(texts, letters, answers, strict=True):
        if tag == UNDETERMINED:
            found.append(Answer(tag, NAME if size else LETTERLESS))
        else:
            factor = _factor(text, is_main=tag == main) if main else 1.0
            found.append(Answer(tag, sure if factor == 1.0 else round(sure * factor, 4)))
    return found


def _main(texts: Sequence[str], answers: Sequence[tuple[str, float]]) -> str:
    """Return the language of most of the page, equals in order of their tags."""
    sizes: Counter[str] = Counter()
    for text, (tag, _) in zip(texts, answers, strict=True):
        if tag != UNDETERMINED:
            sizes[tag] += min(len(text), MOST)
    return min(sizes, key=lambda tag: (-sizes[tag], tag), default="")


def _factor(text: str, *, is_main: bool) -> float:
    """Return what is left of the confidence in a text, which is in the language of the page or not."""
    if not is_main:
        return ELSEWHERE if len(text) < SHORTEST_LONG else LONG_ELSEWHERE
    if len(text) >= SHORTEST_LONG:
        return 1.0
    words = text.count(" ") + 1
    small = words == 1 and text[:1].islower()
    return SMALL_WORD if small else SHORT if words <= WORDS else 1.0
