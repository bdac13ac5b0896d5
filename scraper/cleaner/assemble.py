"""Everything that was found out about a page becomes its record."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from scraper.cleaner.fingerprint import simhash
from scraper.model.document import SCHEMA, Document, Fingerprint, MadeBy
from scraper.model.judgement import Judgement
from scraper.model.language import Shares, Span, Tagged
from scraper.model.metadata import Metadata
from scraper.model.page import Page
from scraper.model.segment import Block, Role, Segment, SpannedSegment

PARAGRAPH_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Findings:
    """The results of the steps before; lists are parallel, one entry a block."""

    blocks: Sequence[Block]
    """What `split` cut."""
    judgements: Sequence[Judgement]
    """What `label` decided."""
    tagged: Sequence[Tagged]
    """What the tagger heard."""
    metadata: Metadata
    """What `describe` read."""
    language: Shares
    """Language of the story and of the page."""
    page_type: str
    """What sort of page it is."""
    spans: Sequence[tuple[Span, ...]] | None = None
    """Languages inside each block, where they were asked for."""


def assemble(page: Page, findings: Findings, made_by: MadeBy) -> Document:
    """Return the record of one page."""
    segments = tuple(map(_segment, findings.blocks, findings.judgements, findings.tagged))
    if findings.spans is not None:
        segments = tuple(map(_spanned, segments, findings.spans))
    text = PARAGRAPH_BREAK.join(segment.text for segment in segments if segment.role is Role.BODY)
    about = findings.metadata
    return Document(
        schema=SCHEMA,
        source=page.source,
        url=page.url,
        canonical_url=about.canonical_url,
        fetched_at=page.fetched_at,
        http=page.http,
        encoding=page.encoding,
        page_type=findings.page_type,
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
        confidence=_confidence(segments),
        segments=segments,
        fingerprint=Fingerprint(page.sha256, simhash(text)),
        made_by=made_by,
    )


def _segment(block: Block, judgement: Judgement, tagged: Tagged) -> Segment:
    """Return one segment as the record carries it."""
    role, confidence, reasons = judgement
    lang, lang_confidence, script = tagged
    text, kind, _, path, hidden, *_ = block
    return Segment(text, role, kind, confidence, lang, lang_confidence, script, path, hidden, reasons)


def _spanned(segment: Segment, spans: tuple[Span, ...]) -> Segment:
    """Return the segment with the languages inside it."""
    return SpannedSegment(**{field.name: getattr(segment, field.name) for field in fields(segment)}, spans=spans)


def _confidence(segments: Sequence[Segment]) -> float:
    """Return the mean confidence of the story's segments by length; 0 where there is no story."""
    story = [segment for segment in segments if segment.role is Role.BODY]
    length = sum(len(segment.text) for segment in story)
    return round(sum(segment.confidence * len(segment.text) for segment in story) / length, 2) if length else 0.0
