"""Pages as the network learns from them: features by the run time's own code, and what is known of every block."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.decode import decode
from scraper.cleaner.embedded import find_embedded
from scraper.cleaner.features import Features, measure_page
from scraper.cleaner.parse import parse
from scraper.cleaner.roles.decode import ROLES
from scraper.cleaner.split import split
from scraper.cleaner.view import View
from scraper.corpora.alignment import Stream, squeezed
from scraper.corpora.corpus import GoldPage
from scraper.corpora.role_gold import GoldSegment
from scraper.corpora.tokens import tokens_of
from scraper.model.document import Skipped
from scraper.model.page import FetchResult
from scraper.model.page_type import PAGE_TYPES
from scraper.pipeline import look_at
from scraper.training.gold_labels import Label, label_blocks
from scraper.training.teacher import teach

UNKNOWN = -1
_COLUMN: Mapping[str, int] = {role.value: column for column, role in enumerate(ROLES)}

Small = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Example:
    """One page to learn from; arrays are parallel to the page's blocks."""

    corpus: str
    """Name of its corpus."""
    id: str
    """Name of the page there."""
    group: str
    """Site it is from: pages of one group are never on both sides of a fold."""
    features: Features
    """What the network sees; numbers in half precision."""
    told: Small
    """Whether the gold's story has the block: 1, 0, or UNKNOWN."""
    roles: Small
    """Column of the role given by hand, or UNKNOWN."""
    taught: NDArray[np.float16]
    """What plain rules think of the roles, shape (blocks, roles), rows summing to 1."""
    tokens: NDArray[np.int32]
    """Number of tokens of each block."""
    page_type: int
    """Index of the gold's sort of page, or UNKNOWN."""
    texts: tuple[str, ...]
    """Text of each block."""
    emphasis: NDArray[np.float32]
    """How many times each block counts."""
    is_spliced: bool = False
    """Whether something was put into the page's story that its site never had."""


@dataclass(frozen=True, slots=True)
class Gold:
    """What is known of one page."""

    page: GoldPage
    """The page, its story and its type."""
    segments: Sequence[GoldSegment]
    """Its blocks as labelled by hand; empty where nobody did."""


def view_of(body: bytes, url: str | None) -> View | None:
    """Return a page as the judge sees it, None where it has no text."""
    page = decode(FetchResult("page", body, url))
    if isinstance(page, Skipped):
        return None
    tree = parse(page.text)
    blocks = find_embedded(tree, split(tree), page.text).blocks
    return look_at(page, tree, blocks) if blocks else None


def example_of(gold: Gold, group: str) -> Example | None:
    """Return what there is to learn from a page, None where it has no text."""
    view = view_of(gold.page.body(), gold.page.url)
    if view is None:
        return None
    texts = tuple(block.text for block in view.blocks)
    page = gold.page
    return Example(
        corpus=page.corpus,
        id=page.id,
        group=group,
        features=halved(measure_page(view, page.url)),
        told=_told(page, texts),
        roles=_roles(gold.segments, texts),
        taught=teach(view).astype(np.float16),
        tokens=np.array([len(tokens_of(text)) for text in texts], dtype=np.int32),
        page_type=PAGE_TYPES.index(page.page_type) if page.page_type in PAGE_TYPES else UNKNOWN,
        texts=texts,
        emphasis=np.ones(len(texts), dtype=np.float32),
    )


def halved(features: Features) -> Features:
    """Return features with their numbers in half precision: a corpus has hundreds of thousands of blocks."""
    numbers: NDArray[Any] = features.numbers.astype(np.float16)
    return Features(numbers, features.frame, features.names, features.words, features.page)


def headline_and_story(page: GoldPage) -> tuple[str, str]:
    """Part a gold text that begins with its headline from it."""
    if not page.title_in_text:
        return page.title or "", page.text
    headline, _, story = page.text.partition("\n")
    return headline, story


def _told(page: GoldPage, texts: Sequence[str]) -> Small:
    """Return for each block whether the gold's story has it."""
    _, story = headline_and_story(page)
    labels = label_blocks(texts, story) if story.strip() else [Label.UNKNOWN] * len(texts)
    return np.array(labels, dtype=np.int8)


def _roles(segments: Sequence[GoldSegment], texts: Sequence[str]) -> Small:
    """Return for each block the role that most of its characters were given by hand."""
    stream = Stream(texts)
    votes = np.zeros((len(texts), len(ROLES)), dtype=np.int64)
    for segment in segments:
        for block, characters in stream.take(squeezed(segment.text)).items():
            votes[block, _COLUMN[segment.role]] += characters
    return np.where(votes.any(axis=1), votes.argmax(axis=1), UNKNOWN).astype(np.int8)
