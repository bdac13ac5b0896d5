"""Everything that was found out about a page becomes its record."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from scraper.cleaner.fingerprint import simhash, story_key
from scraper.cleaner.roles import Reading
from scraper.model.document import SCHEMA, Document, Fingerprint, MadeBy
from scraper.model.language import Shares, Span, Tagged
from scraper.model.metadata import Metadata
from scraper.model.page import Page
from scraper.model.segment import Block, Segment, SpannedSegment

PARAGRAPH_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Findings:
    """The results of the steps before; lists are parallel, one entry a block."""

    blocks: Sequence[Block]
    """What `split` cut."""
    reading: Reading
    """Roles, and what makes the story."""
    tagged: Sequence[Tagged]
    """What the tagger heard."""
    metadata: Metadata
    """What `describe` read."""
    language: Shares
    """Language of the story and of the page."""
    rules_missed: tuple[str, ...] = ()
    """Site rules that should have matched and did not."""
    spans: Sequence[tuple[Span, ...]] | None = None
    """Languages inside each block, where they were asked for."""


def assemble(page: Page, findings: Findings, made_by: MadeBy) -> Document:
    """Return the record of one page."""
    segments = tuple(_segments(findings))
    if findings.spans is not None:
        segments = tuple(map(_spanned, segments, findings.spans))
    told = zip(findings.blocks, findings.reading.told, strict=True)
    text = PARAGRAPH_BREAK.join(block.text for block, is_told in told if is_told)
    about = findings.metadata
    return Document(
        schema=SCHEMA,
        source=page.source,
        url=page.url,
        canonical_url=about.canonical_url,
        fetched_at=page.fetched_at,
        http=page.http,
        encoding=page.encoding,
        page_type=findings.reading.page_type,
        title=about.title,
        authors=about.authors,
        published=about.published,
        modified=about.modified,
        site=about.site,
        image=about.image,
        section=about.section,
        tags=about.tags,
        description=about.description,
        license=about.license,
        declared_language=about.declared_language,
        because=about.because,
        language=findings.language,
        text=text,
        confidence=findings.reading.confidence,
        segments=segments,
        fingerprint=Fingerprint(page.sha256, simhash(text), story_key(text)),
        made_by=made_by,
        rules_missed=findings.rules_missed,
    )


def _segments(findings: Findings) -> Iterator[Segment]:
    """Yield the segments as the record carries them."""
    for block, judgement, tagged in zip(findings.blocks, findings.reading.judgements, findings.tagged, strict=True):
        text, kind, _, path, hidden, _, _, _ = block
        role, confidence, reasons = judgement
        lang, lang_confidence, script = tagged
        yield Segment(text, role, kind, confidence, lang, lang_confidence, script, path, hidden, reasons)


def _spanned(segment: Segment, spans: tuple[Span, ...]) -> Segment:
    """Return the segment with the languages inside it."""
    return SpannedSegment(**{field.name: getattr(segment, field.name) for field in fields(segment)}, spans=spans)
