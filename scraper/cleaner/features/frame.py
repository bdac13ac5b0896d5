"""The elements that hold a page's blocks, as columns: which blocks each holds, and which element really grows by more.

Most elements are wrappers: they hold exactly what the one inside them holds. What tells is the next element outwards
that holds more, and the one after it; these are the levels of a block.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scraper.model.segment import Block
from scraper.model.tree import Tree

Integers = NDArray[np.int64]
LEVELS = 5
"""Levels looked at: the block's own element and four growing ones around it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Elements that hold blocks, one row each, outer ones first; row 0 holds the whole page."""

    nodes: list[int]
    """Index in the tree of each row's element, ascending."""
    parents: list[int]
    """Row of each element's parent; row 0 is its own."""
    above: Integers
    """The same as an array."""
    rows: Integers
    """Row of each block's own element, shape (blocks,)."""
    first: Integers
    """First block of each row, shape (rows,)."""
    end: Integers
    """One past the last block of each row, shape (rows,)."""
    levels: Integers
    """Row of each block's element at each level, shape (blocks, LEVELS); the page repeats where there are no more."""
    branches: Integers
    """Row of the outermost wrapper at each level: the child by which the next level holds the block, same shape."""


def frame(tree: Tree, blocks: Sequence[Block]) -> Frame:
    """Return the frame of a page that has at least one block."""
    nodes = _holding(tree, blocks)
    row_of = {node: row for row, node in enumerate(nodes)}
    # The parent of the root, -1, is no row; the root becomes its own parent.
    parents = [row_of.get(tree.parents[node], 0) for node in nodes]
    held = [block.node for block in blocks]
    rows = np.array([row_of[node] for node in held])
    first, end = _ranges(tree, nodes, np.array(held))
    above = np.array(parents)
    outermost = _outermost(above, (first == first[above]) & (end == end[above]))
    wider = above[outermost]
    levels = np.empty((len(blocks), LEVELS), dtype=np.int64)
    levels[:, 0] = rows
    for column in range(1, LEVELS):
        levels[:, column] = wider[levels[:, column - 1]]
    return Frame(nodes, parents, above, rows, first, end, levels, outermost[levels])


def _holding(tree: Tree, blocks: Sequence[Block]) -> list[int]:
    """Return the elements that hold blocks, themselves or further in, ascending."""
    found: set[int] = set()
    for block in blocks:
        node = block.node
        while node >= 0 and node not in found:
            found.add(node)
            node = tree.parents[node]
    return sorted(found)


def _ranges(tree: Tree, nodes: Sequence[int], held: Integers) -> tuple[Integers, Integers]:
    """Return first block and end of each row; the blocks of an element follow one another, as their text does."""
    order = np.argsort(held, kind="stable")
    inside = np.sort(held)
    low = np.searchsorted(inside, nodes)
    high = np.searchsorted(inside, [tree.ends[node] for node in nodes])
    # Of the blocks in document order of their elements, those of each row; one more at the end for the last slice.
    slices = np.stack([low, high], axis=1).ravel()
    first = np.minimum.reduceat(np.append(order, len(order)), slices)[::2]
    return first, first + high - low


def _outermost(parents: Integers, same: NDArray[np.bool_]) -> Integers:
    """Return for each row the last one outwards that holds the same blocks, by doubling the step until none moves."""
    outer = np.where(same, parents, np.arange(len(parents)))
    while True:
        further = outer[outer]
        if (further == outer).all():
            return outer
        outer = further
