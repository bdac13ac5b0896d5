"""All lexicons in one look-up: which phrases a segment is, or starts with.

The price of a segment that is or starts with no phrase is what counts, since nearly all are such: one dictionary
look-up for the whole, three for the first characters, and one `str.startswith` over the few phrases that share them.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from scraper.model.lexicon import Category, Lexicon
from scraper.rules.fold import fold

_COUNTS: Final = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯๐๑๒๓๔๕๖๗๘๙ .,+-·|:()[]"
"""Digits of all scripts that have a lexicon, and what stands between a count and its phrase."""
_KEYS: Final = (4, 2, 1)
"""Lengths of the starts by which prefix phrases are looked up; with four letters no bucket has many."""
_LONGEST_COUNTED: Final = 60
"""Characters above which nobody looks for a count beside a phrase."""
_JOINED: Final = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")
"""Starts of the Unicode names of letters whose scripts set no space between words."""

_Source = tuple[Category, str]
"""Where a phrase comes from: category and tag of the language."""


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

    heads: tuple[str, ...]
    """Those phrases that do not themselves start with another one: enough to tell with one call that none matches."""
    phrases: tuple[str, ...]
    """All phrases."""
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
    """First characters, as many as the longest of `_KEYS` that fits, to prefix phrases."""

    def match(self, folded: str) -> tuple[Hit, ...]:
        """Tell what a text that went through `fold` announces: at most one hit a category, whole phrases first."""
        whole = self.exact.get(folded) or self._beside_count(folded)
        starts: list[Hit] = []
        for length in _KEYS:
            bucket = self.buckets.get(folded[:length])
            if bucket is not None and folded.startswith(bucket.heads):
                starts.extend(_hits(bucket, folded))
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
    sources: list[_Source] = []
    whole: dict[str, list[int]] = {}
    starts: dict[str, list[int]] = {}
    for lexicon in sorted(lexicons, key=lambda lexicon: lexicon.tag):
        for category, phrases in lexicon.categories.items():
            # A segment can consist of nothing but its label ("Photo:"), so a prefix is also a whole phrase.
            for phrase in phrases.exact.union(map(_without_sign, phrases.prefix)):
                whole.setdefault(phrase, []).append(len(sources))
            for phrase in phrases.prefix:
                starts.setdefault(phrase, []).append(len(sources))
            sources.append((category, lexicon.tag))
    return PhraseIndex(_hits_of(whole, sources, exact=True), _bucketed(_hits_of(starts, sources, exact=False)))


def _without_sign(phrase: str) -> str:
    """Give a prefix phrase as it looks when it is the whole of a folded segment."""
    return phrase if phrase[-1].isalnum() else fold(phrase)


def _hits_of(found: Mapping[str, list[int]], sources: Sequence[_Source], *, exact: bool) -> dict[str, tuple[Hit, ...]]:
    """Phrase to its hits; phrases from the same places share them, which is what makes this quick."""
    shared: dict[tuple[int, ...], tuple[Hit, ...]] = {}
    hits: dict[str, tuple[Hit, ...]] = {}
    for phrase, numbers in found.items():
        key = tuple(numbers)
        hits[phrase] = shared.get(key) or shared.setdefault(key, _joined([sources[n] for n in key], exact=exact))
    return hits


def _joined(sources: Iterable[_Source], *, exact: bool) -> tuple[Hit, ...]:
    """One hit a category, with the tags in the order they come."""
    tags: dict[Category, list[str]] = {}
    for category, tag in sources:
        tags.setdefault(category, []).append(tag)
    return tuple(Hit(category, tuple(dict.fromkeys(names)), exact) for category, names in sorted(tags.items()))


def _bucketed(hits: Mapping[str, tuple[Hit, ...]]) -> dict[str, _Bucket]:
    """Sort prefix phrases by their first characters, the longest phrase first within each."""
    shared: dict[str, list[str]] = {}
    for phrase in sorted(hits, key=len, reverse=True):
        length = next(length for length in _KEYS if length <= len(phrase))
        shared.setdefault(phrase[:length], []).append(phrase)
    return {
        key: _Bucket(
            _heads(phrases), tuple(phrases), tuple(map(hits.__getitem__, phrases)), tuple(map(_open_end, phrases))
        )
        for key, phrases in shared.items()
    }


def _heads(phrases: Sequence[str]) -> tuple[str, ...]:
    """Drop the phrases that start with a shorter one."""
    heads: tuple[str, ...] = ()
    for phrase in reversed(phrases):
        if not phrase.startswith(heads):
            heads = (*heads, phrase)
    return heads


def _open_end(phrase: str) -> bool:
    """Whether a text may go on after the phrase without a break."""
    return not _is_word(phrase[-1]) or unicodedata.name(phrase[-1], "").startswith(_JOINED)


def _is_word(char: str) -> bool:
    """Whether a character belongs to a word: letter, digit, or a mark on one."""
    return char.isalnum() or unicodedata.category(char).startswith("M")


def _hits(bucket: _Bucket, folded: str) -> Iterator[Hit]:
    """Hits of those phrases of a bucket the text starts with at a word boundary."""
    for phrase, hits, open_end in zip(bucket.phrases, bucket.hits, bucket.open_end, strict=True):
        if folded.startswith(phrase) and (open_end or not _is_word(folded[len(phrase) : len(phrase) + 1] or " ")):
            yield from hits
