"""Everything that was found out about a page becomes its record."""

from dataclasses import replace

from scraper.cleaner.assemble import Findings, assemble
from scraper.model.document import MadeBy
from scraper.model.judgement import Judgement
from scraper.model.language import Shares, Tagged
from scraper.model.metadata import Metadata
from scraper.model.page import Encoding, Http, Page
from scraper.model.segment import Block, Kind, Role
from tests.cleaner.pages import DE

PAGE = Page(
    "a.html", "<p>", Encoding("utf-8", "meta"), "ab" * 32, "https://example.org/a", Http(200, "x"), "2024-05-01"
)
MADE_BY = MadeBy("1", "2", "3")


def findings(*roles: Role) -> Findings:
    """Return findings with a block for each role, named by its place."""
    blocks = [Block(f"text {at}", Kind.PARAGRAPH, at, f"p{at}", at == 1, 0, 0) for at in range(len(roles))]
    return Findings(
        blocks=blocks,
        judgements=[Judgement(role, 0.5 + at / 10, (f"reason {at}",)) for at, role in enumerate(roles)],
        tagged=[Tagged("de", 0.9, "Latn")] * len(roles),
        metadata=Metadata(title="T", authors=("A",), because={"title": "json-ld"}),
        language=Shares("de", 0.9, {"de": 1.0}, {"de": 1.0}, ()),
        page_type="article",
    )


def test_text_is_the_body_parted_by_blank_lines() -> None:
    """The story is the segments of role body in page order, and no others."""
    record = assemble(PAGE, findings(Role.TITLE, Role.BODY, Role.RELATED, Role.BODY, Role.CAPTION), MADE_BY)
    assert record.text == "text 1\n\ntext 3"


def test_segment_carries_all_findings() -> None:
    """A segment holds what was cut, judged and tagged of its block, hidden ones included."""
    segment = assemble(PAGE, findings(Role.TITLE, Role.BODY), MADE_BY).segments[1]
    assert (segment.text, segment.path, segment.hidden, segment.kind) == ("text 1", "p1", True, Kind.PARAGRAPH)
    assert (segment.role, segment.confidence, segment.reasons) == (Role.BODY, 0.6, ("reason 1",))
    assert (segment.lang, segment.lang_confidence, segment.script) == ("de", 0.9, "Latn")


def test_page_and_metadata_are_handed_on() -> None:
    """What the page brought and what it says of itself stand in the record."""
    record = assemble(PAGE, findings(Role.BODY), MADE_BY)
    assert (record.schema, record.source, record.url, record.fetched_at) == (1, PAGE.source, PAGE.url, PAGE.fetched_at)
    assert (record.http, record.encoding, record.made_by) == (PAGE.http, PAGE.encoding, MADE_BY)
    assert (record.title, record.authors, dict(record.because)) == ("T", ("A",), {"title": "json-ld"})
    assert (record.language.tag, record.page_type) == ("de", "article")


def test_confidence_is_weighed_by_length() -> None:
    """The story's confidence is the mean of its segments', long ones counting more."""
    found = findings(Role.BODY, Role.BODY, Role.RELATED)
    long = replace(found, blocks=[found.blocks[0]._replace(text=DE[0] * 3), *found.blocks[1:]])
    assert assemble(PAGE, found, MADE_BY).confidence == 0.55
    assert assemble(PAGE, long, MADE_BY).confidence == 0.5


def test_page_without_story() -> None:
    """Without body segments the text, its hash and its confidence are empty, and the bytes' digest stays."""
    record = assemble(PAGE, findings(Role.NAVIGATION), MADE_BY)
    assert (record.text, record.confidence, record.fingerprint.simhash) == ("", 0.0, "")
    assert record.fingerprint.sha256 == PAGE.sha256
