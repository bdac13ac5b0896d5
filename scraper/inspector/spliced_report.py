"""Scores of pages with something put into their story, added up: by style and place, by language, by pair."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from scraper.corpora.splice import LeftOut
from scraper.corpora.teasers import Part
from scraper.inspector.answer import OWN
from scraper.inspector.report import table
from scraper.inspector.role_score import same_language
from scraper.inspector.spliced_score import Named, SplicedScore
from scraper.model.language import UNDETERMINED

_ALL = "all"


@dataclass(frozen=True, slots=True)
class SplicedRow:
    """A group of pages; shares are 0 to 1."""

    style: str
    """Style of the markup, or `all`."""
    place: str
    """Place in the story, or `all`."""
    pages: int
    """Number of pages."""
    kept: Mapping[str, float]
    """By system: share of pages whose teaser is in the story."""
    headline_kept: float
    """Share of pages whose teaser's headline this package has in the story."""
    share_kept: float
    """Share of pages of whose share block this package has something in the story."""
    role_accuracy: float
    """Share of the inserted blocks that got their role: `related` or `share`."""
    f1: float
    """Mean F1 of the story."""
    f1_loss: float
    """By how much that is lower than without what was put in."""


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """A group of segments."""

    group: str
    """Which segments."""
    segments: int
    """Their number."""
    accuracy: float
    """Share of them with the right language."""


@dataclass(frozen=True, slots=True)
class KeptRow:
    """Pages that have something in common that makes a teaser easy or hard to tell."""

    group: str
    """What they have in common."""
    pages: int
    """Their number."""
    kept: Mapping[str, float]
    """By system: share of pages whose teaser is in the story."""


def spliced_rows(scores: Sequence[SplicedScore]) -> Iterator[SplicedRow]:
    """Yield a row for each style and place there is, each style, and all pages."""
    for style, place in sorted({(score.page.style, score.page.place) for score in scores}):
        yield _row(style, place, [s for s in scores if (s.page.style, s.page.place) == (style, place)])
    for style in sorted({score.page.style for score in scores}):
        yield _row(style, _ALL, [score for score in scores if score.page.style == style])
    if scores:
        yield _row(_ALL, _ALL, scores)


def kept_rows(scores: Sequence[SplicedScore]) -> Iterator[KeptRow]:
    """Yield what is kept by kinship of the languages of host and guest, and by what announces the teaser."""
    for tells in (_kinship, _announced):
        for group in sorted(set(map(tells, scores))):
            some = [score for score in scores if tells(score) == group]
            yield KeptRow(group, len(some), {name: _mean(s.kept[name] for s in some) for name in some[0].kept})


def language_rows(scores: Iterable[SplicedScore]) -> Iterator[LanguageRow]:
    """Yield the accuracy of language tags over groups of segments."""
    named = [(score, segment) for score in scores for segment in score.languages]
    for group, belongs in _GROUPS.items():
        right = [segment.is_right for score, segment in named if belongs(score, segment)]
        if right:
            yield LanguageRow(group, len(right), sum(right) / len(right))


def pair_rows(scores: Iterable[SplicedScore]) -> Iterator[LanguageRow]:
    """Yield the same over the foreign segments of each pair of related languages, `host > guest`."""
    related = (score for score in scores if score.is_related_pair)
    yield from _accuracies(
        (f"{s.page.host_language} > {s.page.guest.language}", named) for s, named in _foreign(related)
    )


def guest_rows(scores: Iterable[SplicedScore]) -> Iterator[LanguageRow]:
    """Yield the same over the foreign segments in each language."""
    yield from _accuracies((named.expected, named) for _, named in _foreign(scores))


def spliced_data(scores: Sequence[SplicedScore], left_out: Counter[LeftOut]) -> dict[str, object]:
    """Return all of it as plain data."""
    return {
        "pages": len(scores),
        "left_out": {reason.value: number for reason, number in sorted(left_out.items())},
        "host_languages": len({score.page.host_language for score in scores}),
        "guest_languages": len({score.page.guest.language for score in scores}),
        "spliced": [asdict(row) for row in spliced_rows(scores)],
        "kept": [asdict(row) for row in kept_rows(scores)],
        "languages": [asdict(row) for row in language_rows(scores)],
        "related_pairs": [asdict(row) for row in pair_rows(scores)],
        "guests": [asdict(row) for row in guest_rows(scores)],
    }


