"""What is put into a page: a teaser for another story and a share block, as pieces with their role and language."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from scraper.corpora.announcements import Announcements, announcements
from scraper.corpora.guests import Guest
from scraper.model.language import UNDETERMINED
from scraper.model.segment import Role

_NOTHING: Final = Announcements((), (), ())
_NETWORKS: Final = tuple(
    "Facebook X WhatsApp Telegram LinkedIn Pinterest Reddit Bluesky Threads Instagram Viber VK Weibo LINE".split()
)
_MOST_SENTENCES = 3


class Part(StrEnum):
    """What a piece is of its block."""

    ANNOUNCEMENT = "announcement"
    HEADLINE = "headline"
    TEASER = "teaser"
    READ_MORE = "read_more"
    SHARE = "share"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Piece:
    """A text that stands in a block of its own."""

    text: str
    """Its words."""
    part: Part
    """What it is of what was put in."""
    language: str
    """BCP 47 tag of its words, `und` for names."""
    link: str = ""
    """Words at the end of `text` that are a link of their own."""

    @property
    def role(self) -> Role:
        """What it is for on the page."""
        return Role.SHARE if self.part in {Part.SHARE, Part.NETWORK} else Role.RELATED


def teaser_of(guest: Guest, host_language: str, chance: random.Random) -> tuple[Piece, ...]:
    """Announce a story: half of all without a heading, with its headline, first sentences, and a link to read on."""
    words = guest.teaser(chance.randint(1, _MOST_SENTENCES))
    teaser = Piece(words, Part.TEASER, guest.language)
    more = _read_more(guest, host_language, chance)
    if more and more[0].language == guest.language and chance.random() < 1 / 2:
        link = more[0].text
        teaser, more = Piece(f"{words} {link}", Part.TEASER, guest.language, link), ()
    heading = _heading(guest, chance) if chance.random() < 1 / 2 else ()
    return (*heading, Piece(guest.headline, Part.HEADLINE, guest.language), teaser, *more)


def share_of(guest: Guest, host_language: str, chance: random.Random) -> tuple[Piece, ...]:
    """Offer to share: mostly with a phrase, mostly in the host's language, and the names of some networks."""
    names = chance.sample(_NETWORKS, chance.randint(2, 5))
    if chance.random() < 1 / 2:
        networks: tuple[Piece, ...] = (Piece(" ".join(names), Part.NETWORK, UNDETERMINED),)
    else:
        networks = tuple(Piece(name, Part.NETWORK, UNDETERMINED) for name in names)
    language = host_language if chance.random() < 2 / 3 else guest.language
    phrases = _phrases(language).share
    if not phrases or chance.random() < 1 / 5:
        return networks
    return (Piece(chance.choice(phrases), Part.SHARE, language), *networks)


def _heading(guest: Guest, chance: random.Random) -> tuple[Piece, ...]:
    """Announce in the guest's language by a phrase of its lexicon, or, for a quarter, by the name of its site only."""
    phrases = _phrases(guest.language).related
    if guest.site and (not phrases or chance.random() < 1 / 4):
        return (Piece(guest.site, Part.ANNOUNCEMENT, UNDETERMINED),)
    return _one(phrases, Part.ANNOUNCEMENT, guest.language, chance)


def _read_more(guest: Guest, host_language: str, chance: random.Random) -> tuple[Piece, ...]:
    """Invite to read on, in two thirds of all cases, in the host's or the guest's language."""
    if chance.random() < 1 / 3:
        return ()
    language = chance.choice((host_language, guest.language))
    return _one(_phrases(language).read_more, Part.READ_MORE, language, chance)


def _one(phrases: Sequence[str], part: Part, language: str, chance: random.Random) -> tuple[Piece, ...]:
    """Return one of the phrases as a piece, nothing where there is none."""
    return (Piece(chance.choice(phrases), part, language),) if phrases else ()


def _phrases(language: str) -> Announcements:
    """Return the phrases of a language, none where it has no lexicon; bare Chinese is taken as simplified."""
    known = announcements()
    primary = language.split("-", maxsplit=1)[0]
    return known.get(language) or known.get(primary) or known.get(f"{primary}-Hans", _NOTHING)
