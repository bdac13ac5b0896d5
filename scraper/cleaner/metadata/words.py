"""Words of many languages that dates and bylines are read with, as one frozen table.

The rulebook's lexicons are the place to add a language; `BUILT_IN` holds only what the common formats of machines
need (RFC 2822 writes English months on pages in every language) and the largest languages of the web.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from scraper.model.lexicon import Category, Lexicon
from scraper.rules.fold import fold


@dataclass(frozen=True, slots=True)
class Words:
    """What words mean in dates and bylines; all of them in the spelling of `spelling`."""

    months: Mapping[str, int]
    """Number of the month, 1 to 12, by its name or abbreviation without a full stop, in any language."""
    own_months: Mapping[str, Mapping[str, int]]
    """The same by language (BCP 47 primary subtag): languages disagree about names such as "listopad"."""
    bylines: frozenset[str]
    """Words that stand before an author's name."""
    labels: frozenset[str]
    """Words that stand alone where an author's name may stand: "staff writer", "editor"."""


def gather_words(lexicons: Iterable[Lexicon]) -> Words:
    """Make one table of the lexicons of many languages, beside what is built in."""
    own: dict[str, dict[str, int]] = {}
    bylines, labels = set(map(spelling, _BYLINES)), set[str]()
    for lexicon in lexicons:
        table = own.setdefault(lexicon.tag.split("-")[0], {})
        table.update(_numbered(lexicon.months))
        phrases = lexicon.categories[Category.BYLINE]
        bylines.update(map(spelling, phrases.prefix))
        labels.update(map(spelling, phrases.exact))
    months = {name: number for table in reversed(own.values()) for name, number in table.items()}
    months |= {name: number for rows in reversed(_MONTHS) for name, number in _numbered(rows).items()}
    return Words(
        MappingProxyType(months),
        MappingProxyType({tag: MappingProxyType(table) for tag, table in own.items()}),
        frozenset(bylines),
        frozenset(labels),
    )


def spelling(word: str) -> str:
    """Return the spelling under which a word is looked up: folded as lexicons are, full stops as spaces."""
    return " ".join(fold(word).replace(".", " ").split())


def _numbered(months: Sequence[Sequence[str]]) -> Mapping[str, int]:
    """Return the number of the month by each of its names."""
    return {spelling(name): number for number, names in enumerate(months, 1) for name in names}


def _rows(names: str) -> Sequence[Sequence[str]]:
    """Return twelve lists of names from words in order, forms of one month joined by `/`."""
    return [name.split("/") for name in names.split()]


_MONTHS: Sequence[Sequence[Sequence[str]]] = (
    _rows(
        "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct"
        " november/nov december/dec"
    ),
    _rows(
        "januar/jänner/jan februar/feber märz/mär/mrz april mai juni juli august september oktober/okt november"
        " dezember/dez"
    ),
    _rows(
        "enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre"
        " diciembre/dic"
    ),
    _rows(
        "janvier/janv février/févr mars avril/avr mai juin juillet/juil août septembre octobre novembre décembre/déc"
    ),
    _rows(
        "января/янв февраля/фев марта/мар апреля/апр мая/май июня/июн июля/июл августа/авг сентября/сен октября/окт"
        " ноября/ноя декабря/дек"
    ),
)
_BYLINES = (
    "by", "written by", "posted by", "published by", "words by", "text by", "story by", "reported by", "author",
    "authors", "view all posts by", "all posts by", "posts by", "more by", "von", "autor", "text", "par", "auteur",
    "por", "di", "da", "autore", "door", "av", "af", "автор", "автори", "текст", "przez", "συντάκτης", "yazar", "oleh",
    "bởi", "作者", "文", "记者", "記者", "撰文", "기자", "بقلم",
)  # fmt: skip

BUILT_IN = gather_words(())
"""Words for callers without a rulebook."""
