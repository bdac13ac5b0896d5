"""Learning one network from examples, and using it on pages it has not seen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from scraper.cleaner.features import COLUMNS, GROUPS
from scraper.cleaner.roles.network import Output, run
from scraper.model.page_type import PAGE_TYPES
from scraper.model.weights import Calibration, RoleWeights, Vocabulary
from scraper.training.batches import Vocabularies, indexed, vocabularies
from scraper.training.examples import Example
from scraper.training.network import Network, begin, fit, layers_of, vectors_of

_BLOCKS = 4000
"""Blocks of one batch: as many as fit the processor's cache, few enough for many steps."""
_SPREAD = 0.02
"""Least standard deviation: a number that hardly ever changes must not become huge when it does."""
_SAID: Mapping[str, str] = {"names": "names", "words": "first words", "page": "page"}
EVIDENCE = (*GROUPS, *_SAID.values(), "spliced")
"""Kinds of evidence that can be left out: groups of numbers, sorts of words, and pages with something put in."""
_SAME = ((0.0, 0.0), (1.0, 1.0))
UNCALIBRATED = Calibration(((1.0, 0.0),) * len(PAGE_TYPES), 1.0, _SAME, _SAME)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to learn; the defaults are those of the weights in the package."""

    seed: int = 1
    """Of everything that is left to chance."""
    rounds: int = 12
    """Times every page is shown."""
    least_sites: int = 6
    """Sites that must use a word before it is learnt."""
    without: frozenset[str] = frozenset()
    """Kinds of evidence that are left out, to see what they are worth: those of `EVIDENCE`."""


def learn(examples: Sequence[Example], recipe: Recipe) -> RoleWeights:
    """Return the weights of a network that has seen these examples, not yet calibrated."""
    begin(recipe.seed)
    if "spliced" in recipe.without:
        examples = [example for example in examples if not example.is_spliced]
    known = _vocabularies(examples, recipe)
    numbers = np.concatenate([example.features.numbers for example in examples[::3]]).astype(np.float32)
    mean, scale = numbers.mean(axis=0), 1 / (numbers.std(axis=0) + _SPREAD)
    # A number whose scale is nothing says nothing, in training and at work.
    scale[[column for group in recipe.without & GROUPS.keys() for column in map(COLUMNS.get, GROUPS[group])]] = 0
    pages = [indexed(example, known) for example in examples]
    network = fit(pages, Network(mean, scale, known), _rounds(examples, recipe), recipe.seed)
    return RoleWeights(
        name="",
        mean=mean,
        scale=scale,
        names=Vocabulary(known.names, vectors_of(network, "names")),
        words=Vocabulary(known.words, vectors_of(network, "words")),
        page=Vocabulary(known.page, vectors_of(network, "page")),
        layers=layers_of(network),
        calibration=UNCALIBRATED,
        card="",
    )


def _vocabularies(examples: Sequence[Example], recipe: Recipe) -> Vocabularies:
    """Return the words to learn, those of kinds that are left out empty."""
    known = vocabularies(examples, recipe.least_sites)
    left_out: dict[str, dict[str, int]] = {
        name: {} for name in ("names", "words", "page") if _SAID[name] in recipe.without
    }
    return replace(known, **left_out)


def predict(weights: RoleWeights, examples: Sequence[Example]) -> list[Output]:
    """Return what a network says of each page."""
    return [run(weights, example.features) for example in examples]


def _rounds(examples: Sequence[Example], recipe: Recipe) -> Iterator[list[list[int]]]:
    """Yield for each round its batches, pages in an order of their own each time."""
    chance = np.random.default_rng(recipe.seed)
    for _ in range(recipe.rounds):
        batches: list[list[int]] = [[]]
        blocks = 0
        for index in chance.permutation(len(examples)).tolist():
            if blocks >= _BLOCKS:
                batches.append([])
                blocks = 0
            batches[-1].append(index)
            blocks += len(examples[index].tokens)
        yield batches
