"""The text of a page cut into blocks: in page order, losing nothing, gluing nothing."""

from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.parse import parse
from scraper.cleaner.split import DISPLAY, HANDLERS, Display
from scraper.model.segment import Block, Kind
from tests.cleaner.markup import BODIES, Markup, dropped, hidden, visible
from tests.cleaner.pages import AR, DE, EN, RU, ZH, blocks_of, page, paragraphs, texts_of

MANY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def finds_itself(html: str, block: Block) -> bool:
    """Whether the path of a block finds one element, and all of the block's characters stand in it in order."""
    found = LexborHTMLParser(html).css(block.path)
    inside = iter("".join(found[0].text().split())) if len(found) == 1 else iter("")
    return all(char in inside for char in "".join(block.text.split()))


@MANY
@given(BODIES)
def test_visible_words_are_all_there_in_order(markup: Markup) -> None:
    """The visible blocks, put one behind the other, are the page's visible words: none lost, added, moved or glued."""
    assert " ".join(block.text for block in blocks_of(page(markup.html)) if not block.hidden).split() == visible(markup)


@MANY
@given(BODIES)
def test_hidden_words_are_kept_and_marked(markup: Markup) -> None:
    """Every word the markup hides stands in a block that is marked hidden."""
    texts = [block.text for block in blocks_of(page(markup.html)) if block.hidden]
    assert [word for word in hidden(markup) if not any(word in text for text in texts)] == []


@MANY
@given(BODIES)
def test_what_is_no_text_is_in_no_block(markup: Markup) -> None:
    """Words of scripts, styles, drawings and inert templates are nowhere."""
    texts = texts_of(page(markup.html))
    assert [word for word in dropped(markup) if any(word in text for text in texts)] == []


@MANY
@given(BODIES)
def test_every_path_finds_the_element_of_its_block(markup: Markup) -> None:
    """The CSS path of every block finds exactly one element of the page, and the block's text is in it."""
    html = page(markup.html)
    assert [block for block in blocks_of(html) if not finds_itself(html, block)] == []


@MANY
@given(BODIES)
def test_no_block_is_empty(markup: Markup) -> None:
    """White space alone makes no block."""
    assert all(text.strip() for text in texts_of(page(markup.html)))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>eins<p>zwei", ["eins", "zwei"]),
        ("direkt<p>Absatz</p>danach", ["direkt", "Absatz", "danach"]),
        ("<div>прямо<div>внутри</div>снова</div>", ["прямо", "внутри", "снова"]),
        ("<ul><li>一<li>二<ul><li>三</ul>四</ul>", ["一", "二", "三", "四"]),
        ("<dl><dt>ωμέγα<dd>τελευταίο γράμμα<dd>μέγα</dl>", ["ωμέγα", "τελευταίο γράμμα", "μέγα"]),
        ("<details><summary>More</summary>the rest</details>end", ["More", "the rest", "end"]),
        ("<table><caption>Preise</caption><tr><td>a<p>b</table>", ["Preise", "a", "b"]),
        ("<figure><img><figcaption>Il porto <cite>Ansa</cite></figcaption></figure>", ["Il porto Ansa"]),
        ("<button>Ja</button><button>Nein</button>", ["Ja", "Nein"]),
        ("<form><p><label>Votre nom</label><input></p><button>Envoyer</button></form>", ["Votre nom", "Envoyer"]),
        ("<fieldset><legend>Wer</legend><textarea>ich</textarea></fieldset>", ["Wer", "ich"]),
        ("<select><option>kwiecień<option>maj</select>", ["kwiecień\nmaj"]),
        ("<p><ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>です", ["漢かん字じです"]),
        ("<p>re<b>d</b>den<i>, ja</i>", ["redden, ja"]),
        ("<address>Calle 3<br>Lima</address>", ["Calle 3\nLima"]),
        ("<hr>vor<hr>nach<hr>", ["vor", "nach"]),
        ("<table>stray<tr><td>cell<p>s</p></table>", ["stray", "cell", "s"]),
        ("<a href=/1><h3>Kop</h3><p>tekst</p></a>na", ["Kop", "tekst", "na"]),
        ("a<title>no</title>b", ["ab"]),
        ("<math><mi>x</mi><mo>=</mo><mn>1</mn></math>", ["x=1"]),
        ("<p> &nbsp; <p>\u200b<p>&shy;<p>x", ["x"]),
        ("<p>half\u00ading \n\t word", ["half\u00ading word"]),
    ],
)
def test_a_block_ends_where_a_reader_sees_it_end(body: str, expected: list[str]) -> None:
    """Block elements end a block, inline elements do not, and white space alone makes none."""
    assert texts_of(page(body)) == expected


