"""Words of many languages that dates and bylines are read with, as one frozen table.

The rulebook's lexicons are the place to add a language; `BUILT_IN` holds only what the common formats of machines
need (RFC 2822 writes English months on pages in every language) and the largest languages of the web.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Words:
    """What words mean in dates and bylines; case-folded, of all languages together."""

    months: Mapping[str, int]
    """Number of the month, 1 to 12, by its name or abbreviation without a full stop."""
    bylines: frozenset[str]
    """Words that stand before an author's name."""


def gather_words(months: Iterable[Sequence[Sequence[str]]], bylines: Iterable[str]) -> Words:
    """Make one table of many languages' months (twelve lists of names each) and byline words.

    A name two languages use for different months means the one of the language that comes first.
    """
    table: dict[str, int] = {}
    for language in (*months, *_MONTHS):
        for number, names in enumerate(language, 1):
            for name in names:
                table.setdefault(name.casefold().strip(" ."), number)
    return Words(MappingProxyType(table), frozenset(word.casefold().strip(" :") for word in (*bylines, *_BYLINES)))


def _rows(names: str) -> Sequence[Sequence[str]]:
    """Return twelve lists of names from words in order, forms of one month joined by `/`."""
    return [name.split("/") for name in names.split()]


_MONTHS: Sequence[Sequence[Sequence[str]]] = (
    _rows("january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec"),
    _rows("januar/jänner/jan februar/feber märz/mär/mrz april mai juni juli august september oktober/okt november dezember/dez"),
    _rows("janvier/janv février/févr/fév mars avril/avr mai juin juillet/juil août septembre octobre novembre décembre/déc"),
    _rows("enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre diciembre/dic"),
    _rows("gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre/set ottobre/ott novembre dicembre/dic"),
    _rows("janeiro fevereiro/fev março abril/abr maio/mai junho julho agosto setembro outubro/out novembro dezembro/dez"),
    _rows("января/янв/январь февраля/фев/февраль марта/мар/март апреля/апр/апрель мая/май июня/июн/июнь июля/июл/июль августа/авг/август сентября/сен/сентябрь октября/окт/октябрь ноября/ноя/ноябрь декабря/дек/декабрь"),
    _rows("stycznia/styczeń/sty lutego/luty/lut marca/marzec/mar kwietnia/kwiecień/kwi maja/maj czerwca/czerwiec/cze lipca/lipiec/lip sierpnia/sierpień/sie września/wrzesień/wrz października/październik/paź listopada/listopad/lis grudnia/grudzień/gru"),
    _rows("ιανουαρίου/ιανουάριος/ιαν φεβρουαρίου/φεβρουάριος/φεβ μαρτίου/μάρτιος/μαρ απριλίου/απρίλιος/απρ μαΐου/μαίου/μάιος/μαι/μαΐ ιουνίου/ιούνιος/ιουν ιουλίου/ιούλιος/ιουλ αυγούστου/αύγουστος/αυγ σεπτεμβρίου/σεπτέμβριος/σεπ οκτωβρίου/οκτώβριος/οκτ νοεμβρίου/νοέμβριος/νοε δεκεμβρίου/δεκέμβριος/δεκ"),
    _rows("ocak/oca şubat/şub mart nisan/nis mayıs haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki kasım/kas aralık/ara"),
    _rows("januari/jan februari maart/mrt april mei juni juli augustus september oktober november december"),
    _rows("يناير فبراير مارس أبريل/ابريل مايو يونيو يوليو أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر نوفمبر ديسمبر"),
)  # fmt: skip
_BYLINES = (
    "by", "written by", "posted by", "published by", "author", "authors", "words by", "text by", "story by", "reported by", "view all posts by",
    "all posts by", "posts by", "more by", "by:", 
    "von", "autor", "text", "par", "por", "di", "da", "door", "av", "af", "автор", "автори", "текст", "autore", "auteur",
    "redakcja", "συντάκτης", "yazar", "oleh", "bởi", "作者", "文", "记者", "記者", "撰文", "기자", "بقلم", "कद्वारा", "przez",
)  # fmt: skip

BUILT_IN = gather_words((), ())
"""Words for callers without a rulebook."""
