"""Markup to a tree of flat columns."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scraper.cleaner.parse import metas, parse, programs, select, style_sheets
from scraper.model.tree import TEXT, Tree


def text_of(markup: str) -> str:
    tree = parse(markup)
    return tree.text(0)


def tags_of(markup: str) -> list[str]:
    return parse(markup).tags


def test_missing_elements_are_added() -> None:
    """Markup without html, head and body gets them, as in a browser."""
    assert tags_of("<p>x") == ["html", "head", "body", "p", TEXT]


def test_attributes_keep_order_and_empty_values() -> None:
    """Attributes are found by lower-case name, and one without a value maps to None."""
    tree = parse('<p CLASS="Lead" hidden title="">x</p>')
    attributes = tree.attributes[tree.tags.index("p")]
    assert attributes["class"] == "Lead"
    assert attributes["hidden"] is None
    assert not attributes["title"]


def test_entities_are_resolved() -> None:
    """Named and numbered entities come out as the characters they stand for."""
    assert text_of("<p>caf&eacute; &#x6c34;&#27700; &lt;b&gt; &amp;amp; &unknown;") == "café 水水 <b> &amp; &unknown;"


@pytest.mark.parametrize(
    "markup",
    [
        "<p>in<!-- gone --></p>",
        "<p>in<style>gone { }</style></p>",
        "<p>in<script>gone()</script></p>",
        "<p>in<svg><text>gone</text></svg></p>",
        "<p>in<template><b>gone</b></template></p>",
        "<p>in<iframe>gone</iframe></p>",
        '<p>in<script type="module">gone()</script></p>',
        "<![CDATA[gone]]><p>in</p>",
        "<?xml gone ?><p>in</p>",
    ],
)
def test_what_can_never_be_text_is_left_out(markup: str) -> None:
    """Comments, styles, scripts, SVG, frames and inert templates give no text nodes."""
    assert text_of(markup) == "in"


def test_data_scripts_are_kept() -> None:
    """A script that holds JSON stays readable, for the metadata."""
    assert text_of('<script type="application/LD+json">{"a": "<b>"}</script>') == '{"a": "<b>"}'


def test_declarative_shadow_roots_are_read() -> None:
    """What stands in a declarative shadow root is part of the tree, nested ones included."""
    inner = '<i><template shadowrootmode="closed">deep</template></i>'
    assert text_of(f'<div><template shadowrootmode="open"><p>open </p>{inner}</template></div>') == "open deep"


def test_noscript_is_read_as_markup() -> None:
    """Elements inside noscript are elements, as for a browser without scripts."""
    assert "em" in tags_of("<body><noscript><p>a <em>b</em></p></noscript>")


def test_lone_surrogates_become_question_marks() -> None:
    """Characters that UTF-8 cannot hold are replaced and the rest is kept."""
    assert text_of("<p>a\ud800b") == "a?b"


def test_text_after_the_body_is_kept() -> None:
    """Text behind the closing tags still belongs to the page."""
    assert text_of("<body><p>a</p></body></html> late") == "a late"


def test_deep_nesting_is_read() -> None:
    """Ten thousand elements inside each other are read without exhausting the stack."""
    tree = parse("<div>" * 10_000 + "bottom")
    assert tree.tags.count("div") == 10_000
    assert tree.text(0) == "bottom"


def well_formed(tree: Tree) -> bool:
    count = len(tree.tags)
    columns = {len(tree.parents), len(tree.ends), len(tree.texts), len(tree.attributes)}
    ordered = all(parent < node for node, parent in enumerate(tree.parents))
    nested = all(tree.ends[node] <= tree.ends[parent] for node, parent in enumerate(tree.parents) if parent >= 0)
    return columns == {count} and ordered and nested and tree.ends[0] == count and tree.parents[0] == -1


@given(st.text() | st.text(alphabet="<>/!-=\"' abdiptr&;\0\ud800漢ع"))
@example("")
@example("<!--")
@example("<a <b>>x</a")
def test_any_string_gives_a_tree(markup: str) -> None:
    """Whatever the string, the columns are of one length and every subtree lies inside its parent's."""
    assert well_formed(parse(markup))


def test_deep_nesting_is_laid_flat() -> None:
    """Elements nested deeper than browsers nest stand beside each other, their text still in order."""
    tree = parse("".join(f"<div>{number} " for number in range(2000)) + '<script type="a/json">{"hidden": 1}</script>')
    depth = [0] * len(tree.tags)
    for node in range(1, len(tree.tags)):
        depth[node] = depth[tree.parents[node]] + 1
    assert max(depth) < 520
    assert tree.text(0) == " ".join(map(str, range(2000)))


MIXED = "<svg><p>no</p></svg><p class=a>x<b>y</b><script>run()</script><template><p class=a>t</template><p class=a>z"


def test_selectors_find_nodes_of_the_tree() -> None:
    """A selector gives the indices of its elements in the tree, several selectors at once, one element for many."""
    tags, nodes = tags_of(MIXED), select(MIXED, ["p.a", "b", "p > b, p.a:last-child", "table"])
    assert [[tags[node] for node in found] for found in nodes] == [["p", "p"], ["b"], ["b", "p"], []]
    assert nodes[0][1] == nodes[2][1]


@pytest.mark.parametrize("selector", ["", "p[", "p::before", "a,,b", "p:nothing"])
def test_what_is_no_selector_is_refused(selector: str) -> None:
    """A selector that cannot be read is a ValueError that quotes it."""
    with pytest.raises(ValueError, match="is no CSS selector"):
        select("<p>x", [selector])


def test_programs_are_given_apart() -> None:
    """The text of a program is not in the tree, but is to be had by the index of its element; data is the opposite."""
    markup = '<script type="application/json">{"a": 1}</script>' + MIXED
    found = programs(markup)
    assert list(found.values()) == ["run()"]
    assert [tags_of(markup)[node] for node in found] == ["script"]
    assert "run()" not in text_of(markup)


def test_paths_beside_programs_are_right() -> None:
    """Programs count as siblings, so that the path of a data script is valid on the page."""
    tree = parse("<body><script>run()</script><script type=application/json>1</script>")
    assert [tree.tags[node] for node in tree.find("script")] == ["script", "script"]


@given(st.text())
def test_a_page_cannot_forge_marks(markup: str) -> None:
    """Whatever attributes a page writes, none of its elements counts as selected or as a program."""
    assert select(f"<p our mark='0 0' {markup}>", ["table.no-such"]) == [[]]


def test_style_sheets_come_with_their_media() -> None:
    """Every style sheet inside the page is found with its media, in order."""
    html = "<style>a{}</style><p>x<style media=print>b{}</style><template><style>c{}</style></template>"
    assert style_sheets(html) == [("", "a{}"), ("print", "b{}")]
    assert style_sheets("") == []


def test_metas_are_read_alone() -> None:
    """Names and contents of `meta` elements come in document order, those without either left out."""
    markup = '<meta charset="utf-8"><meta NAME="a" content="1"><p><meta name="b" content=""><meta name="c">'
    assert metas(markup) == [("a", "1"), ("b", "")]
