"""In which language the story of a gold page is: asked of its words, with the country as a word in close cases."""

from collections.abc import Mapping
from typing import Final

from scraper.corpora.corpus import GoldPage
from scraper.tagger import shares, tag

_ENOUGH = 2000
"""Characters of the story that are read."""
_NEIGHBOURS: Final[Mapping[str, Mapping[str, str]]] = {
    "my": {"id": "ms"},
    "id": {"ms": "id"},
    "no": {"da": "nb", "sv": "nb"},
    "dk": {"nb": "da", "no": "da"},
    "cz": {"sk": "cs", "sl": "cs"},
    "sk": {"cs": "sk"},
    "hr": {"bs": "hr", "sl": "hr", "sr": "hr"},
    "pt": {"es": "pt", "gl": "pt"},
    "ua": {"bg": "uk", "be": "uk"},
    "za": {"nl": "af"},
    "na": {"nl": "af"},
}
"""By country: which answers are taken for the neighbour that is written there."""


def story_language(page: GoldPage) -> str:
    """Return the BCP 47 tag of a gold page's story, `und` where it has no words."""
    lines = [line for line in page.text[:_ENOUGH].splitlines() if line.strip()]
    tagged = tag(lines)
    found = shares(tagged, lines, [*range(len(lines))]).tag
    return _NEIGHBOURS.get(page.language or "", {}).get(found, found)
