"""Where a block stands: how much text, links and likeness there is in the elements around it, level by level."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.features.frame import LEVELS, Frame
from scraper.cleaner.features.shape import Numbers, Table, columns_of
from scraper.model.tree import Tree

Floats = NDArray[np.float64]

_TOLL = 12.0
"""Characters that a block of no running text takes off the story's element."""
_LANDMARKS = ("nav", "header", "footer", "aside", "form", "article", "main", "table", "li", "figure", "a", "button")
_OTHERS = ("noscript", "blockquote", "pre", "dl", "section", "label", "dialog", "select", "details", "h1", "h2", "h3")
_BITS: Mapping[str, int] = {tag: 1 << bit for bit, tag in enumerate((*_LANDMARKS, *_OTHERS))}
_AT_LEVEL = ("blocks", "size", "linked", "running", "sentences", "per_block", "alike", "of_wider")
_PLACES = ("index", "from_end", "text_before", "depth", "in_story", "before_story", "after_story")
_STORY = (
    "story_share",
    "story_distance",
    "between_running",
    "running_before",
    "running_after",
    "blocks_log",
    "size_log",
)
_PAGE = ("running_share", "linked_share", "hidden_share", "since_running", "till_running")

NAMES = (
    *(f"{name}_{level}" for level in range(LEVELS) for name in _AT_LEVEL),
    *_PLACES,
    *_STORY,
    *_PAGE,
    *(f"in_{tag}" for tag in _BITS),
)
"""What each column is."""


def measure_structure(tree: Tree, around: Frame, facts: Table, hidden: NDArray[np.bool_]) -> Numbers:
    """Return one row a block, one column a name."""
    base = _base(facts)
    sums = np.concatenate([np.zeros((1, base.shape[1])), np.cumsum(base, axis=0)])
    rows = sums[around.end] - sums[around.first]
    alike = _alike(tree, around)
    story = _story(around, facts)
    table = np.empty((len(base), len(NAMES)), dtype=np.float32)
    beside = LEVELS * len(_AT_LEVEL)
    table[:, :beside] = _levels(around, rows, alike)
    for column, values in enumerate([*_places(around, base, story), *_page(base, hidden)], beside):
        table[:, column] = values
    table[:, -len(_BITS) :] = _inside(tree, around)
    return table


def _base(facts: Table) -> Floats:
    """Return what is summed up, one row a block: one, size, linked size, running size, sentences."""
    size, sentences, linked, reads = columns_of(facts)
    return np.stack([np.ones(len(size)), size, size * linked, size * reads, sentences], axis=1)


def _levels(around: Frame, rows: Floats, alike: Floats) -> Floats:
    """Return the columns of every level side by side, shape (blocks, levels x names)."""
    # Worked out once a row, then handed to the blocks: levels are rows, and a page has fewer rows than places.
    size = np.maximum(1.0, rows[:, 1])
    known = np.stack(
        [
            np.log1p(rows[:, 0]),
            rows[:, 1] / max(1.0, rows[0, 1]),
            rows[:, 2] / size,
            rows[:, 3] / size,
            rows[:, 4] / size * 50,
            np.log1p(rows[:, 1] / rows[:, 0]),
        ],
        axis=1,
    )
    wider = around.levels[:, [*range(1, LEVELS), LEVELS - 1]]
    found = np.empty((*around.levels.shape, len(_AT_LEVEL)))
    found[:, :, :-2] = known[around.levels]
    found[:, :, -2] = np.log1p(alike)[around.branches]
    found[:, :, -1] = rows[:, 1][around.levels] / size[wider]
    return found.reshape(len(found), -1)


def _alike(tree: Tree, around: Frame) -> Floats:
    """Return for each row how many brothers it has with the same tag and class."""
    tags, attributes = tree.tags, tree.attributes
    signs = [
        (parent, tags[node], attributes[node].get("class"))
        for parent, node in zip(around.parents, around.nodes, strict=True)
    ]
    number: dict[tuple[int, str, str | None], int] = {}
    kinds = [number.setdefault(sign, len(number)) for sign in signs]
    return np.bincount(kinds).take(kinds).astype(np.float64) - 1


def _story(around: Frame, facts: Table) -> int:
    """Return the row of the element with the most running text, less a toll for all else; of equals the innermost."""
    size, _, linked, reads = columns_of(facts)
    worths = np.where(reads > 0, size * (1 - linked), -_TOLL * (1 + linked))
    sums = np.concatenate([[0.0], np.cumsum(worths)])
    held = sums[around.end] - sums[around.first]
    return int(len(held) - 1 - held[::-1].argmax())


def _places(around: Frame, base: Floats, story: int) -> list[Floats]:
    """Return where each block stands on the page and relative to the story's element."""
    number = len(base)
    index = np.arange(number)
    before = np.cumsum(base[:, 1]) - base[:, 1]
    first, end = int(around.first[story]), int(around.end[story])
    running = np.flatnonzero((base[:, 3] > 0) & (index >= first) & (index < end))
    low, high = (int(running[0]), int(running[-1])) if len(running) else (first, end - 1)
    depths = _depths(around)
    held = (index >= first) & (index < end)
    size = float(base[:, 1].sum())
    return [
        index / number,
        1 - np.minimum(1.0, (number - index) / 40),
        before / max(1.0, size),
        depths[around.rows] / 20,
        held.astype(float),
        (index < first).astype(float),
        (index >= end).astype(float),
        np.full(number, base[first:end, 1].sum() / max(1.0, size)),
        np.minimum(5.0, np.log1p(np.maximum(low - index, 0) + np.maximum(index - high, 0))),
        ((index >= low) & (index <= high)).astype(float),
        np.minimum(1.0, (np.cumsum(base[:, 3]) - base[:, 3]) / 2000),
        np.minimum(1.0, (base[::-1, 3].cumsum()[::-1] - base[:, 3]) / 2000),
        np.full(number, np.log1p(number) / 8),
        np.full(number, np.log1p(size) / 12),
    ]


def _depths(around: Frame) -> Floats:
    """Return how deep each row stands among the rows."""
    depths = [0] * len(around.parents)
    for row, parent in enumerate(around.parents[1:], 1):
        depths[row] = depths[parent] + 1
    return np.array(depths, dtype=np.float64)


def _page(base: Floats, hidden: NDArray[np.bool_]) -> list[Floats]:
    """Return what the page as a whole is like, and how far the next running text is on each side."""
    number, size = len(base), max(1.0, float(base[:, 1].sum()))
    index = np.arange(number)
    running = base[:, 3] > 0
    last = np.maximum.accumulate(np.where(running, index, -50))
    following = np.minimum.accumulate(np.where(running, index, number + 50)[::-1])[::-1]
    return [
        np.full(number, base[:, 3].sum() / size),
        np.full(number, base[:, 2].sum() / size),
        np.full(number, (base[:, 1] * hidden).sum() / size),
        np.minimum(50, index - last) / 25,
        np.minimum(50, following - index) / 25,
    ]


def _inside(tree: Tree, around: Frame) -> NDArray[np.int64]:
    """Return for each telling tag whether the block stands inside one, shape (blocks, tags)."""
    tags = tree.tags
    masks = [_BITS.get(tags[node], 0) for node in around.nodes]
    for row, parent in enumerate(around.parents):
        masks[row] |= masks[parent]
    of_rows = (np.array(masks, dtype=np.int64)[:, None] >> np.arange(len(_BITS))) & 1
    return of_rows.take(around.rows, axis=0)
