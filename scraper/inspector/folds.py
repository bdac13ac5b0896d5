"""Scoring judges on the pages they have not learnt from, with the whole line from bytes to record."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from scraper.corpora.corpus import GoldPage
from scraper.corpora.role_gold import RolePage
from scraper.corpora.splice import Spliced
from scraper.inspector.answer import own_system
from scraper.inspector.role_score import Labelled
from scraper.inspector.spliced_score import SplicedScore, score_spliced
from scraper.inspector.story_score import PageScore, score_page
from scraper.model.document import Document
from scraper.model.options import Options
from scraper.model.page import FetchResult
from scraper.pipeline import clean_result


@dataclass(frozen=True, slots=True)
class Fold:
    """Pages that a judge has not seen."""

    options: Options
    """Options with the judge's weights."""
    pages: Sequence[GoldPage]
    """Pages with gold."""
    by_hand: Sequence[tuple[RolePage, bytes]]
    """Pages labelled by hand, and their bytes."""
    spliced: Sequence[Spliced]
    """Pages with something put into their story."""


@dataclass(frozen=True, slots=True)
class FoldScore:
    """How a judge did on them."""

    stories: Sequence[PageScore]
    """By page with gold."""
    labelled: Sequence[Labelled]
    """Labelled pages with their records' segments."""
    spliced: Sequence[SplicedScore]
    """By page with something put in."""


def score_fold(fold: Fold) -> FoldScore:
    """Clean all pages of a fold with its judge and compare them with what is known."""
    system = own_system(fold.options)
    cleaned = partial(clean_result, options=fold.options)
    labelled = []
    for page, body in fold.by_hand:
        record = cleaned(FetchResult(page.id, body))
        labelled.append((page, record.segments if isinstance(record, Document) else None))
    return FoldScore(
        stories=[score_page(page, [system]) for page in fold.pages],
        labelled=labelled,
        spliced=[score_spliced(page, (), cleaned) for page in fold.spliced],
    )
