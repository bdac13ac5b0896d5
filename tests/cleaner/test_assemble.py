"""Everything that was found out about a page becomes its record."""

from dataclasses import replace

from scraper.cleaner.assemble import Findings, assemble
from scraper.cleaner.roles import Reading
from scraper.model.document import MadeBy
from scraper.model.judgement import Judgement
from scraper.model.language import Shares, Tagged
from scraper.model.metadata import Metadata
from scraper.model.page import Encoding, Http, Page
from scraper.model.segment import Block, Kind, Role

PAGE = Page(
    "a.html", "<p>", Encoding("utf-8", "meta"), "ab" * 32, "https://example.org/a", Http(200, "x"), "2024-05-01"
)
MADE_BY = MadeBy("1", "2", "3")


def findings(*roles: Role) -> Findings:
    """Return findings with a block for each role, named by its place."""
    blocks = [Block(f"text {at}", Kind.PARAGRAPH, at, f"p{at}", at == 1, 0, 0) for at in range(len(roles))]
    return Findings(
        blocks=blocks,
        reading=Reading(
            judgements=[Judgement(role, 0.5 + at / 10, (f"reason {at}",)) for at, role in enumerate(roles)],
            told=[role is Role.BODY for role in roles],
            confidence=0.75,
            page_type="article",
        ),
        tagged=[Tagged("de", 0.9, "Latn")] * len(roles),
        metadata=Metadata(title="T", authors=("A",), because={"title": "json-ld"}),
        language=Shares("de", 0.9, {"de": 1.0}, {"de": 1.0}, ()),
    )


def test_text_is_what_is_told_parted_by_blank_lines() -> None:
    """The story is the segments that the reading tells, in page order, and no others."""
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
    assert (record.language.tag, record.page_type, record.confidence) == ("de", "article", 0.75)


def test_text_follows_the_cut_and_not_the_roles() -> None:
    """Where the chosen view tells more or less than the body, the text has that, and the roles stay."""
    found = findings(Role.BODY, Role.RELATED, Role.BODY)
    record = assemble(PAGE, replace(found, reading=replace(found.reading, told=[False, True, True])), MADE_BY)
    assert record.text == "text 1\n\ntext 2"
    assert [segment.role for segment in record.segments] == [Role.BODY, Role.RELATED, Role.BODY]


def test_page_without_story() -> None:
    """Where nothing is told the text and its hash are empty, and the bytes' digest stays."""
    record = assemble(PAGE, findings(Role.NAVIGATION), MADE_BY)
    assert (record.text, record.fingerprint.simhash) == ("", "")
    assert record.fingerprint.sha256 == PAGE.sha256
