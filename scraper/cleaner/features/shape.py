"""What can be measured of a block's text alone, in every script, one numpy pass a page."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.facts import Facts
from scraper.model.segment import Block, Kind

Numbers = NDArray[np.float32]
Table = Sequence[Facts] | NDArray[np.float64]
"""Facts of each block: as they were measured, or as columns already (`columns_of`), which all measures share."""

_SIGNS = ".", ":;", "?!…", ",،、，", "|»›>→/•·", "\"'“”„«»‘’「」『』", "@#", "$€£¥₽₹%", "©®™", "\n", "\t", "()[]"
_CLASSES = ("upper", "lower", "digit", "caseless", "space", *_SIGNS)
_UPPER, _LOWER, _DIGIT, _CASELESS, _SPACE = range(1, 6)
_FIRST_SIGN = 6
_BY_CATEGORY: Mapping[str, int] = {
    **dict.fromkeys(("Lu", "Lt"), _UPPER),
    "Ll": _LOWER,
    "Nd": _DIGIT,
    **dict.fromkeys(("Lo", "Lm"), _CASELESS),
}
"""Class of a character by its general category (The Unicode Standard, section 4.5)."""
_LAST = 0xFFFF
_KINDS: Mapping[Kind, int] = {kind: column for column, kind in enumerate(Kind)}
_SINGLE = ("upper_first", "digit_first", "letter_last", "stop_last", "colon_last", "question_last")

NAMES = (
    *("size", "chars", "words", "sentences", "linked", "links", "reads", "hidden"),
    *(f"{name}_share" for name in _CLASSES),
    *(f"{name}_number" for name in ("digit", *_SIGNS)),
    *_SINGLE,
    *(f"kind_{kind}" for kind in Kind),
    *("word_length", "sentence_length", "long", "very_long"),
)
"""What each column is."""


def measure_shape(blocks: Sequence[Block], facts: Table) -> Numbers:
    """Return one row a block, one column a name; all numbers between about -1 and 10."""
    number = len(blocks)
    codes, owners, lengths = _codes(blocks)
    counts = np.bincount(owners * 32 + codes, minlength=number * 32).reshape(number, 32)[:, 1 : len(_CLASSES) + 1]
    size, sentences, linked, reads = columns_of(facts)
    links = np.array([block.links for block in blocks])
    hidden = np.array([block.hidden for block in blocks])
    chars = lengths - counts[:, _SPACE - 1] - 1
    words = counts[:, _SPACE - 1] + 1
    ends = np.cumsum(lengths)
    first, last = codes[ends - lengths], codes[np.maximum(ends - 2, 0)]
    kinds = np.zeros((number, len(_KINDS)))
    kinds[np.arange(number), [_KINDS[block.kind] for block in blocks]] = 1
    columns = (
        *(
            np.log1p(size),
            np.log1p(chars),
            np.log1p(words),
            np.log1p(sentences),
            linked,
            np.log1p(links),
            reads,
            hidden,
        ),
        *(counts / np.maximum(1, lengths)[:, None]).T,
        *np.log1p(counts[:, [_DIGIT - 1, *range(_FIRST_SIGN - 1, len(_CLASSES))]]).T,
        *(first == _UPPER, first == _DIGIT, (last <= _CASELESS) & (last > 0), last == _FIRST_SIGN),
        *(last == _FIRST_SIGN + 1, last == _FIRST_SIGN + 2),
        *kinds.T,
        *(np.log1p(chars / words), np.log1p(size / (sentences + 1)), size > 80, size > 200),
    )
    table = np.empty((number, len(NAMES)), dtype=np.float32)
    for column, values in enumerate(columns):
        table[:, column] = values
    return table


def columns_of(facts: Table) -> NDArray[np.float64]:
    """Return the columns of a page's facts: size, sentences, linked and reads, shape (4, blocks)."""
    if isinstance(facts, np.ndarray):
        return facts
    # One flat row of numbers is read much faster than tuples are.
    return np.fromiter(chain.from_iterable(facts), np.float64, 4 * len(facts)).reshape(len(facts), 4).T


def _codes(blocks: Sequence[Block]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return the class of every character, the block it belongs to, and each text's length with a space behind."""
    lengths = np.array([len(block.text) for block in blocks]) + 1
    text = " ".join([block.text for block in blocks]) + " "
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    codes = _table()[np.minimum(points, _LAST)].astype(np.int64)
    return codes, np.repeat(np.arange(len(blocks)), lengths), lengths


@cache
def _table() -> NDArray[np.uint8]:
    """Return the class of every code point of the basic plane, 0 for what is none; the last stands for all beyond."""
    chars = [chr(point) for point in range(_LAST + 1)]
    table = np.array([_BY_CATEGORY.get(category, 0) for category in map(unicodedata.category, chars)], dtype=np.uint8)
    _mark(table, filter(str.isspace, chars), _SPACE)
    for code, signs in enumerate(_SIGNS, _FIRST_SIGN):
        _mark(table, signs, code)
    return table


def _mark(table: NDArray[np.uint8], characters: Iterable[str], code: int) -> None:
    """Enter characters of one class."""
    table[[ord(character) for character in characters]] = code
