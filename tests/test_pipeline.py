"""The line: one page in, one record out."""

from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import scraper
from scraper import Document, Role, Skipped, SkipReason
from scraper.errors import UsageError
from scraper.model.page import FetchResult, Http
from scraper.pipeline import clean, clean_result
from tests.cleaner.markup import BODIES, Markup
from tests.cleaner.pages import AR, DE, EN, RU, ZH, page, paragraphs

STORY = (
    "The old lighthouse at the northern cape will be lit again this winter, thirty years after the last keeper left it "
    "and took the key home with her.",
    "Volunteers spent two summers scraping rust from the gallery and carrying new glass up one hundred and twelve "
    "steps, because the narrow stairs leave no room for a lift.",
    "“We never asked whether it made sense,” said the chair of the society, who learnt to weld for the purpose. “We "
    "asked who would bring the sandwiches.”",
    "The lamp itself came from a museum in the capital, which had kept it in a cellar and was glad to be rid of it.",
    "On the first clear evening in December the fishing boats will gather below the cape to see whether the beam still "
    "reaches the far side of the bay.",
)
TITLE = "Northern lighthouse to be lit again"
TEASER = "灯塔守护人的女儿：三十年前那个冬夜，母亲把钥匙带回了家，再也没有回到岬角上去看过那盏灯。"

# The same page four times: what its authors called things must not decide whether the teaser is left out.
STYLES = {
    "telling names": f"""
        <nav class="menu"><a href="/">Home</a> <a href="/news">News</a></nav>
        <article class="post"><h1 class="entry-title">{TITLE}</h1><div class="entry-content">
        {paragraphs(*STORY[:3])}<div class="related-posts"><p>{TEASER}</p></div>{paragraphs(*STORY[3:])}</div></article>
        <footer class="footer">© 2024 The Cape Courier</footer>""",
    "hashed names": f"""
        <div class="sc-a81x"><a class="k2q" href="/">Home</a><a class="k2q" href="/news">News</a></div>
        <div class="css-1vz"><h1 class="css-9pp">{TITLE}</h1>
        {"".join(f'<div class="css-77b"><span>{text}</span></div>' for text in STORY[:3])}
        <div class="css-4fd"><span>{TEASER}</span></div>
        {"".join(f'<div class="css-77b"><span>{text}</span></div>' for text in STORY[3:])}</div>
        <div class="css-0qe">© 2024 The Cape Courier</div>""",
    "bare paragraphs": f"<h1>{TITLE}</h1>{paragraphs(*STORY[:3], TEASER, *STORY[3:])}<p>© 2024 The Cape Courier</p>",
    "bare paragraphs with links": f"""<h1>{TITLE}</h1>{paragraphs(*STORY[:2])}
        <p>{STORY[2].replace("the society", '<a href="/about">the society</a>')}</p>
        <p><a href="/zh/1">{TEASER}</a></p>
        {paragraphs(*STORY[3:])}<p>© 2024 The Cape Courier</p>""",
}


def document(html: str | bytes, url: str | None = None) -> Document:
    record = clean(html, url)
    assert isinstance(record, Document), record
    return record


def skipped(html: str | bytes) -> SkipReason:
    record = clean(html)
    assert isinstance(record, Skipped), record
    return record.skipped


@pytest.mark.parametrize("style", STYLES)
def test_english_story_comes_out_alone(style: str) -> None:
    """A Chinese teaser between the paragraphs of an English story is not part of it, however the page is written."""
    record = document(page(STYLES[style], f"<title>{TITLE} – The Cape Courier</title>"))
    assert record.text.split("\n\n") == list(STORY)
    teaser = next(segment for segment in record.segments if segment.text == TEASER)
    assert teaser.role is Role.RELATED
    assert teaser.lang == "zh-Hans"
    assert (record.title, record.language.tag) == (TITLE, "en")


@pytest.mark.parametrize(("story", "teaser"), [(RU, EN[0]), (ZH, EN[1]), (AR, RU[0]), (DE, ZH[0]), (EN, AR[1])])
def test_stories_in_other_languages_come_out_alone_too(story: tuple[str, ...], teaser: str) -> None:
    """What holds for an English story holds for any language and for a teaser in any other."""
    record = document(page(paragraphs(*story, teaser, *story)))
    assert record.text.split("\n\n") == [*story, *story]


