"""Roles and languages of segments against pages that were labelled by hand.

The gold cuts a page in its own way, so its segments are looked for in the record's text (`alignment`). A gold segment
was given the role and the language that most of its characters have there, and the role `missing` where it is not
there at all.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from scraper.corpora.alignment import Stream, squeezed
from scraper.corpora.role_gold import GoldSegment, RolePage
from scraper.model.segment import Segment

_STORY = frozenset({"title", "body", "caption"})
_BYLINE = "byline"
_MISSING = "missing"
_BOUNDS: Final = ((20, "<20"), (60, "20-60"), (200, "60-200"))
_LONGEST = ">200"
_ALIASES: Final[Mapping[str, str]] = {
    "no": "nb",
    "zh-cn": "zh-Hans",
    "zh-CN": "zh-Hans",
    "zh-tw": "zh-Hant",
    "zh-TW": "zh-Hant",
    "iw": "he",
    "zxx": "und",
    "": "und",
}


Labelled = tuple[RolePage, Sequence[Segment] | None]
"""A page labelled by hand and the segments of its record; None where it gave no document."""


@dataclass(frozen=True, slots=True)
class RoleScore:
    """How well the segments of pages were labelled; shares are rounded to four places."""

    pages: int
    """Number of labelled pages."""
    pages_lost: tuple[str, ...]
    """Names of the pages without a document."""
    segments: int
    """Number of gold segments with text."""
    coverage: float
    """Share of the gold segments whose text is in the record at all."""
    role_accuracy: float
    """Share of the gold segments with the right role."""
    role_macro_f1: float
    """Mean of `role_f1`, all roles weighing the same."""
    role_f1: Mapping[str, float]
    """F1 by role of the gold, a segment a vote."""
    main_f1: float
    """F1 of the characters of the story: title, body and caption; bylines left out on both sides."""
    lang_accuracy: float
    """Share of the gold segments with the right language, `und` included."""
    lang_by_length: Mapping[str, tuple[int, int]]
    """By length of the segment in characters without white space: how many are right, how many there are."""


@dataclass(frozen=True, slots=True)
class _Vote:
    """One gold segment and what it was taken for."""

    length: int
    gold_role: str
    role: str
    right_language: bool


def score_roles(pages: Iterable[Labelled]) -> RoleScore:
    """Compare labelled pages with the segments of their records; None where a page gave no document."""
    votes: list[_Vote] = []
    lost: list[str] = []
    number = 0
    for page, segments in pages:
        number += 1
        lost += [page.id] if segments is None else []
        votes.extend(_votes(page.segments, segments or ()))
    roles = _role_f1([(vote.gold_role, vote.role) for vote in votes])
    return RoleScore(
        pages=number,
        pages_lost=tuple(lost),
        segments=len(votes),
        coverage=_share(sum(vote.role != _MISSING for vote in votes), len(votes)),
        role_accuracy=_share(sum(vote.role == vote.gold_role for vote in votes), len(votes)),
        role_macro_f1=_share(sum(roles.values()), len(roles)),
        role_f1=roles,
        main_f1=_main_f1(votes),
        lang_accuracy=_share(sum(vote.right_language for vote in votes), len(votes)),
        lang_by_length=_by_length(votes),
    )


def _votes(gold: Iterable[GoldSegment], segments: Sequence[Segment]) -> Iterator[_Vote]:
    """Yield what each gold segment with text was taken for."""
    stream = Stream([segment.text for segment in segments])
    for wanted in gold:
        text = squeezed(wanted.text)
        if not text:
            continue
        hits = stream.take(text)
        if not hits:
            yield _Vote(len(text), wanted.role, _MISSING, right_language=False)
            continue
        role = _most(hits, [segment.role.value for segment in segments])
        lang = _most(hits, [segment.lang or "und" for segment in segments])
        yield _Vote(len(text), wanted.role, role, right_language=same_language(lang, wanted.lang))


def _most(hits: Counter[int], labels: Sequence[str]) -> str:
    """Return the label of most characters; of equal ones the first."""
    counts: Counter[str] = Counter()
    for index, characters in hits.items():
        counts[labels[index]] += characters
    return counts.most_common(1)[0][0]


def same_language(one: str, other: str) -> bool:
    """Say whether two tags name the same language: regions aside, and Chinese without a script fits both scripts."""
    first, second = _language(one), _language(other)
    return first == second or ("zh" in (first, second) and first.startswith("zh") and second.startswith("zh"))


def _language(tag: str) -> str:
    """Return the language of a tag; Chinese keeps its script."""
    tag = _ALIASES.get(tag, tag)
    return tag if tag.startswith("zh-") else tag.split("-")[0]


def _role_f1(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    """Return the F1 of each role of the gold, from pairs of gold role and role."""
    gold, given, right = Counter(g for g, _ in pairs), Counter(r for _, r in pairs), Counter(pairs)
    return {role: _share(2 * right[role, role], gold[role] + given[role]) for role in sorted(gold)}


def _main_f1(votes: Iterable[_Vote]) -> float:
    """Return the F1 of the story's characters."""
    counts: Counter[tuple[bool, bool]] = Counter()
    for vote in votes:
        if _BYLINE not in (vote.gold_role, vote.role):
            counts[vote.gold_role in _STORY, vote.role in _STORY] += vote.length
    hit, missed, wrong = counts[True, True], counts[True, False], counts[False, True]
    return _share(2 * hit, 2 * hit + missed + wrong)


def _by_length(votes: Iterable[_Vote]) -> dict[str, tuple[int, int]]:
    """Return right and all languages by length."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for vote in votes:
        name = length_class(vote.length)
        total[name] += 1
        right[name] += vote.right_language
    return {name: (right[name], total[name]) for name in sorted(total)}


def length_class(characters: int) -> str:
    """Name the class of a segment of so many characters without white space."""
    return next((name for bound, name in _BOUNDS if characters < bound), _LONGEST)


def _share(part: float, whole: float) -> float:
    """Return a share rounded to four places; of nothing it is 0."""
    return round(part / max(1, whole), 4)
