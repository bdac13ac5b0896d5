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
    parents = [row_of.get(tree.parents[node], 0) for node in nodes]
    rows = [row_of[block.node] for block in blocks]
    first, end = _ranges(rows, parents)
    wider, outermost = _growth(parents, first, end)
    levels = np.empty((len(blocks), LEVELS), dtype=np.int64)
    branches = np.empty_like(levels)
    level, wider_rows, outer = np.array(rows), np.array(wider), np.array(outermost)
    for column in range(LEVELS):
        levels[:, column] = level
        branches[:, column] = outer[level]
        level = wider_rows[level]
    return Frame(nodes, parents, np.array(rows), np.array(first), np.array(end), levels, branches)


def _holding(tree: Tree, blocks: Sequence[Block]) -> list[int]:
    """Return the elements that hold blocks, themselves or further in, ascending."""
    found: set[int] = set()
    for block in blocks:
        node = block.node
        while node >= 0 and node not in found:
            found.add(node)
            node = tree.parents[node]
    return sorted(found)


def _ranges(rows: Sequence[int], parents: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return first block and end of each row; the blocks of an element follow one another, as their text does."""
    first, end = [len(rows)] * len(parents), [0] * len(parents)
    for block, row in enumerate(rows):
        first[row] = min(first[row], block)
        end[row] = block + 1
    for row in range(len(parents) - 1, 0, -1):
        parent = parents[row]
        first[parent] = min(first[parent], first[row])
        end[parent] = max(end[parent], end[row])
    return first, end


def _growth(parents: Sequence[int], first: Sequence[int], end: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return for each row the nearest one outwards that holds more blocks, and the last one that holds the same."""
    wider, outermost = [0] * len(parents), list(range(len(parents)))
    for row in range(1, len(parents)):
        parent = parents[row]
        if first[parent] == first[row] and end[parent] == end[row]:
            wider[row], outermost[row] = wider[parent], outermost[parent]
        else:
            wider[row] = parent
    return wider, outermost
