"""The element that holds the story: where running text outweighs everything else.

Every block is worth its size where it reads like story, and costs a fixed toll where it does not; the element with the
highest sum below it is as large as the story and no larger.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from scraper.cleaner.facts import Facts
from scraper.cleaner.view import View
from scraper.training.teacher.sizes import text_below

_TOLL = 12.0
_AROUND = 8
"""Blocks before and after the story in which its title and byline are looked for."""


@dataclass(frozen=True, slots=True)
class Story:
    """Where the story of a page stands."""

    node: int
    """Index of the element that holds it."""
    end: int
    """Index one past that element's subtree."""
    first: int
    """Its first block."""
    last: int
    """Its last block."""
    first_running: int
    """Its first block of running text."""
    last_running: int
    """Its last block of running text."""

    def holds(self, node: int) -> bool:
        """Whether an element stands in the story's element."""
        return self.node <= node < self.end

    def near(self, index: int) -> bool:
        """Whether a block is close enough to the story to carry its title or byline."""
        return self.first - _AROUND <= index <= self.last + _AROUND


def find_story(view: View, leads: Sequence[float]) -> Story | None:
    """Return where the story stands, None on a page without text.

    `leads` says of each block by how much log-odds body is ahead of the next role.
    """
    if not view.blocks:
        return None
    worths = [_worth(fact, lead) for fact, lead in zip(view.facts, leads, strict=True)]
    if max(worths) <= 0:
        worths = [fact.size * (1 - fact.linked) - _TOLL for fact in view.facts]
    sums = [0.0] * len(view.tree.tags)
    for block, worth in zip(view.blocks, worths, strict=True):
        sums[block.node] += worth
    for node in range(len(sums) - 1, 0, -1):
        if sums[node]:
            sums[view.tree.parents[node]] += sums[node]
    # Of equal sums the innermost element wins: it comes last. Elements without text hold no story.
    best = max((total, node) for node, (total, size) in enumerate(zip(sums, text_below(view), strict=True)) if size)
    return _locate(view, best[1], worths)


def _worth(fact: Facts, lead: float) -> float:
    """Return what one block adds to its element: its size as story, or the toll of what is none."""
    if fact.reads and lead > -1.0:
        return fact.size * (1 - fact.linked)
    if lead > 0:
        return 0.3 * fact.size * (1 - fact.linked)
    return -_TOLL * (1 + fact.linked)


def _locate(view: View, node: int, worths: Sequence[float]) -> Story:
    """Return the story in this element."""
    end = view.tree.ends[node]
    inside = [index for index, block in enumerate(view.blocks) if node <= block.node < end]
    running = [index for index in inside if view.facts[index].reads and worths[index] > 0] or inside
    return Story(node, end, inside[0], inside[-1], running[0], running[-1])
