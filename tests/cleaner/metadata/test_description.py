"""Tests of describing whole pages."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.model.metadata import Metadata
from tests.cleaner.metadata.markup import described

ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Endlich Regen",
    "author": [{"@type": "Person", "name": "Erika Muster"}],
    "datePublished": "2024-05-03T10:30:00+02:00",
    "dateModified": "2024-05-04",
    "publisher": {"@type": "Organization", "name": "Tagesbeispiel"},
    "articleSection": "Wetter",
    "keywords": "Regen, Ernte",
}
PAGE = f"""<html lang="de-at"><title>Endlich Regen | Tagesbeispiel</title>
<meta property="og:title" content="Endlich Regen"><meta name="description" content="Es regnet.">
<link rel="canonical" href="/regen"><meta property="og:image" content="/regen.jpg">
<script type="application/ld+json">{json.dumps(ARTICLE)}</script>
<h1>Endlich Regen</h1><p class="autor">Von Erika Muster</p><p>3. Mai 2024</p><p>Es regnet seit heute.</p>"""


def test_a_page_is_described_with_its_sources():
    """Every field of a well-made page is filled, and every filled field says why."""
    found = described(PAGE)
    assert found == Metadata(
        title="Endlich Regen",
        authors=("Erika Muster",),
        published="2024-05-03T10:30:00+02:00",
        modified="2024-05-04",
        site="Tagesbeispiel",
        image="https://news.example/regen.jpg",
        section="Wetter",
        tags=("Regen", "Ernte"),
        canonical_url="https://news.example/regen",
        declared_language="de-AT",
        license=None,
        description="Es regnet.",
        because=found.because,
    )
    assert found.because["published"] == "json-ld+visible"
    assert found.because["title"] == "json-ld+opengraph+visible+html"
    assert set(found.because) == {name for name in Metadata.__slots__ if name != "because" and getattr(found, name)}


@pytest.mark.parametrize("html", ["", "<p>x", "<meta>", "<script type='application/ld+json'>", "<h1></h1><title>"])
def test_a_page_that_says_nothing_has_no_description(html):
    """A page without any statement about itself has empty fields."""
    assert described(html, None) == Metadata()


def test_chinese_and_arabic_pages_are_read():
    """Titles, authors and dates of pages in other scripts are found in their visible lines."""
    chinese = described(
        "<title>今天终于下雨了_示例网</title><h1>今天终于下雨了</h1><p>2012年01月12日 18:49</p><p>作者：李明</p>"
    )
    arabic = described("<h1>أخيرا المطر</h1><p>بقلم أحمد علي</p><p>٥ يناير ٢٠٢٤</p>")
    assert (chinese.title, chinese.authors, chinese.published) == ("今天终于下雨了", ("李明",), "2012-01-12T18:49:00")
    assert (arabic.title, arabic.authors) == ("أخيرا المطر", ("أحمد علي",))


MARKUP = st.lists(
    st.sampled_from(
        [
            "<h1>", "</h1>", "<title>", "</title>", "<time datetime='", "'>", "<meta property='og:title' content='",
            "<script type='application/ld+json'>", '{"@type":"Article","author":', "</script>",
            "<a rel='author' href='",
            "<p class='author date'>", "By Jane", "2024-05-03", "<div itemprop='author' itemscope>", "<nav>", "</nav>",
            "<base href='http://[", "<link rel='canonical' href='//", "\x00", "\ud800", "&amp;quot;", "99999999999",
        ]
    )
    | st.text(max_size=8)
).map("".join)  # fmt: skip


@given(MARKUP, st.none() | st.text(max_size=30))
def test_no_page_raises(html, url):
    """Whatever a page and its address hold, it is described, and the description can be written."""
    found = described(html, url)
    json.dumps([found.title, found.authors, found.tags, dict(found.because)], ensure_ascii=False).encode()
