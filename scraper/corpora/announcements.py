"""What sites write around links to other stories, as the lexicons give it: unfolded, so that a page can carry it.

`rules.rulebook` gives phrases folded, for comparing; here they are for a reader's eyes, accents and capitals kept.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from types import MappingProxyType

from scraper.model.lexicon import Category

_LONGEST = 40
"""Characters above which a phrase is a sentence rather than a heading or a button."""


@dataclass(frozen=True, slots=True)
class Announcements:
    """Phrases of one language, in the order of its lexicon."""

    related: tuple[str, ...]
    """Headings over links to other stories: "Read also"."""
    read_more: tuple[str, ...]
    """Words of the link at the end of a teaser: "Continue reading"."""
    share: tuple[str, ...]
    """Headings and buttons of share blocks: "Share this"."""


@cache
def announcements() -> Mapping[str, Announcements]:
    """Return the phrases of every language with a lexicon, by BCP 47 tag; read once a process."""
    folder = resources.files("scraper.rules") / "lexicons"
    files = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    return MappingProxyType({entry.name.removesuffix(".toml"): _read(entry) for entry in files})


def _read(file: Traversable) -> Announcements:
    """Return the phrases of one lexicon; `rules.rulebook` has checked its form."""
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    related, read_more, share = (
        tuple(phrase for phrase in table[category]["exact"] if _fits(phrase))
        for category in (Category.RELATED, Category.READ_MORE, Category.SHARE)
    )
    return Announcements(related, read_more, share)


def _fits(phrase: str) -> bool:
    """Whether a phrase can stand alone on a page: some entries are spelled for the matcher only ("visitas", "0 x")."""
    return 1 < len(phrase) <= _LONGEST and not any(char.isdigit() for char in phrase)
