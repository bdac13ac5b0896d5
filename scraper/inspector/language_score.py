"""Languages of segments against pages that were labelled by hand, and whether their confidences mean what they say.

Segments are lined up as in `role_score`. A segment is foreign when it has another language than most labelled segments
of its page; `und` is neither foreign nor the page's. Pages are told in two parts, by site: what was tuned was tuned on
`tune`, and `report` is what may be expected elsewhere.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scraper.corpora.alignment import Stream, squeezed
from scraper.corpora.role_gold import RolePage
from scraper.inspector.reliability import Bin, bins
from scraper.inspector.role_score import length_class, same_language
from scraper.model.language import UNDETERMINED
from scraper.model.segment import Segment


@dataclass(frozen=True, slots=True)
class LanguageScore:
    """How well languages were found; shares are rounded to four places, counts are (right, all)."""

    segments: int
    """Number of gold segments with text."""
    accuracy: float
    """Share with the right language, `und` included."""
    by_length: Mapping[str, tuple[int, int]]
    """By characters without white space."""
    foreign: tuple[int, int]
    """Segments in another language than their page's main one."""
    undetermined: tuple[int, int]
    """Segments without a language, by the gold."""
    precision: tuple[int, int]
    """Segments without a language, by this package."""
    causes: Mapping[str, int]
    """Wrong segments by what they are and what they were taken for; `page` is the page's main language."""
    reliability: tuple[Bin, ...]
    """What the confidences are worth; bins without segments are left out."""
    error: float
    """Expected calibration error: mean distance of the confidence and the share that is right, over all bins."""


@dataclass(frozen=True, slots=True)
class _Vote:
    """One gold segment and the language it was given."""

    length: int
    gold: str
    found: str
    confidence: float
    main: str

    @property
    def right(self) -> bool:
        """Whether the language is right."""
        return same_language(self.found, self.gold)

    def kind(self, tag: str) -> str:
        """Return what the tag is on this page."""
        return tag if tag in {UNDETERMINED, "missing"} else "page" if same_language(tag, self.main) else "other"


Pages = Iterable[tuple[RolePage, Sequence[Segment] | None]]
"""Labelled pages with the segments of their records; None where a page gave no document."""


def score_languages(pages: Pages) -> dict[str, LanguageScore]:
    """Compare languages on all pages, and on each part of them that has any."""
    parts: dict[str, list[_Vote]] = {"all": []}
    for page, segments in pages:
        votes = list(_votes(page, segments or ()))
        parts["all"] += votes
        parts.setdefault(page.part, []).extend(votes)
    return {name: _score(parts[name]) for name in sorted(parts)}


def _votes(page: RolePage, segments: Sequence[Segment]) -> Iterator[_Vote]:
    known = Counter(segment.lang for segment in page.segments if segment.lang != UNDETERMINED)
    main = known.most_common(1)[0][0] if known else UNDETERMINED
    stream = Stream([segment.text for segment in segments])
    for wanted in page.segments:
        text = squeezed(wanted.text)
        hits = stream.take(text) if text else Counter()
        if hits:
            best = segments[hits.most_common(1)[0][0]]
            yield _Vote(len(text), wanted.lang, best.lang, best.lang_confidence, main)
        elif text:
            yield _Vote(len(text), wanted.lang, "missing", 0.0, main)


def _score(votes: Sequence[_Vote]) -> LanguageScore:
    lengths = {name: [vote for vote in votes if length_class(vote.length) == name] for name in _lengths(votes)}
    table = tuple(bins((vote.confidence, vote.right) for vote in votes))
    wrong = Counter(f"{vote.kind(vote.gold)} as {vote.kind(vote.found)}" for vote in votes if not vote.right)
    total = max(1, len(votes))
    return LanguageScore(
        segments=len(votes),
        accuracy=round(sum(vote.right for vote in votes) / total, 4),
        by_length={name: _counted(those) for name, those in lengths.items()},
        foreign=_counted([vote for vote in votes if vote.kind(vote.gold) == "other"]),
        undetermined=_counted([vote for vote in votes if vote.gold == UNDETERMINED]),
        precision=_counted([vote for vote in votes if vote.found == UNDETERMINED]),
        causes=dict(wrong.most_common()),
        reliability=table,
        error=round(sum(one.segments * abs(one.confidence - one.right) for one in table) / total, 4),
    )


def _lengths(votes: Iterable[_Vote]) -> list[str]:
    return sorted({length_class(vote.length) for vote in votes})


def _counted(votes: Sequence[_Vote]) -> tuple[int, int]:
    return sum(vote.right for vote in votes), len(votes)
