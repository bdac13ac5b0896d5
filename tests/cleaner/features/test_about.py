"""What a page says of itself as a whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.features.about import name_page
from scraper.cleaner.parse import parse
from tests.cleaner.pages import page


def named(head: str = "", url: str | None = None, body: str = "<p>x") -> tuple[str, ...]:
    return name_page(parse(page(body, head)), url)


@pytest.mark.parametrize(
    ("data", "names"),
    [
        ('{"@type": "NewsArticle"}', ("@newsarticle",)),
        ('{"@type": ["Product", "Thing"]}', ("@product",)),
        ('{"@type":"https://schema.org/WebPage","x":{"@type" : "Person"}}', ("@webpage", "@person")),
        ('{"@type": "A", "more": [{"@type": "A"}]}', ("@a",)),
        ('{"@type": "Broken", ', ("@broken",)),
        ("", ()),
    ],
)
def test_types_of_the_data(data: str, names: tuple[str, ...]) -> None:
    """The types that the page's data declare are names, each once, even where the data are broken."""
    assert named(f"<script type=application/ld+json>{data}</script>") == names


def test_other_scripts_are_not_read() -> None:
    """A script that is no data declares nothing."""
    assert named("<script>var a = {'@type': 'Product', \"@type\": \"Offer\"}</script>") == ()


def test_microdata_is_noticed() -> None:
    """An element with a type among the first of the page is noticed."""
    assert named(body="<div itemscope itemtype=https://schema.org/Product><p>x</div>") == ("@itemtype",)


def test_metas_are_read_word_by_word() -> None:
    """What the page calls its type, its software and its site is taken word by word, at most four words."""
    head = (
        "<meta property=og:type content=article><meta name=generator content='Discourse 3.1'>"
        "<meta property=og:site_name content='One Two Three Four Five'><meta name=viewport content=width><meta name=x>"
    )
    assert named(head) == (
        *("og:type=article", "generator=discourse"),
        *(f"og:site_name={word}" for word in ("one", "two", "three", "four")),
    )


def test_classes_of_html_and_body() -> None:
    """The words in the classes of the outermost elements are names."""
    html = "<html class=no-js><body class='single-post wide'><p>x</body></html>"
    assert name_page(parse(html), None) == ("body=no", "body=js", "body=single", "body=post", "body=wide")


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("https://www.example.org/", ("//0", "/=", ".www", ".org")),
        ("https://forum.example.com/threads/old-ferry-77", ("/threads", "//2", "/-2", "/#", ".forum", ".com")),
        ("https://example.de/2024/05/name", ("/#", "//3", "/-0", ".example", ".de")),
        ("/relative/page", ("/relative", "//2", "/-0", ".")),
    ],
)
def test_words_of_the_address(url: str, names: tuple[str, ...]) -> None:
    """Folders, depth, hyphens, numbers and both ends of the host are names."""
    assert named(url=url) == names


@pytest.mark.parametrize("url", [None, "", "http://[", "http://[::1", "//[x]/"])
def test_addresses_that_say_nothing(url: str | None) -> None:
    """No address, and one that cannot be read, give no names."""
    assert named(url=url) == ()


@given(st.text(st.characters(codec=None)))
def test_any_address_is_taken(url: str) -> None:
    """Any text at all in the place of an address gives at most forty names."""
    assert len(named(url=url)) <= 40


def test_names_are_few_and_once_each() -> None:
    """Of a page that says a hundred things the first forty are taken, none twice."""
    types = ",".join(f'{{"@type": "T{at % 90}"}}' for at in range(200))
    found = named(f"<script type=application/ld+json>[{types}]</script>", "https://example.org/a/b")
    assert len(found) == len(set(found)) == 40
