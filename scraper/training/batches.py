"""Pages laid end to end as arrays, so that the network can learn from dozens at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.roles.network import POOLED
from scraper.model.weights import FADING, OUTWARD, STRIDES
from scraper.training.examples import Example

Arrays = Mapping[str, NDArray[Any]]
_FORGET_NAMES, _FORGET_WORDS, _FORGET_PAGE = 0.2, 0.2, 0.5
"""Shares of pages that are shown without names, mostly without words, without what the page goes by."""
_KEEP_NAME, _KEEP_WORD, _KEEP_SOME = 0.9, 0.85, 0.3


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """Number of every word that enough sites use, for the three sorts of words."""

    names: Mapping[str, int]
    """Names of elements."""
    words: Mapping[str, int]
    """Words of short blocks."""
    page: Mapping[str, int]
    """What pages go by."""


def vocabularies(examples: Sequence[Example], least: int) -> Vocabularies:
    """Return the words that at least `least` sites use: what one site alone says would only be learnt by heart."""
    return Vocabularies(
        _known(((example.group, example.features.names) for example in examples), least),
        _known(((example.group, example.features.words) for example in examples), least),
        _known(((example.group, [example.features.page]) for example in examples), least),
    )


def _known(said: Iterable[tuple[str, Sequence[Sequence[str]]]], least: int) -> dict[str, int]:
    """Return the words of enough groups with their numbers, in the order of the alphabet."""
    groups: dict[str, set[str]] = defaultdict(set)
    for group, lists in said:
        for words in set(lists):
            for word in words:
                groups[word].add(group)
    return {word: number for number, word in enumerate(sorted(word for word in groups if len(groups[word]) >= least))}


@dataclass(frozen=True, slots=True)
class Indexed:
    """One page with its words as numbers and its frame as flat arrays, made once and used every round."""

    example: Example
    """The page."""
    arrays: Arrays
    """What goes into a batch but for offsets."""
    tags: NDArray[np.int64]
    """Places among the names that are tags, which are never forgotten."""


def indexed(example: Example, known: Vocabularies) -> Indexed:
    """Return a page ready for batches."""
    features, frame = example.features, example.features.frame
    names, name_starts = _numbers(features.names, known.names)
    words, word_starts = _numbers(features.words, known.words)
    page, _ = _numbers([features.page], known.page)
    outward, faint, starts = _outward(np.array(frame.parents), frame.rows)
    parents = np.array(frame.parents)
    arrays: dict[str, NDArray[Any]] = {
        "names": names,
        "name_starts": name_starts,
        "words": words,
        "word_starts": word_starts,
        "page": page,
        "outward": outward,
        "faint": faint,
        "outward_starts": starts,
        "near": frame.rows,
        "above": np.where(frame.rows > 0, parents[frame.rows], -1),
        "first": frame.first,
        "end": frame.end,
        "levels": np.concatenate([frame.levels[:, :POOLED], np.zeros((len(frame.rows), 1), dtype=np.int64)], axis=1),
    }
    spelled = {number for word, number in known.names.items() if word[0] == "<"}
    return Indexed(example, arrays, np.flatnonzero(np.isin(names, list(spelled))))


def _numbers(lists: Sequence[Sequence[str]], known: Mapping[str, int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the numbers of all known words, and where each list starts among them."""
    numbers: list[int] = []
    starts = []
    for words in lists:
        starts.append(len(numbers))
        numbers += [known[word] for word in words if word in known]
    return np.array(numbers, dtype=np.int64), np.array(starts, dtype=np.int64)


def _outward(
    parents: NDArray[np.int64], rows: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.int64]]:
    """Return for each block the rows around it, how faint each is, and where each block's start."""
    steps, alive = [rows], [np.ones(len(rows), dtype=bool)]
    for _ in range(OUTWARD - 1):
        alive.append(alive[-1] & (steps[-1] > 0))
        steps.append(parents[steps[-1]])
    there = np.stack(alive, axis=1)
    faint = np.broadcast_to(FADING ** np.arange(OUTWARD, dtype=np.float32), there.shape)
    starts = np.concatenate([[0], there.sum(axis=1).cumsum()[:-1]])
    return np.stack(steps, axis=1)[there], faint[there].astype(np.float32), starts


def batch(pages: Sequence[Indexed], chance: np.random.Generator | None) -> Arrays:
    """Lay pages end to end; with `chance`, forget some of what they go by, so that nothing is leaned on alone."""
    parts: dict[str, list[NDArray[Any]]] = defaultdict(list)
    total = sum(len(page.example.tokens) for page in pages)
    at: dict[str, int] = defaultdict(int)
    for page in pages:
        for name, array in _placed(page, at, total).items():
            parts[name].append(array)
        for name, array in _heard(page, chance).items():
            parts[name].append(array)
        parts["numbers"].append(page.example.features.numbers)
    arrays = {name: np.concatenate(found) for name, found in parts.items()}
    arrays["share"] = 1 / (arrays["end"] - arrays["first"])[:, None]
    return arrays


def _placed(page: Indexed, at: dict[str, int], total: int) -> dict[str, NDArray[Any]]:
    """Return a page's arrays shifted to where it stands in the batch, and move on."""
    arrays = page.arrays
    blocks, rows = len(arrays["near"]), len(arrays["first"])
    gap = max(STRIDES)
    placed = {
        **{name: arrays[name] for name in ("names", "words", "page", "faint")},
        "name_starts": arrays["name_starts"] + at["names"],
        "word_starts": arrays["word_starts"] + at["words"],
        "page_starts": np.array([at["page"]]),
        "outward": arrays["outward"] + at["rows"],
        "outward_starts": arrays["outward_starts"] + at["outward"],
        "near": arrays["near"] + at["rows"],
        # Row -1, which is nothing, becomes the row after the last.
        "above": np.where(arrays["above"] < 0, -1, arrays["above"] + at["rows"]),
        "first": arrays["first"] + at["blocks"],
        "end": arrays["end"] + at["blocks"],
        "levels": arrays["levels"] + at["rows"],
        # Pages are parted by a gap of nothing as wide as the network looks sideways.
        "row_of": np.concatenate([np.arange(blocks) + at["blocks"], np.full(gap, total)]),
        "place": np.arange(blocks) + at["place"],
        "page_of": np.full(blocks, at["pages"]),
    }
    for name in ("names", "words", "page", "outward"):
        at[name] += len(arrays[name])
    at["blocks"] += blocks
    at["rows"] += rows
    at["place"] += blocks + gap
    at["pages"] += 1
    return placed


def _heard(page: Indexed, chance: np.random.Generator | None) -> dict[str, NDArray[Any]]:
    """Return how much each word of a page counts: one, or with `chance` sometimes nothing."""
    sizes = {name: len(page.arrays[name]) for name in ("names", "words", "page")}
    if chance is None:
        return {f"{name}_heard": np.ones(size, dtype=np.float32) for name, size in sizes.items()}
    keep = {
        "names": 0.0 if chance.random() < _FORGET_NAMES else _KEEP_NAME,
        "words": _KEEP_SOME if chance.random() < _FORGET_WORDS else _KEEP_WORD,
        "page": 0.0 if chance.random() < _FORGET_PAGE else _KEEP_NAME,
    }
    heard = {name: (chance.random(size) < keep[name]).astype(np.float32) for name, size in sizes.items()}
    heard["names"][page.tags] = 1
    return {f"{name}_heard": counts for name, counts in heard.items()}
