"""Embedded stories on whole pages."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import scraper
from scraper.model.document import Document
from scraper.model.segment import Role
from scraper.writer.record import encode
from tests.cleaner.embedded.shells import EN, STORIES, TITLE, data, dig, linked, page, program, shown, told

MENU = "<nav><a href=/a>News</a> <a href=/b>Harbour</a></nav><p>Loading</p>"


def record(markup: str) -> Document:
    found = scraper.clean(markup, "https://www.harbour.example/ferry")
    assert isinstance(found, Document), found
    return found


def places(story: tuple[str, ...]) -> dict[str, str]:
    """Return one page for each way of embedding a story."""
    text, html = "\n\n".join(story), "".join(f"<p>{paragraph}</p>" for paragraph in story)
    own = {"title": TITLE, "body": html}
    posts = "".join(f"<div itemprop=text>{paragraph}</div>" for paragraph in story)
    flight = json.dumps(f"1:T{len(html.encode()):x},{html}", ensure_ascii=False)
    return {
        "json-ld": page(MENU, linked({"@type": "NewsArticle", "headline": TITLE, "articleBody": text})),
        "state": page(MENU + data({"props": {"article": own}})),
        "state program": page(MENU + program(f"window.__INITIAL_STATE__ = {json.dumps({'a': own})};")),
        "state stream": page(program(f"self.__next_f.push([1,{flight}])"), title="x"),
        "state attribute": page(MENU + f"<div data-page='{json.dumps(own)}'></div>"),
        "noscript": page(f"<noscript>{posts}</noscript>"),
    }


@pytest.mark.parametrize("language", STORIES)
@pytest.mark.parametrize("place", places(EN))
def test_a_shell_tells_its_embedded_story(language: str, place: str) -> None:
    """In every language and wherever it is embedded, the story becomes the text, and the record says whence."""
    story = STORIES[language]
    found = record(places(story)[place])
    source = place.split(maxsplit=1)[0]
    assert found.text == "\n\n".join(story)
    assert found.because["text"] == source
    assert {s.reasons[0] for s in found.segments if s.role is Role.BODY} == {f"embedded:{source}"}
    assert all(segment.hidden for segment in found.segments if segment.role is Role.BODY)


@pytest.mark.parametrize("place", places(EN))
def test_a_page_that_shows_its_story_is_left_alone(place: str) -> None:
    """Where a reader sees running text enough, nothing is added and nothing is ruled."""
    markup = places(EN)[place].replace("<body>", f"<body>{shown()}")
    found = dig(markup)
    assert (found.source, found.rulings) == (None, {})
    assert "text" not in record(markup).because


def test_a_short_story_in_sight_is_not_told_twice() -> None:
    """A short page whose JSON-LD repeats what it shows is no shell."""
    markup = page("".join(f"<p>{text}</p>" for text in EN), linked({"@type": "Article", "articleBody": " ".join(EN)}))
    assert dig(markup).source is None


def test_the_headline_is_told_once() -> None:
    """The headline of the data is a title of its own, unless the page shows it already."""
    script = linked({"@type": "Article", "headline": TITLE, "articleBody": "\n\n".join(EN)})
    titles = [s for s in record(page(MENU, script)).segments if s.role is Role.TITLE]
    assert [(title.text, title.reasons[0]) for title in titles] == [(TITLE, "embedded:json-ld")]
    assert [b.text for b in dig(page(f"<h1>{TITLE}</h1>", script)).blocks].count(TITLE) == 1


def test_what_is_seen_stays_and_stands_in_page_order() -> None:
    """The blocks of the page are all still there, those of a script stand where the script stands."""
    found = dig(page(f"<p>Before</p>{data({'title': TITLE, 'text': ' '.join(EN * 2)})}<p>After</p>"))
    texts = [block.text for block in found.blocks]
    assert (texts[0], texts[-1]) == ("Before", "After")
    assert found.blocks[1].path == "html > body > script"


def test_a_page_without_any_visible_text_is_no_skip() -> None:
    """A page whose only text is embedded gives a document."""
    assert record(page("", linked({"@type": "Article", "articleBody": "\n".join(EN)}))).text


def test_a_shop_window_is_no_shell() -> None:
    """A list of other pages in the state is not taken for the page's story."""
    items = [{"name": f"Lamp {n}", "url": f"/lamp/{n}", "text": EN[n % 3] + str(n)} for n in range(20)]
    assert told(page(MENU, data({"title": TITLE, "products": items}))) == []


BROKEN = ['{"articleBody": "', "[" * 100_000, '{"a":' * 50_000, '"', "{", "\ud800", '{"a": "' + '\\"' * 100_000]


@pytest.mark.parametrize("text", BROKEN, ids=range(len(BROKEN)))
def test_broken_data_breaks_nothing(text: str) -> None:
    """Whatever stands in a script, there is a record and no failure."""
    scripts = f'<script type="application/ld+json">{text}</script><script type="application/json">{text}</script>'
    found = scraper.clean(page(f"<p>Hello</p>{scripts}<script>window.__STATE__={text}</script>"))
    assert isinstance(found, Document)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=60) | st.sampled_from([*EN, TITLE]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["title", "body", "text", "children", "type", "@type", "articleBody"]), inner)
    ),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None)
@given(value=JSON, kind=st.sampled_from(["application/json", "application/ld+json"]))
def test_nothing_visible_is_lost(value: object, kind: str) -> None:
    """For any data, every block of the page stays in its place, and the same bytes give the same record."""
    markup = page("<p>One</p><p>Two</p>" + data(value, kind))
    found = dig(markup)
    added = [block for block in found.blocks if block.text not in {"One", "Two"} or block.hidden]
    assert [block.text for block in found.blocks if block not in added] == ["One", "Two"]
    assert encode(record(markup)) == encode(record(markup))
