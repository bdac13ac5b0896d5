"""`cld2`: Compact Language Detector 2 through pycld2; the only file that knows it.

Microseconds a text, and 80 languages more than the other detectors. It names at most three languages with
the percentage of the text in each, and nothing of how likely they are. Scale: how much worse a language is that it
does not name was measured on development words and sentences: it grows with the letters looked at.
"""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

import numpy as np

from scraper.tagger.detectors.detector import Detector, Languages, Penalties, installed

LANGUAGES: Final[Languages] = MappingProxyType(
    {
        "Arab": tuple("ar fa ks ps sd ug ur".split()),
        "Beng": ("as", "bn"),
        "Cyrl": tuple("ab ba be bg kk ky mk mn os ru sr tg tt uk uz".split()),
        "Deva": tuple("bh hi mr ne sa".split()),
        "Ethi": ("am", "ti"),
        "Hebr": ("he", "yi"),
        "Latn": tuple(
            "af ak az bi br bs ca ceb co cs cy da de en eo es et eu fi fj fo fr fy ga gd gl gn gv ha haw hr ht hu "
            "ia id ie ig is it jv kl ku la lb lg ln lt lv mfe mg mi ms mt nb nl nn nr nso ny oc om pl pt qu rm rn ro "
            "rw sco sg sk sl sm sn so sq ss st su sv sw tk tl tn to tr ts uz ve vi vo war wo xh yo za zu".split()
        ),
        "Tibt": ("bo", "dz"),
    }
)
"""Those of its 165 languages that share a script; Afar is left out, which it names for many short Bosnian words."""

NAMES: Final[Mapping[str, str]] = MappingProxyType({"iw": "he", "jw": "jv", "no": "nb", "crs": "mfe"})
"""Tags for its own names of languages, where they are others."""

# Control characters, halves of surrogate pairs and places that are no characters are errors to it.
_REFUSED: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr((plane << 16) + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)

FIRST: Final = 1.5
"""Penalty of a language that is not named, for a text of no letters."""
EACH: Final = 0.1
"""What each byte it read adds."""
MOST: Final = 8.0
"""The most that comes of it."""
UNRELIABLE: Final = 0.5
"""What is left of a penalty where it calls its own answer unreliable."""


def _version() -> str:
    return installed("pycld2", "cld2", "cld2")


def _penalties(texts: Sequence[str], script: str, tags: tuple[str, ...]) -> Penalties:
    del script
    _version()
    return np.array([_row(_REFUSED.sub(" ", text), tags) for text in texts]).reshape(len(texts), len(tags))


def _row(text: str, tags: tuple[str, ...]) -> list[float]:
    """Penalties of all candidates for one text."""
    import pycld2

    try:
        reliable, size, named = pycld2.detect(text, isPlainText=True, bestEffort=True)
    except pycld2.error:  # what it refuses is not documented: a text that it cannot read says nothing
        return [0.0] * len(tags)
    percents = {NAMES.get(code, code): percent for _, code, percent, _ in named if percent}
    most = max((percents.get(tag, 0) for tag in tags), default=0)
    if not most:
        return [0.0] * len(tags)
    other = min(MOST, FIRST + EACH * size) * (1.0 if reliable else UNRELIABLE)
    return [min(other, float(np.log(most / percents[tag]))) if tag in percents else other for tag in tags]


CLD2: Final = Detector(
    name="cld2",
    about="Compact Language Detector 2; quick, most languages (extra: cld2)",
    optional=True,
    version=_version,
    languages=lambda: LANGUAGES,
    penalties=_penalties,
    temperature=2.0,
)
"""The row of this detector."""