@pytest.mark.parametrize("gap", ["<br><br>", "<br/> <br />", "<br>\n<b></b><br><br>", "<br><!-- x --><br>"])
def test_double_breaks_part_paragraphs(gap: str) -> None:
    """A page that stands in one element is cut at double line breaks."""
    stories = [*EN, *DE, *RU, *ZH, *AR]
    assert texts_of(page(f"<div>{gap.join(stories)}{gap}</div>")) == stories


def test_single_breaks_part_long_lines_only() -> None:
    """One line break parts lines that are paragraphs by length, and keeps the lines of a verse together."""
    assert texts_of(page(f"<div>{'<br>'.join(EN)}</div>")) == list(EN)
    assert texts_of(page("<div>Rain on the roof,<br>rain on the sea,<br>none for me.</div>")) == [
        "Rain on the roof,\nrain on the sea,\nnone for me."
    ]


@pytest.mark.parametrize(
    "links",
    [
        '<a href="/a">eins</a><a href="/b">zwei</a>',
        '<a href="/a"><b>eins</b></a><a href="/b"><i>zwei</i></a>',
        '<span><a href="/a">eins</a></span><span><a href="/b">zwei</a></span>',
        '<a href="/a">eins</a><!-- | --><a href="/b">zwei</a>',
        '<a href="/a">eins<a href="/b">zwei',
        '<a href="/a">eins</a><img><a href="/b">zwei</a>',
    ],
)
def test_words_of_neighbouring_links_are_never_glued(links: str) -> None:
    """A space stands between two links even where the markup has none."""
    assert texts_of(page(f"<div>{links}</div>")) == ["eins zwei"]


def test_links_are_counted() -> None:
    """A block knows how many links it holds and how many of its characters stand in them."""
    block = blocks_of(page('<p>Sieh <a href="/a">die alte Mühle</a> und <a href="/b">das Haus</a>, bitte.'))[0]
    assert (block.links, block.link_chars) == (2, len("diealteMühledasHaus"))


@pytest.mark.parametrize(
    "body",
    [
        "<p hidden>{}</p>",
        "<p hidden=until-found>{}</p>",
        '<div style="color: red; display: none"><p>{}</p></div>',
        '<div style="VISIBILITY:HIDDEN"><ul><li>{}</li></ul></div>',
        "<dialog>{}</dialog>",
        "<video>{}</video>",
        "<canvas><p>{}</p></canvas>",
        "<object>{}</object>",
        "<p>seen</p><noscript>{}</noscript>",
        "<p>seen</p><noscript><p>{}</p></noscript>",
        "<p>seen <span hidden>{}</span> also seen</p>",
        "<ul hidden><li>{}</ul>",
    ],
)
def test_hidden_text_is_kept_and_marked(body: str) -> None:
    """What the markup hides, or keeps for browsers that fail, is a block marked hidden, and the rest is not."""
    text = "скрытый текст"
    found = {block.text: block.hidden for block in blocks_of(page(body.format(text) + "<p>visible</p>"))}
    assert found[text]
    assert not found["visible"]
    assert not found.get("seen", False)


@pytest.mark.parametrize(
    "body",
    [
        "<dialog open>{}</dialog>",
        '<p style="display:block">{}</p>',
        '<p style="overflow:hidden">{}</p>',
        '<p aria-hidden="true">{}</p>',
        '<p class="hidden">{}</p>',
        "<details><p>{}</p></details>",
    ],
)
def test_seen_text_is_not_marked(body: str) -> None:
    """An open dialog, a folded section and what only sounds hidden are not marked."""
    assert [(block.text, block.hidden) for block in blocks_of(page(body.format("текст")))] == [("текст", False)]


def test_hidden_words_inside_a_line_follow_it() -> None:
    """A visible line stays in one piece, and what is hidden in it comes right behind."""
    found = blocks_of(page("<p>Price: <s hidden>old 20</s> 15 euros</p><p>next</p>"))
    assert [(block.text, block.hidden) for block in found] == [
        ("Price: 15 euros", False),
        ("old 20", True),
        ("next", False),
    ]


def test_noscript_that_repeats_the_page_is_dropped() -> None:
    """Fallback text is kept unless its words stand on the page anyway."""
    html = page(f"<p>{DE[0]}</p><noscript><p>{DE[0]}</p><p>Bitte JavaScript einschalten</p></noscript>")
    assert texts_of(html) == [DE[0], "Bitte JavaScript einschalten"]


def test_noscript_before_the_text_it_repeats_is_dropped() -> None:
    """The order in which text and fallback stand makes no difference."""
    assert texts_of(page(f"<div><noscript>{RU[0]}</noscript></div><p>{RU[0]}</p>")) == [RU[0]]


