"""Pages with a teaser and a share block put into their story: what is kept of them, and what it costs the story.

What was put in is known block by block, so its roles and languages are compared where it stands. Peers give only a
text; a teaser counts as kept there when most of its sentences' characters are in it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from scraper.corpora.alignment import Stream, squeezed
from scraper.corpora.company import are_related
from scraper.corpora.corpus import GoldPage
from scraper.corpora.splice import Spliced
from scraper.corpora.teasers import Part
from scraper.corpora.tokens import bag, overlap
from scraper.inspector.answer import OWN, Answer, System
from scraper.inspector.role_score import same_language
from scraper.inspector.story_score import compared
from scraper.model.document import Document, Skipped
from scraper.model.language import UNDETERMINED
from scraper.model.page import FetchResult
from scraper.model.segment import Role, Segment
from scraper.pipeline import clean_result

_PIECE = 12
"""Characters looked for at a time: few enough for a changed dash or quotation mark to cost little."""
_SHORT: Final = 20
_MISSING: Final = "missing"

Cleaner = Callable[[FetchResult], Document | Skipped]
"""Makes the record of a page."""


@dataclass(frozen=True, slots=True)
class Named:
    """A segment whose language is known, and what it was taken for."""

    expected: str
    """BCP 47 tag of its words."""
    given: str
    """Tag in the record, `missing` where it has no such segment."""
    inserted: bool
    """Whether it was put in; else it is of the host's story."""
    foreign: bool
    """Whether it was put in and is in another language than the host's story; names are in none."""
    short: bool
    """Whether it has fewer than 20 characters, white space not counted."""

    @property
    def is_right(self) -> bool:
        """Whether the tag names the language."""
        return same_language(self.given, self.expected)


@dataclass(frozen=True, slots=True)
class SplicedScore:
    """How one page came out."""

    page: Spliced
    """The page."""
    kept: Mapping[str, bool]
    """By system: whether the teaser's sentences are in the story."""
    headline_kept: bool
    """Whether this package has the teaser's headline in the story."""
    share_kept: bool
    """Whether this package has anything of the share block in the story."""
    roles: tuple[str, ...]
    """Roles of the inserted blocks, in the order of `page.pieces`; `missing` where the record has no such segment."""
    f1: float
    """F1 of the story of the page as it is here."""
    f1_before: float
    """The same without what was put in."""
    languages: tuple[Named, ...]
    """Segments that were put in or are of the host's story."""

    @property
    def is_related_pair(self) -> bool:
        """Whether host and guest are in different languages that are hard to tell apart."""
        return are_related(self.page.host_language, self.page.guest.language)


def score_spliced(page: Spliced, peers: Sequence[System] = (), cleaned: Cleaner = clean_result) -> SplicedScore:
    """Ask `cleaned` about a page with and without what was put in, and the peers about the page with it."""
    host = page.host
    before, after = (cleaned(FetchResult("page", body, host.url)) for body in (host.body(), page.body))
    segments = after.segments if isinstance(after, Document) else ()
    places = _places(page, segments)
    roles = tuple(_MISSING if at is None else segments[at].role.value for at in places)
    held = dict(zip((piece.part for piece in page.pieces), roles, strict=True))
    own = _answer(after)
    kept = {OWN.name: stands(page.sentences, own.text)}
    kept |= {peer.name: stands(page.sentences, peer.text(page.body)) for peer in peers}
    pairs = zip(page.pieces, roles, strict=True)
    return SplicedScore(
        page=page,
        kept=kept,
        headline_kept=held[Part.HEADLINE] == Role.BODY,
        share_kept=any(piece.role is Role.SHARE and role == Role.BODY for piece, role in pairs),
        roles=roles,
        f1=_f1(own, host),
        f1_before=_f1(_answer(before), host),
        languages=(*_inserted(page, places, segments), *_told(page, places, segments)),
    )


def stands(sentences: str, text: str) -> bool:
    """Whether most of a text stands in another one, however either breaks its lines."""
    inside, wanted = squeezed(text), squeezed(sentences)
    pieces = [wanted[at : at + _PIECE] for at in range(0, len(wanted), _PIECE)]
    return 2 * sum(piece in inside for piece in pieces) > len(pieces)


def _answer(record: Document | Skipped) -> Answer:
    """Return what is compared of a record."""
    return Answer() if isinstance(record, Skipped) else Answer(record.text, record.title)


def _f1(answer: Answer, host: GoldPage) -> float:
    """Return the F1 of a story against the host's gold."""
    return overlap(bag(host.text), bag(compared(answer, host))).f1


def _places(page: Spliced, segments: Sequence[Segment]) -> Sequence[int | None]:
    """Return for each inserted block the segment that it is: those in one row, else the nearest with its text."""
    texts = [segment.text for segment in segments]
    wanted = [piece.text for piece in page.pieces]
    rows = [at for at in range(len(texts)) if texts[at : at + len(wanted)] == wanted]
    if rows:
        first = min(rows, key=lambda at: abs(at - page.first))
        return range(first, first + len(wanted))
    return [
        min((at for at, text in enumerate(texts) if text == piece), key=lambda at: abs(at - page.first), default=None)
        for piece in wanted
    ]


def _inserted(page: Spliced, places: Sequence[int | None], segments: Sequence[Segment]) -> Iterator[Named]:
    """Yield the languages of what was put in."""
    for piece, at in zip(page.pieces, places, strict=True):
        given = _MISSING if at is None else segments[at].lang
        foreign = piece.language != UNDETERMINED and not same_language(piece.language, page.host_language)
        short = len(squeezed(piece.text)) < _SHORT
        yield Named(piece.language, given, inserted=True, foreign=foreign, short=short)


def _told(page: Spliced, places: Sequence[int | None], segments: Sequence[Segment]) -> Iterator[Named]:
    """Yield the languages of the segments whose characters are mostly of the story; those without letters not."""
    stream = Stream([segment.text for segment in segments])
    told: Counter[int] = Counter()
    for line in page.host.text.splitlines():
        told.update(stream.take(squeezed(line)))
    for at, characters in sorted(told.items()):
        text = squeezed(segments[at].text)
        if 2 * characters > len(text) and at not in places and any(map(str.isalpha, text)):
            short = len(text) < _SHORT
            yield Named(page.host_language, segments[at].lang, inserted=False, foreign=False, short=short)
