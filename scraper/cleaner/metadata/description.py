"""The step of the line that describes a page: sources offer, `choose` decides, nothing is guessed.

Theory of operation: `gather` looks at the tree once; every source turns what was gathered into candidates; the title
is voted for, every other field goes to the place believed first that has an acceptable value. Dates are read in the
page's own language: `05/06/2024` is the fifth of June except on pages in American English.
"""

from collections.abc import Iterator, Sequence

from scraper.cleaner.metadata import (
    address,
    bylines,
    declared,
    headings,
    jsonld,
    links,
    meta,
    microdata,
    printed,
    times,
)
from scraper.cleaner.metadata.candidate import Candidate
from scraper.cleaner.metadata.gather import Marks, gather
from scraper.cleaner.metadata.settle import settle
from scraper.cleaner.metadata.words import BUILT_IN, Words
from scraper.model.metadata import Metadata
from scraper.model.page import Page
from scraper.model.segment import Block, Role
from scraper.model.tree import Tree


def describe(
    page: Page, tree: Tree, blocks: Sequence[Block], roles: Sequence[Role], words: Words = BUILT_IN
) -> Metadata:
    """Return what the page says of itself; never raises for what a page contains.

    `blocks` and `roles` run parallel (both may be empty: then class names and headings alone tell what is visible);
    `words` are the months and byline words dates and names are read with.
    """
    marks = gather(tree)
    base = links.base(marks, page.url)
    candidates = [*_said(page, marks), *_shown(marks, blocks, roles, words)]
    found = settle(page, base, candidates, words)
    if found.published is None:
        found = settle(page, base, [*candidates, *printed.anywhere(marks), *printed.stored(page.text)], words)
    return found


def _said(page: Page, marks: Marks) -> Iterator[Candidate]:
    """Yield what is written for machines."""
    yield from jsonld.candidates(marks.scripts, page.url)
    yield from meta.candidates(marks.metas)
    yield from microdata.candidates(marks)
    yield from links.candidates(marks)
    yield from times.candidates(marks)
    yield from address.candidates(page.url)
    yield from declared.candidates(page, marks.tree)


def _shown(marks: Marks, blocks: Sequence[Block], roles: Sequence[Role], words: Words) -> Iterator[Candidate]:
    """Yield what a reader sees."""
    yield from headings.candidates(marks, blocks, roles)
    yield from bylines.judged(blocks, roles, words)
    yield from printed.judged(blocks, roles)
    yield from bylines.classed(marks, words)
    yield from printed.classed(marks)
    heading = headings.main_heading(marks)
    if heading is not None:
        yield from bylines.near(marks, heading, words)
        yield from bylines.beside(marks, heading)
        yield from printed.near(marks, heading)
