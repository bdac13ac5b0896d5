"""The story of a page that shows none: found where it is embedded, made blocks of, and ruled to be the body.

Nothing is done where the page shows its story. It does when there is text enough, when the embedded story is not much
longer than what is shown, or when a good part of its words stands on the page. And the story must be the page's own: it
bears the page's title, or the page is so bare that there is nothing else it could be about.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scraper.cleaner.embedded.fallback import story_of_fallback
from scraper.cleaner.embedded.passages import blocks_of
from scraper.cleaner.embedded.prose import bare as words_of
from scraper.cleaner.embedded.shell import look
from scraper.cleaner.embedded.sources import SOURCES, Found, Shell
from scraper.cleaner.embedded.story import Story, Titles
from scraper.cleaner.metadata.wording import folded
from scraper.cleaner.places import Places
from scraper.model.judgement import Ruling, Rulings
from scraper.model.segment import Block, Role
from scraper.model.tree import Tree

_LEAST = 250.0
"""Size of the shortest story worth digging for."""
_RATIO = 2.0
"""How many times longer than the running text on the page it must be."""
_BARE = 600.0
"""Size of all that a page shows up to which a story need not bear the page's title: there is nothing else to tell."""
_SHOWN = 0.25
"""Share of its words from which the page shows it."""
_CHUNK, _STRIDE, _SAMPLES = 24, 60, 200
_LETTERS = re.compile(r"[\W_]+")
_SURE = 0.9
"""Confidence of a ruling: the text was nobody's but the story's, on all pages seen; its edges are not always."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """The blocks of a page with those of its embedded text."""

    blocks: tuple[Block, ...]
    """All blocks in page order; a script's stand where the script stands."""
    rulings: Rulings
    """Roles of the embedded ones."""
    source: str | None
    """`json-ld`, `state` or `noscript` where embedded text is the story, None where it is not needed."""


def find_embedded(tree: Tree, blocks: Sequence[Block], markup: str) -> Embedded:
    """Return the blocks of a page, with its embedded story where the page itself shows none.

    `blocks` are those that `split` cut out of `tree`, which was parsed from `markup`. Never raises for what is there.
    """
    shown = look(tree, blocks)
    if shown is None:
        return Embedded(tuple(blocks), {}, None)
    least = max(_LEAST, _RATIO * shown.running, shown.total)
    told = story_of_fallback(tree, blocks, shown, least)
    if told:
        return Embedded(tuple(blocks), _ruled(told, (), "noscript"), "noscript")
    return _dug(blocks, Shell(tree, markup, Titles(tree), shown.total <= _BARE), least)


def _dug(blocks: Sequence[Block], shell: Shell, least: float) -> Embedded:
    """Return the blocks with those of the first source that tells a story of that size which the page does not show."""
    for source in SOURCES:
        stories = [found for found in source.read(shell) if (found[1].own or shell.bare) and found[1].size() >= least]
        if stories:
            best = max(stories, key=lambda found: (found[1].own, found[1].size()))
            return _told(shell.tree, blocks, best, source.name)
    return Embedded(tuple(blocks), {}, None)


def _told(tree: Tree, blocks: Sequence[Block], found: Found, source: str) -> Embedded:
    """Return the blocks with those of a story put in, unless the page shows them already."""
    node, story = found
    if _share_shown(story, blocks) >= _SHOWN:
        return Embedded(tuple(blocks), {}, None)
    path, _ = Places(tree).place(node)
    if story.title and any(folded(block.text) == folded(story.title) for block in blocks):
        story = story._replace(title=None)
    dug, titles = blocks_of(story, node, path)
    at = next((index for index, block in enumerate(blocks) if block.node > node), len(blocks))
    rulings = _ruled(range(at + titles, at + len(dug)), range(at, at + titles), source)
    return Embedded((*blocks[:at], *dug, *blocks[at:]), rulings, source)


def _ruled(bodies: Sequence[int], titles: Sequence[int], source: str) -> Rulings:
    """Return the rulings for the blocks of an embedded story."""
    reason = f"embedded:{source}"
    return {
        **{index: Ruling(Role.TITLE, reason, _SURE) for index in titles},
        **{index: Ruling(Role.BODY, reason, _SURE) for index in bodies},
    }


def _share_shown(story: Story, blocks: Sequence[Block]) -> float:
    """Return the share of short stretches of a story that stand on the page, 0 to 1; blind to spaces and signs."""
    page = _letters("".join(block.text for block in blocks))
    told = _letters(" ".join(map(words_of, story.passages)))
    starts = range(0, max(1, len(told) - _CHUNK), max(_STRIDE, len(told) // _SAMPLES))
    return sum(told[start : start + _CHUNK] in page for start in starts) / len(starts)


def _letters(text: str) -> str:
    """Return the letters and digits of a text in one spelling."""
    return _LETTERS.sub("", text.casefold())
