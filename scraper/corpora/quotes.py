"""Paragraphs that quote another language, made from sentences whose language is known.

The host says a sentence, quotes one of the guest's, and goes on with another of its own. Three kinds of pairs:
of two scripts, far relatives of one script, and close ones. The same seed gives the same paragraphs.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from scraper.errors import InputError

PAIRS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "scripts": tuple(
            "en-zh en-ru zh-en ru-en el-en he-en ja-en ar-fr fr-ar ko-en th-en uk-pl de-ru hi-en ka-de".split()
        ),
        "far": tuple(
            "en-de de-en fr-en es-en en-tr pl-fr hu-de fi-en en-vi id-nl sw-en cy-en lt-en de-it uk-bg".split()
        ),
        "close": tuple("es-pt cs-sk ru-uk nb-da sv-nb bg-mk hr-sl it-ro fa-ar hi-mr pt-es sk-cs".split()),
    }
)
"""Host and guest of each kind of pair."""


@dataclass(frozen=True, slots=True)
class Quoting:
    """One paragraph, and where its languages stand."""

    kind: str
    """Key of `PAIRS`."""
    text: str
    """The paragraph."""
    start: int
    """Place of the first character of the quotation."""
    end: int
    """Place after its last character."""
    host: str
    """Language of the paragraph."""
    guest: str
    """Language of the quotation."""


def quotings(folder: Path, each: int, seed: int = 1) -> Iterator[Quoting]:
    """Yield `each` paragraphs a pair; `folder` has a file `<tag>.txt` a language, a sentence a line."""
    draw = random.Random(seed)  # noqa: S311
    for kind, pairs in PAIRS.items():
        for pair in pairs:
            host, _, guest = pair.partition("-")
            hosts, guests = _sentences(folder, host), _sentences(folder, guest)
            for _ in range(each):
                before, after = draw.sample(hosts, 2)
                quotation = draw.choice(guests)
                start = len(before) + 2
                text = f"{before} “{quotation}” {after}"
                yield Quoting(kind, text, start, start + len(quotation), host, guest)


def _sentences(folder: Path, tag: str) -> list[str]:
    try:
        lines = (folder / f"{tag}.txt").read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{folder / tag}.txt: not a file of sentences ({error})") from error
    return [line.strip() for line in lines if line.strip()]
