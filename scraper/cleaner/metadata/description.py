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
from scraper.cleaner.metadata.candidate import Candidate, Field, Source
from scraper.cleaner.metadata.gather import Marks, gather
from scraper.cleaner.metadata.names import is_full, looks_like_name
from scraper.cleaner.metadata.pieces import surroundings
from scraper.cleaner.metadata.ranks import RANKS
from scraper.cleaner.metadata.settle import Context, settle, site_names
from scraper.cleaner.metadata.titles import is_site
from scraper.cleaner.metadata.wording import folded
from scraper.cleaner.metadata.words import BUILT_IN, Words
from scraper.model.metadata import Metadata
from scraper.model.page import Page
from scraper.model.segment import Block, Role
from scraper.model.tree import Tree

_LAST = 10_000
_STRONG = (Source.OPENGRAPH, Source.JSON_LD)


def describe(
    page: Page, tree: Tree, blocks: Sequence[Block], roles: Sequence[Role], words: Words = BUILT_IN
) -> Metadata:
    """Return what the page says of itself; never raises for what a page contains.

    `blocks` and `roles` run parallel (both may be empty: then class names and headings alone tell what is visible);
    `words` are the months and byline words dates and names are read with.
    """
    marks = gather(tree)
    said = list(_said(page, marks))
    candidates = [*said, *headings.candidates(marks, blocks, roles), *printed.judged(blocks, roles)]
    candidates += printed.classed(marks)
    # Looking around the heading is the dearest part; it is left out where it could change nothing.
    undated, unsigned = not _dated_twice(said), not _signed_by_a_person(page, said)
    around = surroundings(marks, headings.main_heading(marks)) if undated or unsigned else None
    if around is not None and undated:
        candidates += printed.near(around)
    if around is not None and unsigned:
        candidates += [*bylines.judged(blocks, roles, words), *bylines.classed(marks, words)]
        candidates += [*bylines.near(around, words), *bylines.beside(around)]
    context = Context(page, links.base(marks, page.url), words)
    return settle(context, candidates, lambda: [*printed.anywhere(marks), *printed.stored(page.text)])


def _dated_twice(said: Sequence[Candidate]) -> bool:
    """Whether OpenGraph and JSON-LD name the same day of publication: what is printed cannot outvote both."""
    days = {
        candidate.source: candidate.value[:10]
        for candidate in reversed(said)
        if candidate.field is Field.PUBLISHED and candidate.source in _STRONG
    }
    return len(days) == len(_STRONG) and len(set(days.values())) == 1


def _signed_by_a_person(page: Page, said: Sequence[Candidate]) -> bool:
    """Whether it is clear who wrote the story, so that the page need not be searched for bylines."""
    ranks = RANKS[Field.AUTHORS]
    names = [
        candidate.value
        for candidate in said
        if candidate.field is Field.AUTHORS and ranks.get(candidate.key, _LAST) < ranks["class.author"]
    ]
    if not any(is_full(name) and looks_like_name(name) for name in names):
        return False
    sites = site_names(page, said)
    return any(looks_like_name(name) and not is_site(folded(name), sites) for name in names)


def _said(page: Page, marks: Marks) -> Iterator[Candidate]:
    """Yield what is written for machines."""
    yield from jsonld.candidates(marks.scripts, page.url)
    yield from meta.candidates(marks.metas)
    yield from microdata.candidates(marks)
    yield from links.candidates(marks)
    yield from times.candidates(marks)
    yield from address.candidates(page.url)
    yield from declared.candidates(page, marks.tree)
