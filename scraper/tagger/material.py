"""Lines whose language is known: what the profiles are counted from and adjusted to, beside langdetect's counts.

Four sources: lingua's public test data (sentences, pairs of words, single words), the phrases of this project's own
lexicons (what buttons and labels say, which no running text has), short lines of English web pages (WCXB), and
sentences written for this project in languages that no other source has.
"""

import json
import tomllib
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Final

from scraper.model.lexicon import Category
from scraper.tagger.clean import clean

SOURCES: Final = (
    "lingua's test data (Apache-2.0), this project's lexicons and sentences, "
    "and English lines of WCXB (CC-BY-4.0, Murrough Foley 2026)"
)
"""Where the lines come from, with licences."""

KINDS: Final = ("sentences", "word-pairs", "single-words")
"""Folders of lingua's data, each with one file `<tag>.txt` a language."""

SHORT: Final = range(8, 90)
"""Characters of the lines of web pages that are taken: headings, items, labels."""
EACH: Final = 2
"""Lines taken of one page, so that no site weighs much."""


def lines(folder: Path, tag: str, half: int | None = None) -> list[str]:
    """Return all cleaned lines of a language: those of `folder`, in the form of lingua's data, and of this project.

    English has those of the corpora `wcxb` and `roles` too, where they stand beside `folder`. `half` (0 or 1)
    takes only every other line of each file in `folder`, from the first or the second on; the rest can be measured on.
    """
    texts = [*known(folder, tag, half), *phrases(tag), *sentences(tag)]
    if tag == "en" and (folder.parent / "wcxb").is_dir():
        texts += web(folder.parent)
    return list(map(clean, texts))


def known(folder: Path, tag: str, half: int | None = None) -> Iterator[str]:
    """Yield the lines of lingua's data, or every other line of each file."""
    for kind in KINDS:
        file = folder / kind / f"{tag}.txt"
        if file.is_file():
            found = read(file)
            yield from found if half is None else found[half::2]


def read(file: Path) -> list[str]:
    """Return the lines of a file that are not empty: the order of these is what halves are counted in."""
    return [line for line in file.read_text("utf-8").splitlines() if line.strip()]


def sentences(tag: str) -> list[str]:
    """Return what this project wrote in a language that has no other lines, whole and by pairs of words.

    So short texts have as much of a say as they have in the lines of lingua's data; languages that those have get none.
    """
    file = resources.files("scraper.rules").joinpath("language_texts", f"{tag}.txt")
    if not file.is_file():
        return []
    whole = [line for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    words = [line.split() for line in whole]
    pairs = [" ".join(line[at : at + 2]) for line in words for at in range(0, len(line) - 1, 2)]
    return [*whole, *pairs]


def phrases(tag: str) -> list[str]:
    """Return all phrases of the language's lexicon as they are written, each once; none without a lexicon."""
    file = resources.files("scraper.rules").joinpath("lexicons", f"{tag}.toml")
    if not file.is_file():
        return []
    table = tomllib.loads(file.read_text("utf-8"))
    found = [one for category in Category for key in ("exact", "prefix") for one in table[category][key]]
    return list(dict.fromkeys(found))


def web(folder: Path) -> Iterator[str]:
    """Yield short lines of (nearly all English) pages, those left out that are labelled for measuring."""
    labelled = {json.loads(file.read_bytes())["html"].split("/")[-1] for file in (folder / "roles").glob("*.json")}
    for row in map(json.loads, (folder / "wcxb" / "gold.jsonl").read_text("utf-8").strip().split("\n")):
        if f"{row['id']}.html.gz" not in labelled and row.get("language", "en") == "en":
            short = [line for line in row["text"].splitlines() if len(line) in SHORT and line.isascii()]
            yield from short[:: max(1, len(short) // EACH)][:EACH]
