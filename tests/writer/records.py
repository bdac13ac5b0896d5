"""Records to write in tests, plausible in every field."""

from dataclasses import replace
from typing import Any

from scraper.model.document import SCHEMA, Document, Fingerprint, MadeBy, Skipped, SkipReason
from scraper.model.language import Shares
from scraper.model.page import Encoding, Http
from scraper.model.segment import Kind, Role, Segment


def segment(text: str, role: Role = Role.BODY, kind: Kind = Kind.PARAGRAPH, **changes: Any) -> Segment:
    made = Segment(text, role, kind, 0.9, "en", 0.8, "Latn", "html > body > p", hidden=False, reasons=("model:0.98",))
    return replace(made, **changes)


def document(*segments: Segment, **changes: Any) -> Document:
    made = Document(
        schema=SCHEMA,
        source="page.html",
        url="https://example.org/a",
        canonical_url=None,
        fetched_at="2024-05-01T10:00:00Z",
        http=Http(200, "https://example.org/a", ("https://example.org/",), "text/html", '"x"'),
        encoding=Encoding("utf-8", "meta"),
        page_type="article",
        title="River opens",
        authors=("Ada Lum", "Bo Ek"),
        published="2024-05-01",
        modified=None,
        site="The Example",
        image=None,
        section=None,
        tags=("water",),
        description=None,
        license=None,
        declared_language="en",
        because={"title": "json-ld"},
        language=Shares("en", 0.99, {"en": 0.9, "zh-Hans": 0.1}, {"en": 1.0}, ()),
        text="\n\n".join(s.text for s in segments if s.role is Role.BODY),
        confidence=0.97,
        segments=segments,
        fingerprint=Fingerprint("0" * 64, "0" * 16),
        made_by=MadeBy("0.1.0", "tiny-1", "0123456789ab"),
    )
    return replace(made, **changes)


def skipped(**changes: Any) -> Skipped:
    return replace(Skipped(SCHEMA, "x.html", None, SkipReason.EMPTY, "no bytes"), **changes)