def spliced_lines(scores: Sequence[SplicedScore], left_out: Counter[LeftOut]) -> Iterator[str]:
    """Yield the tables for a person."""
    hosts, guests = (
        len({score.page.host_language for score in scores}),
        len({score.page.guest.language for score in scores}),
    )
    yield f"pages: {len(scores)}; languages of hosts: {hosts}, of guests: {guests}"
    yield f"left out: {', '.join(f'{why} {number}' for why, number in sorted(left_out.items())) or 'none'}"
    rows = [*spliced_rows(scores)]
    if rows:
        peers = [name for name in rows[0].kept if name != OWN.name]
        head = ["style", "place", "pages", "teaser kept", "headline kept", "share kept", "roles", "F1", "F1 loss"]
        yield ""
        yield from table(
            [*head, *(f"{peer}: teaser kept" for peer in peers)], [_cells(r, peers) for r in rows], words=2
        )
        kept = [
            [row.group, str(row.pages), *(f"{share:.3f}" for share in row.kept.values())] for row in kept_rows(scores)
        ]
        yield ""
        yield from table(["teaser kept", "pages", *rows[0].kept], kept)
    for name, some in (("language of", language_rows), ("related pair", pair_rows), ("foreign", guest_rows)):
        lines = [[row.group, str(row.segments), f"{row.accuracy:.3f}"] for row in some(scores)]
        if lines:
            yield ""
            yield from table([name, "segments", "accuracy"], lines)


def _kinship(score: SplicedScore) -> str:
    """Say how close the languages of host and guest are."""
    if same_language(score.page.host_language, score.page.guest.language):
        return "guest in the same language"
    return f"guest in {'a related' if score.is_related_pair else 'another'} language"


def _announced(score: SplicedScore) -> str:
    """Say what announces the teaser."""
    headings = [piece for piece in score.page.pieces if piece.part is Part.ANNOUNCEMENT]
    kinds = {piece.language == UNDETERMINED for piece in headings}
    return f"announced by {'nothing' if not kinds else 'a name' if True in kinds else 'a phrase'}"


def _row(style: str, place: str, scores: Sequence[SplicedScore]) -> SplicedRow:
    """Add up a group of pages, of which there is at least one."""
    blocks = [pair for score in scores for pair in zip(score.page.pieces, score.roles, strict=True)]
    f1 = _mean(score.f1 for score in scores)
    return SplicedRow(
        style=style,
        place=place,
        pages=len(scores),
        kept={name: _mean(score.kept[name] for score in scores) for name in scores[0].kept},
        headline_kept=_mean(score.headline_kept for score in scores),
        share_kept=_mean(score.share_kept for score in scores),
        role_accuracy=_mean(piece.role == role for piece, role in blocks),
        f1=f1,
        f1_loss=round(_mean(score.f1_before for score in scores) - f1, 4),
    )


def _cells(row: SplicedRow, peers: Sequence[str]) -> list[str]:
    """Return one row of the table of pages."""
    numbers = [row.kept[OWN.name], row.headline_kept, row.share_kept, row.role_accuracy, row.f1, row.f1_loss]
    return [row.style, row.place, str(row.pages), *(f"{n:.3f}" for n in (*numbers, *(row.kept[p] for p in peers)))]


def _foreign(scores: Iterable[SplicedScore]) -> Iterator[tuple[SplicedScore, Named]]:
    """Yield the segments in another language than their host's, with their pages."""
    return ((score, named) for score in scores for named in score.languages if named.foreign)


def _accuracies(grouped: Iterable[tuple[str, Named]]) -> Iterator[LanguageRow]:
    """Yield the accuracy of each group, by name."""
    groups: dict[str, list[bool]] = {}
    for name, named in grouped:
        groups.setdefault(name, []).append(named.is_right)
    for name, right in sorted(groups.items()):
        yield LanguageRow(name, len(right), sum(right) / len(right))


def _mean(numbers: Iterable[float]) -> float:
    """Return the mean of some numbers, of which there is at least one, to four places."""
    values = [*numbers]
    return round(sum(values) / len(values), 4)


_GROUPS: Mapping[str, Callable[[SplicedScore, Named], bool]] = {
    "all segments": lambda _score, _named: True,
    "story of the host": lambda _score, named: not named.inserted,
    "put in": lambda _score, named: named.inserted,
    "foreign": lambda _score, named: named.foreign,
    "foreign, < 20 characters": lambda _score, named: named.foreign and named.short,
    "foreign, from pages": lambda score, named: named.foreign and not score.page.guest.is_made_up,
    "foreign, related to the host": lambda score, named: named.foreign and score.is_related_pair,
}
"""Group of segments to what tells whether a segment belongs to it."""
