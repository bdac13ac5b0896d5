"""How well single lines are given their language, each alone: sentences, pairs of words, words.

FOLDER/sentences/<tag>.txt   one text a line, file name = primary language
FOLDER/word-pairs/<tag>.txt
FOLDER/single-words/<tag>.txt
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import fmean
from types import MappingProxyType
from typing import Final, TypeAlias

from scraper.errors import InputError
from scraper.model.language import Tagged
from scraper.model.options import Options
from scraper.tagger import tag
from scraper.tagger.catalogue import Accuracy, Figures
from scraper.tagger.detectors import DETECTORS
from scraper.tagger.languages import canonical
from scraper.tagger.material import read

KINDS: Final = ("sentences", "word-pairs", "single-words")
"""Folders of lines, in the order of `Accuracy`."""

LANGDETECTS: Final = frozenset(
    "af ar bg bn ca cs cy da de el en es et fa fi fr gu he hi hr hu id it ja ko lt lv mk mr nb nl pa pl pt ro ru sk sl "
    "so sq sv sw ta te th tl tr uk ur vi zh".split()
)
"""Languages of the lines that langdetect has a profile of."""


Judge: TypeAlias = Callable[[Sequence[str]], Sequence[Tagged]]
"""Gives the language of every text of one page."""


def score_langid(folder: Path, options: Options, limit: int | None, tick: Callable[[], None]) -> Figures:
    """Judge every line alone, at most `limit` a file, evenly spread; `tick` is called after every language.

    Raises `InputError` where the folder is not as described above.
    """
    found = {}
    judge = partial(tag, options=options)
    for language in languages_of(folder):
        files = [folder / kind / f"{language}.txt" for kind in KINDS]
        found[language] = Accuracy(*(round(_share(sample(file, limit), language, judge), 4) for file in files))
        tick()
    return Figures(DETECTORS[options.detector].version(), limit or 0, MappingProxyType(found))


def means(figures: Figures) -> Mapping[str, Accuracy]:
    """Return the mean over all languages, and over those of them that langdetect knows."""
    groups = {"all": [*figures.languages.values()]}
    groups["langdetect's"] = [row for tag, row in figures.languages.items() if tag in LANGDETECTS]
    return {
        f"{name} ({len(rows)})": Accuracy(*(fmean(column) for column in zip(*rows, strict=True)))
        for name, rows in groups.items()
        if rows
    }


def report(name: str, figures: Figures) -> Iterator[str]:
    """Yield the figures as lines of a table in percent: means first, then every language."""
    yield f"{name} ({figures.version})"
    yield f"{'':20} {'mean':>6} {'sentences':>10} {'pairs':>6} {'words':>6}"
    for label, row in {**means(figures), **figures.languages}.items():
        shares = (row.mean, *row)
        yield "{:20} {:6.1f} {:10.1f} {:6.1f} {:6.1f}".format(label, *(100 * share for share in shares))


def languages_of(folder: Path) -> Sequence[str]:
    """Return the names of the files of sentences; raises `InputError` where there are none."""
    found = sorted(path.stem for path in (folder / KINDS[0]).glob("*.txt"))
    if not found:
        raise InputError(f"{folder / KINDS[0]} holds no lines of known language (<tag>.txt)")
    return found


def sample(file: Path, limit: int | None) -> list[tuple[int, str]]:
    """Return the lines of a file that are judged, each with its place among all; raises `InputError`."""
    try:
        lines = [*enumerate(read(file))]
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: not a file of lines ({error})") from error
    step = max(1, len(lines) // limit) if limit else 1
    return lines[::step][:limit]


def right(judge: Judge, line: str, language: str) -> bool:
    """Whether a line alone is given its language, in whatever form it is written."""
    return judge([line])[0].tag.partition("-")[0] == canonical(language)


def _share(lines: Sequence[tuple[int, str]], language: str, judge: Judge) -> float:
    return sum(right(judge, line, language) for _, line in lines) / len(lines) if lines else 0.0