@pytest.mark.parametrize(("story", "tag"), [(EN, "en"), (DE, "de"), (RU, "ru"), (ZH, "zh-Hans"), (AR, "ar")])
def test_record_of_a_small_page(story: tuple[str, ...], tag: str) -> None:
    """Every segment has role, language, reasons and path, and the story has the language of its words."""
    record = document(page(f"<main>{paragraphs(*story, *story)}</main>").encode(), "https://example.org/a")
    assert (record.schema, record.url, record.language.tag) == (1, "https://example.org/a", tag)
    assert all(segment.reasons and segment.path and 0 <= segment.confidence <= 1 for segment in record.segments)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(BODIES)
def test_text_is_the_body_segments(markup: Markup) -> None:
    """The text of a record is its body segments joined by a blank line, whatever the page."""
    record = clean(page(markup.html))
    if isinstance(record, Document):
        assert record.text == "\n\n".join(segment.text for segment in record.segments if segment.role is Role.BODY)
    else:
        assert record.skipped in {SkipReason.NO_TEXT, SkipReason.EMPTY}


_BITS = (
    "<",
    ">",
    "</",
    "<p>",
    "<table>",
    "<a href=",
    "'",
    '"',
    "<!--",
    "]]>",
    "&#",
    ";",
    "\0",
    "\ud800",
    "雨",
    "ع",
    " x ",
    "\n",
)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text() | st.binary() | st.lists(st.sampled_from(_BITS), max_size=40).map("".join))
def test_any_input_gives_one_record_and_always_the_same(html: str | bytes) -> None:
    """Whatever bytes or text come in, a document or a skip comes out, twice the same, and never a failure inside."""
    record = clean(html)
    assert isinstance(record, Document | Skipped)
    assert record == clean(html)
    assert not (isinstance(record, Skipped) and record.skipped is SkipReason.FAILED), record


BROKEN: dict[str, str | bytes] = {
    "empty": b"",
    "spaces": b" \n\t ",
    "binary": bytes(range(256)) * 64,
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n%%EOF\n",
    "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 64,
    "nuls": b"\0" * 10_000,
    "nuls between": page(paragraphs(*EN)).replace("ferry", "fer\0ry").encode(),
    "surrogates": page(paragraphs(*EN, "\ud83d alone \udc00")),
    "invalid utf-8": page(paragraphs(*RU)).encode() + b"\xff\xfe\xc3\x28\xf0\x9f",
    "cut short": page(paragraphs(*ZH)).encode()[:-61],
    "unclosed": "<html><body><div class='a><p>one<table><tr><td>two<a href=/x>three<!-- four",
    "closed only": "</p></div></body></html>" * 100,
    "deep divs": "<div>" * 10_000 + EN[0],
    "deep and full": "".join(f"<div>{number}" for number in range(2_000)),
    "deep tables": "<table><tr><td>" * 2_000 + EN[0],
    "ten megabytes of spaces": b"<p>" + b" " * 10_000_000 + EN[0].encode(),
    "nothing but spaces": b" " * 10_000_000,
    "one long word": "<p>" + "a" * 2_000_000,
    "many attributes": "<p " + " ".join(f"a{number}=x" for number in range(20_000)) + ">" + EN[0],
    "many links": "<div>" + '<a href="/x">word</a>' * 20_000,
    "many paragraphs": paragraphs(*EN) * 3_000,
    "many comments": "<!-- x -->" * 50_000 + EN[0],
    "long entity": "&" + "a" * 1_000_000 + ";",
}


@pytest.mark.parametrize("name", BROKEN)
def test_bad_input_costs_its_own_record_and_little_time(name: str) -> None:
    """Broken, huge and deep pages give one record each, without a failure inside and in less than ten seconds."""
    start = perf_counter()
    record = clean(BROKEN[name])
    assert perf_counter() - start < 10
    assert isinstance(record, Document | Skipped)
    assert not (isinstance(record, Skipped) and record.skipped is SkipReason.FAILED), record