def test_shadow_content_is_text() -> None:
    """A declarative shadow root is cut like the page around it, with the path of its host."""
    html = page('<x-card id="c"><template shadowrootmode="open"><p>wet</p><p>cold</p></template>light</x-card>')
    blocks = blocks_of(html)
    assert [block.text for block in blocks] == ["wet", "cold", "light"]
    assert [LexborHTMLParser(html).css(block.path)[0].id for block in blocks] == ["c", "c", "c"]


def test_template_is_no_text() -> None:
    """An inert template is no text of the page."""
    assert texts_of(page("<p>a</p><template><p>not yet</p></template><p>b</p>")) == ["a", "b"]


def test_head_is_no_text() -> None:
    """Title, styles and fallback of the head are not on the page."""
    assert texts_of(page("<p>x</p>", "<title>T</title><style>p{}</style><noscript><style>q{}</style></noscript>")) == [
        "x"
    ]


def test_row_of_a_table_is_one_block() -> None:
    """Each plain row is one block, in page order, with the captions and headings around it."""
    html = page(
        "<table><caption>Pegel</caption><thead><tr><th>Ort<th>cm</thead>"
        "<tbody><tr><td>Köln<td>812<tr><td>Bonn<td>790</tbody><tfoot><tr><td>Mittel<td>801</tfoot></table>"
    )
    blocks = blocks_of(html)
    assert [block.text.split() for block in blocks] == [
        ["Pegel"],
        ["Ort", "cm"],
        ["Köln", "812"],
        ["Bonn", "790"],
        ["Mittel", "801"],
    ]
    assert [block.kind for block in blocks] == [Kind.CAPTION, *[Kind.TABLE_ROW] * 4]


def test_table_that_lays_out_a_page_is_cut_by_cell() -> None:
    """Cells that hold blocks or long text are blocks of their own."""
    html = page(f"<table><tr><td><p>Menü</p></td><td>{paragraphs(*EN)}</td><td>{' '.join(DE * 2)}</td></tr></table>")
    assert texts_of(html) == ["Menü", *EN, " ".join(DE * 2)]


def test_preformatted_text_keeps_its_lines() -> None:
    """White space inside a pre element counts, and blank lines around it do not."""
    assert texts_of(page("<pre>\n\ndef f():\n    return  1   \n\n</pre>")) == ["def f():\n    return  1"]


def test_foreign_tags_are_inline() -> None:
    """A tag nobody knows neither loses nor parts text, and its path still finds it."""
    html = page("<div><o:p>wo</o:p><my-tag>rd</my-tag></div><x:y.z>odd</x:y.z>")
    assert texts_of(html) == ["word", "odd"]
    assert all(finds_itself(html, block) for block in blocks_of(html))


def test_page_without_text_has_no_blocks() -> None:
    """Markup without text, and no markup at all, give no blocks."""
    assert blocks_of("") == []
    assert blocks_of(page("<div><img alt='x'><input value='y'><br></div>", "<title>t</title>")) == []


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 10_000 + "bottom",
        "<b>" * 3_000 + "bottom",
        "<table><tr><td>" * 500 + "bottom",
        "<p>x" * 20_000 + "bottom",
        "<p>" + "word <a href=/x>link</a> " * 20_000 + "bottom",
        "<p>" + "a<br>" * 20_000 + "bottom",
        "<p>" + "a<i hidden>h</i>" * 10_000 + "bottom",
        "<ul>" + "<li>" * 20_000 + "bottom",
    ],
    ids=["divs", "formatting", "tables", "paragraphs", "links", "breaks", "hidden", "items"],
)
def test_time_grows_with_the_page(markup: str) -> None:
    """Ten thousand of anything, nested or in a row, take seconds and lose nothing."""
    start = perf_counter()
    assert "bottom" in " ".join(texts_of(markup))
    assert perf_counter() - start < 10


def test_every_display_has_a_handler() -> None:
    """The tables agree: each display that a tag can have is handled, and no handler is idle."""
    assert set(HANDLERS) == set(Display) == set(DISPLAY.values())


@MANY
@given(BODIES)
def test_blocks_name_their_texts(markup: Markup) -> None:
    """The text nodes that a block names hold its words, and each node is of one block only."""
    html = page(markup.html)
    texts, blocks = parse(html).texts, blocks_of(html)
    assert [b for b in blocks if "".join("".join(texts[n] for n in b.texts).split()) != "".join(b.text.split())] == []
    named = [node for block in blocks for node in block.texts]
    assert len(named) == len(set(named))
