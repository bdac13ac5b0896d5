"""How sure the network may be."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.cleaner.roles.decode import BETAS, ROLES, choose
from scraper.cleaner.roles.network import Output
from scraper.model.options import Cut
from scraper.model.page_type import PAGE_TYPES
from scraper.model.weights import Line
from scraper.training.examples import UNKNOWN, Example
from tests.training.lessons import examples

pytest.importorskip("torch", reason="learning needs torch: pip install 'scraper[train]'")

from scraper.training.calibration import Seen, belief_of, f1_of, fit_calibration
from scraper.training.learning import UNCALIBRATED


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Example]:
    """Return examples of six sites, two of them labelled by hand."""
    return examples(tmp_path_factory.mktemp("pages"), 6)


def seen(page: Example, chance: np.random.Generator, noise: float, bold: float = 1.0) -> Seen:
    """Return a page with odds that are right but for some noise, and bolder than they should be."""
    blocks = len(page.tokens)
    told = 3 * (2.0 * (page.told == 1) - 1) + noise * chance.standard_normal(blocks)
    roles = np.zeros((blocks, len(ROLES)))
    known = page.roles != UNKNOWN
    roles[known, page.roles[known]] = 3
    roles += noise * chance.standard_normal(roles.shape)
    types = np.eye(len(PAGE_TYPES))[max(0, page.page_type)]
    return Seen(page, Output(*((bold * values).astype(np.float32) for values in (told, roles, types))))


def corpus(pages: list[Example], seed: int, noise: float, bold: float = 1.0) -> list[Seen]:
    """Return each page several times, as networks of differing luck would see it."""
    chance = np.random.default_rng(seed)
    return [seen(page, chance, noise, bold) for page in pages * 4]


def rises(line: Line) -> bool:
    """Whether a line of probabilities rises from point to point, in what is believed and what was measured."""
    believed, measured = zip(*line, strict=True)
    return all(0 <= number <= 1 for point in line for number in point) and all(
        one < other for numbers in (believed, measured) for one, other in pairwise(numbers)
    )


@pytest.mark.filterwarnings("error")
@given(seed=st.integers(0, 2**32 - 1), noise=st.floats(0, 12))
@settings(max_examples=15, deadline=None)
def test_lines_rise(pages: list[Example], seed: int, noise: float) -> None:
    """However wrong the network is, who is surer is at least as often right, by both lines."""
    calibration = fit_calibration(corpus(pages, seed, noise))
    assert rises(calibration.sure)
    assert rises(calibration.page)


def test_lines_say_what_is_right(pages: list[Example]) -> None:
    """A network that is always right may be sure, and one that guesses may not."""
    right, guessed = (fit_calibration(corpus(pages, 1, noise)) for noise in (0.1, 40.0))
    assert right.sure[-1][1] == right.page[-1][1] == 1
    assert guessed.sure[-1][1] < 0.7
    assert guessed.page[-1][1] < 0.9


def test_what_is_believed_alike_is_measured_alike(pages: list[Example]) -> None:
    """Where a network is as sure of everything, the line says how often it is right, and not that the best are."""
    blocks = len(pages[0].tokens)
    odds = np.where(np.arange(len(ROLES)) == ROLES.index("related"), 9.0, 0.0)
    said = Output(np.full(blocks, -9.0), np.tile(odds, (blocks, 1)), np.eye(len(PAGE_TYPES))[0])
    calibration = fit_calibration([Seen(pages[0], said)] * 4)
    right = float(np.mean(pages[0].roles == ROLES.index("related")))
    assert [measured for _, measured in calibration.sure] == pytest.approx([right], abs=1e-4)


def test_too_bold_odds_are_tempered(pages: list[Example]) -> None:
    """Roles that are wrong now and then get a smaller factor the bolder they are said."""
    meek, bold = (fit_calibration(corpus(pages, 2, 2.0, bold)).role for bold in (0.7, 4.0))
    assert bold < meek


def test_odds_are_changed_no_more_than_needed(pages: list[Example]) -> None:
    """Odds that give the right story already are left as they are, for every sort of page."""
    assert fit_calibration(corpus(pages, 3, 0.1)).told == UNCALIBRATED.told


def test_calibration_is_no_worse(pages: list[Example]) -> None:
    """On the pages it was fitted on, the calibrated story is at least as good as the one before."""

    def mean_f1(told: tuple[tuple[float, float], ...]) -> float:
        beliefs = [belief_of(page, replace(UNCALIBRATED, told=told)) for page in noisy]
        scores = [
            f1_of(page.example, choose(belief, BETAS[Cut.BALANCED])[0])
            for page, belief in zip(noisy, beliefs, strict=True)
        ]
        return float(np.mean(scores))

    noisy = corpus(pages, 4, 4.0)
    assert mean_f1(fit_calibration(noisy).told) >= mean_f1(UNCALIBRATED.told) - 1e-4


def test_pages_of_which_nothing_is_known_do_not_count(pages: list[Example]) -> None:
    """Pages without gold change nothing, and without any page with gold nothing is calibrated."""
    dark = [
        replace(page, told=np.full_like(page.told, UNKNOWN), roles=np.full_like(page.roles, UNKNOWN)) for page in pages
    ]
    known = corpus(pages, 5, 2.0)
    assert fit_calibration([*known, *corpus(dark, 6, 2.0)]) == fit_calibration(known)
    assert fit_calibration(corpus(dark, 6, 2.0)) == UNCALIBRATED == fit_calibration([])


def test_f1_counts_tokens_of_what_is_known(pages: list[Example]) -> None:
    """The story itself has F1 1, nothing and everything have less, and unknown blocks do not count."""
    page = pages[0]
    story = page.told == 1
    assert f1_of(page, story) == 1
    assert f1_of(page, ~story) == f1_of(page, story & ~story) == 0
    wanted, all_tokens = page.tokens[story].sum(), page.tokens.sum()
    assert f1_of(page, story | True) == pytest.approx(2 * wanted / (wanted + all_tokens))
    dark = replace(page, told=np.where(story, page.told, UNKNOWN))
    assert f1_of(dark, story | True) == 1


def test_belief_is_measured_in_tokens(pages: list[Example]) -> None:
    """What is believed of a page is a probability for each block, and its sizes are tokens."""
    (page, *_) = corpus(pages, 7, 1.0)
    belief = belief_of(page, UNCALIBRATED)
    assert belief.sizes.tolist() == page.example.tokens.tolist()
    assert ((belief.told >= 0) & (belief.told <= 1)).all()
    assert np.allclose(belief.roles.sum(axis=1), 1)