@pytest.mark.parametrize("name", ["nuls between", "surrogates", "invalid utf-8", "cut short", "deep divs"])
def test_damage_does_not_cost_the_story(name: str) -> None:
    """A page that is damaged or odd in one place still gives its text."""
    text = document(BROKEN[name]).text
    assert any(last in text for last in (EN[0], EN[1], RU[0], ZH[0]))


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("empty", SkipReason.EMPTY),
        ("spaces", SkipReason.EMPTY),
        ("nothing but spaces", SkipReason.EMPTY),
        ("pdf", SkipReason.NOT_HTML),
        ("png", SkipReason.NOT_HTML),
        ("binary", SkipReason.NOT_HTML),
        ("closed only", SkipReason.NO_TEXT),
    ],
)
def test_what_is_no_page_says_why(name: str, reason: SkipReason) -> None:
    """What is empty, no HTML or without text comes back with that reason."""
    assert skipped(BROKEN[name] or b"") is reason


@pytest.mark.parametrize("html", ["<html><head><title>only a title</title></head></html>", page("<img alt=x><br>")])
def test_page_without_text(html: str) -> None:
    """A page with markup and no text in its body is skipped for that reason."""
    assert skipped(html) is SkipReason.NO_TEXT


@pytest.mark.parametrize("status", [400, 403, 404, 410, 429, 500, 503])
def test_refused_pages_are_skipped(status: int) -> None:
    """A page that came with a status of 400 or more is no story, whatever is in it."""
    html = page(paragraphs(*EN))
    record = clean_result(FetchResult("s", html, "https://example.org/", Http(status, "https://example.org/")))
    assert isinstance(record, Skipped)
    assert (record.skipped, record.source, record.url) == (SkipReason.HTTP_STATUS, "s", "https://example.org/")
    assert str(status) in record.detail


@pytest.mark.parametrize("status", [200, 203, 206])
def test_answers_are_read(status: int) -> None:
    """A page that came with a good status is read, and what the server said stands in the record."""
    http = Http(status, "https://example.org/b", content_type="text/html; charset=windows-1251")
    record = clean_result(
        FetchResult("s", page(paragraphs(*RU)).encode("windows-1251"), None, http, "2024-05-01T00:00:00Z")
    )
    assert isinstance(record, Document)
    assert record.text.split("\n\n") == list(RU)
    assert (record.http, record.fetched_at, record.encoding.name) == (http, "2024-05-01T00:00:00Z", "windows-1251")


def test_text_and_bytes_agree() -> None:
    """A page gives the same story as text and as bytes."""
    html = page(STYLES["hashed names"])
    assert document(html).segments == document(html.encode()).segments


def test_declared_language_is_evidence_only() -> None:
    """A page that declares the wrong language is tagged by its words, and what it said is kept."""
    record = document(f'<html lang="fr"><body>{paragraphs(*DE, *DE)}</body></html>')
    assert (record.language.tag, record.declared_language) == ("de", "fr")


def test_package_offers_the_line() -> None:
    """The package's own `clean` is the line."""
    assert scraper.clean is clean


def test_views_cut_the_text_and_nothing_else() -> None:
    """A precise text is part of the balanced one, that one of the complete one, and all segments are the same."""
    html = page(STYLES["telling names"], f"<title>{TITLE} – The Cape Courier</title>")
    precise, balanced, complete = (clean(html, view=view) for view in ("precise", "balanced", "complete"))
    assert isinstance(precise, Document)
    assert isinstance(balanced, Document)
    assert isinstance(complete, Document)
    assert set(precise.text.split("\n\n")) <= set(balanced.text.split("\n\n")) <= set(complete.text.split("\n\n"))
    assert precise.segments == balanced.segments == complete.segments


def test_unknown_view_is_an_error() -> None:
    """A view that there is none of is an error of the caller, which names those there are."""
    with pytest.raises(UsageError, match="balanced, precise, complete"):
        clean("<p>Text</p>", view="generous")
