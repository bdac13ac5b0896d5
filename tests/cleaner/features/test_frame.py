"""Elements that hold blocks, and their levels."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scraper.cleaner.features.frame import LEVELS, Frame, frame
from scraper.cleaner.parse import parse
from scraper.cleaner.split import split
from scraper.model.segment import Block
from scraper.model.tree import Tree
from tests.cleaner.pages import EN, page, paragraphs


def framed(html: str) -> tuple[Tree, list[Block], Frame]:
    tree = parse(html)
    blocks = split(tree)
    return tree, blocks, frame(tree, blocks)


def tags_of(html: str, block: int) -> list[str]:
    """Return the tag of a block's element at each level."""
    tree, _, around = framed(html)
    return [tree.tags[around.nodes[row]] for row in around.levels[block].tolist()]


nested = st.recursive(
    st.sampled_from(("<p>text</p>", "loose", "<li>item", "<h2>head</h2>", "<br>", "<hr>")),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(("div", "section", "ul", "span", "blockquote")),
        st.lists(inner, max_size=4),
    ),
    max_leaves=20,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(nested)
def test_ranges_hold_exactly_the_blocks_inside(body: str) -> None:
    """The range of every element holds the blocks in its subtree and no others, and the first row holds all."""
    tree, blocks, around = framed(page(f"<p>one</p>{body}"))
    for node, first, end in zip(around.nodes, around.first.tolist(), around.end.tolist(), strict=True):
        inside = [index for index, block in enumerate(blocks) if node <= block.node < tree.ends[node]]
        assert inside == list(range(first, end))
    assert (around.first[0], around.end[0]) == (0, len(blocks))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(nested)
def test_each_level_holds_more_until_the_page(body: str) -> None:
    """A level holds the block and more blocks than the one before, until the page, which repeats."""
    _, blocks, around = framed(page(f"<p>one</p>{body}"))
    held = (around.end - around.first)[around.levels]
    index = np.arange(len(blocks))[:, None]
    assert ((around.first[around.levels] <= index) & (index < around.end[around.levels])).all()
    grows = held[:, 1:] > held[:, :-1]
    assert (grows | (around.levels[:, 1:] == 0)).all()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(nested)
def test_branches_are_wrappers_of_the_same_blocks(body: str) -> None:
    """The branch at a level holds what the level holds, and its parent is the next level."""
    _, _, around = framed(page(f"<p>one</p>{body}"))
    parents = np.array(around.parents)
    for column in range(LEVELS - 1):
        level, branch = around.levels[:, column], around.branches[:, column]
        assert (around.first[level] == around.first[branch]).all()
        assert (around.end[level] == around.end[branch]).all()
        assert ((parents[branch] == around.levels[:, column + 1]) | (branch == 0)).all()


def test_parents_stand_before_children() -> None:
    """Elements come in document order, each after the one around it; the first is the root and its own parent."""
    tree, _, around = framed(page(f"<main><div>{paragraphs(*EN)}</div></main><aside><p>x</p></aside>"))
    assert around.nodes == sorted(around.nodes)
    assert (around.nodes[0], around.parents[0]) == (0, 0)
    for row, parent in enumerate(around.parents[1:], 1):
        assert parent < row
        assert around.nodes[parent] == tree.parents[around.nodes[row]]


def test_rows_are_the_blocks_own_elements() -> None:
    """The row of a block is that of the element it stands in."""
    _, blocks, around = framed(page("loose<div>a<p>b</p>c</div>"))
    assert [around.nodes[row] for row in around.rows.tolist()] == [block.node for block in blocks]


def test_wrappers_are_no_levels() -> None:
    """An element that holds nothing more than the one inside it is passed over."""
    html = page(f"<main><section><div><div><p>x</p></div></div><p>y</p></section>{paragraphs(*EN)}</main><p>z")
    assert tags_of(html, 0) == ["p", "section", "main", "body", "html"]


@pytest.mark.parametrize("html", ["x", "<p>x", page("<div><div><p>x</p></div></div>")])
def test_page_of_one_block(html: str) -> None:
    """On a page of one block every level after its own element is the page."""
    _, _, around = framed(html)
    assert around.levels.shape == (1, LEVELS)
    assert around.levels[0, 1:].tolist() == [0] * (LEVELS - 1)
    assert set(around.end.tolist()) == {1}
