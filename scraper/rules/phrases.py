"""All lexicons in one look-up: which phrases a segment is, or starts with.

The price of a segment that is or starts with no phrase is what counts, since nearly all are such: one dictionary
look-up for the whole, three for the first characters, and one `str.startswith` over the few phrases that share them.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from scraper.model.lexicon import Category, Lexicon
from scraper.rules.fold import fold

_COUNTS: Final = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯๐๑๒๓๔๕๖๗๘๙ .,+-·|:()[]"
"""Digits of all scripts that have a lexicon, and what stands between a count and its phrase."""
_LONGEST_COUNTED: Final = 60
"""Characters above which nobody looks for a count beside a phrase."""
_KEYS: Final = (3, 2, 1)
"""Characters by which prefix phrases are found, longest first; the last two for phrases that have no more."""
_JOINED: Final = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")
"""Starts of the Unicode names of letters whose scripts set no space between words."""


class Hit(NamedTuple):
    """One category that a segment's words speak for."""

    category: Category
    """What the phrase announces."""
    tags: tuple[str, ...]
    """BCP 47 tags of all languages that have the phrase, sorted."""
    exact: bool
    """Whether the phrase is the whole segment (a count beside it not regarded)."""


class _Bucket(NamedTuple):
    """Prefix phrases that start with the same characters, longest first."""

    phrases: tuple[str, ...]
    """The phrases alone, for one `str.startswith`."""
    hits: tuple[tuple[Hit, ...], ...]
    """For each phrase what it speaks for."""
    open_end: tuple[bool, ...]
    """For each phrase whether a word may go on right after it: after a sign, or in a script without spaces."""


@dataclass(frozen=True, slots=True)
class PhraseIndex:
    """Phrases of many languages, ready for look-up; made by `index_phrases`."""

    exact: Mapping[str, tuple[Hit, ...]]
    """Whole phrase to what it speaks for."""
    buckets: Mapping[str, _Bucket]
    """First three characters (fewer, for phrases that have no more) to prefix phrases."""

    def match(self, folded: str) -> tuple[Hit, ...]:
        """Tell what a text that went through `fold` announces: at most one hit a category, whole phrases first."""
        whole = self.exact.get(folded) or self._beside_count(folded)
        starts: list[Hit] = []
        for size in _KEYS:
            bucket = self.buckets.get(folded[:size])
            if bucket is not None and folded.startswith(bucket.phrases):
                starts += _hits(bucket, folded)
        if not starts:
            return whole
        best = {hit.category: hit for hit in reversed(starts)}
        best.update({hit.category: hit for hit in whole})
        return tuple(sorted(best.values(), key=lambda hit: (not hit.exact, hit.category)))

    def _beside_count(self, folded: str) -> tuple[Hit, ...]:
        """Hits of a phrase with a number before or after it: "12 comments", "分享 3"."""
        if len(folded) > _LONGEST_COUNTED or not (folded[:1].isdecimal() or folded[-1:].isdecimal()):
            return ()
        return self.exact.get(folded.strip(_COUNTS), ())


def index_phrases(lexicons: Iterable[Lexicon]) -> PhraseIndex:
    """Merge the phrases of all lexicons; a phrase of several languages becomes one hit that names them all."""
    whole: dict[tuple[str, Category], set[str]] = {}
    starts: dict[tuple[str, Category], set[str]] = {}
    for tag, category, phrase, is_prefix in _entries(lexicons):
        # A segment can consist of nothing but its label ("Photo:"), so a prefix is also a whole phrase.
        whole.setdefault((fold(phrase) if is_prefix else phrase, category), set()).add(tag)
        if is_prefix:
            starts.setdefault((phrase, category), set()).add(tag)
    return PhraseIndex(_merged(whole, exact=True), _bucketed(_merged(starts, exact=False)))


def _entries(lexicons: Iterable[Lexicon]) -> Iterator[tuple[str, Category, str, bool]]:
    """Tag, category, phrase, and whether it is a prefix, for every phrase of every lexicon."""
    for lexicon in lexicons:
        for category, phrases in lexicon.categories.items():
            yield from ((lexicon.tag, category, phrase, False) for phrase in phrases.exact)
            yield from ((lexicon.tag, category, phrase, True) for phrase in phrases.prefix)


def _merged(tags: Mapping[tuple[str, Category], set[str]], *, exact: bool) -> dict[str, tuple[Hit, ...]]:
    """Phrase to its hits, one a category, in the order of the categories' names."""
    hits: dict[str, tuple[Hit, ...]] = {}
    for phrase, category in sorted(tags):
        hit = Hit(category, tuple(sorted(tags[phrase, category])), exact)
        hits[phrase] = (*hits.get(phrase, ()), hit)
    return hits


def _bucketed(hits: Mapping[str, tuple[Hit, ...]]) -> dict[str, _Bucket]:
    """Sort prefix phrases by their first characters, the longest first within each."""
    shared: dict[str, list[str]] = {}
    for phrase in sorted(hits, key=len, reverse=True):
        shared.setdefault(phrase[: _KEYS[0]], []).append(phrase)
    return {
        key: _Bucket(tuple(phrases), tuple(hits[p] for p in phrases), tuple(_open_end(p) for p in phrases))
        for key, phrases in shared.items()
    }


def _open_end(phrase: str) -> bool:
    """Whether a text may go on after the phrase without a break."""
    return not _is_word(phrase[-1]) or unicodedata.name(phrase[-1], "").startswith(_JOINED)


def _is_word(char: str) -> bool:
    """Whether a character belongs to a word: letter, digit, or a mark on one."""
    return char.isalnum() or unicodedata.category(char).startswith("M")


def _hits(bucket: _Bucket, folded: str) -> Iterator[Hit]:
    """Hits of those phrases of a bucket the text starts with at a word boundary."""
    for phrase, hits, open_end in zip(*bucket, strict=True):
        if folded.startswith(phrase) and (open_end or not _is_word(folded[len(phrase) : len(phrase) + 1] or " ")):
            yield from hits
