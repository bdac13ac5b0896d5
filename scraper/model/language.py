"""Languages of segments and of pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

UNDETERMINED = "und"
"""BCP 47 tag of text that has no language of its own: digits, symbols, addresses, bare names."""


class Tagged(NamedTuple):
    """The language of one segment."""

    tag: str
    """BCP 47 tag in canonical form (`en`, `zh-Hans`), or `und`."""
    confidence: float
    """Probability that the tag is right, 0 to 1."""
    script: str
    """ISO 15924 code of the script of most letters (`Latn`, `Hans`, `Arab` …), `Zyyy` without letters."""


@dataclass(frozen=True, slots=True)
class Shares:
    """The languages of a whole page."""

    tag: str
    """Language of the main story; of the whole page where there is no story."""
    confidence: float
    """Probability that the tag is right, 0 to 1."""
    shares: Mapping[str, float]
    """Share of each language in the page's letters, largest first; shares sum to 1 where there are letters."""
    story: Mapping[str, float]
    """The same in the letters of the story alone; empty where there is no story."""
    parallel: tuple[str, ...]
    """Languages that the story stands in side by side, most of it first; empty on a page in one language."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text in one language."""

    start: int
    """Place of its first character in the text, counted in characters (code points) from 0."""
    end: int
    """Place after its last character."""
    lang: str
    """BCP 47 tag in canonical form, or `und`."""
