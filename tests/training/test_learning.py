"""Learning one network, and using it."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from scraper.cleaner.features import COLUMNS, GROUPS
from scraper.cleaner.roles.decode import ROLES
from scraper.model.page_type import PAGE_TYPES
from scraper.model.weights import RoleWeights
from scraper.rules.role_weights import read_role_weights, write_role_weights
from scraper.training.examples import Example
from tests.training.lessons import examples

pytest.importorskip("torch", reason="learning needs torch: pip install 'scraper[train]'")

from scraper.training.learning import EVIDENCE, UNCALIBRATED, Recipe, learn, predict

RECIPE = Recipe(seed=3, rounds=2, least_sites=2)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Example]:
    """Return examples of three sites."""
    return examples(tmp_path_factory.mktemp("pages"), 3)


def written(weights: RoleWeights, path: Path) -> bytes:
    """Return the bytes of the file that holds these weights."""
    write_role_weights(weights, path)
    return path.read_bytes()


def silent(weights: RoleWeights, groups: Iterable[str]) -> bool:
    """Whether exactly the columns of these groups say nothing."""
    columns = {COLUMNS[name] for group in groups for name in GROUPS[group]}
    return set(np.flatnonzero(weights.scale == 0).tolist()) == columns


def test_same_seed_gives_the_same_bytes(pages: list[Example], tmp_path: Path) -> None:
    """Two runs with one seed write the same file, byte by byte; another seed writes another one."""
    one, other = (written(learn(pages, RECIPE), tmp_path / "weights.npz") for _ in range(2))
    assert one == other
    assert one != written(learn(pages, replace(RECIPE, seed=4)), tmp_path / "weights.npz")


def test_weights_outlive_their_file(pages: list[Example], tmp_path: Path) -> None:
    """Weights that were written and read again judge as before, to half precision."""
    weights = learn(pages, RECIPE)
    written(weights, tmp_path / "weights.npz")
    again = predict(read_role_weights(tmp_path / "weights.npz"), pages)
    for one, other in zip(predict(weights, pages), again, strict=True):
        assert np.allclose(one.told, other.told, atol=0.05)
        assert one.types.argmax() == other.types.argmax()


def test_every_page_is_judged(pages: list[Example]) -> None:
    """Of each page every block gets odds of being told and of each role, all of them finite."""
    weights = learn(pages, RECIPE)
    assert weights.calibration == UNCALIBRATED
    for page, output in zip(pages, predict(weights, pages), strict=True):
        assert output.told.shape == (len(page.tokens),)
        assert output.roles.shape == (len(page.tokens), len(ROLES))
        assert output.types.shape == (len(PAGE_TYPES),)
        assert all(np.isfinite(values).all() for values in output)


def test_every_column_has_a_name_of_its_own() -> None:
    """No two columns go by one name, so that each kind of evidence is exactly its own columns."""
    assert len(COLUMNS) == sum(map(len, GROUPS.values()))
    assert sorted(COLUMNS.values()) == [*range(len(COLUMNS))]


@pytest.mark.parametrize("group", [*GROUPS])
def test_numbers_that_are_left_out_say_nothing(pages: list[Example], group: str) -> None:
    """Without a group of numbers its columns count nothing, and all others do."""
    few = replace(RECIPE, rounds=1)
    assert silent(learn(pages[:2], few), [])
    assert silent(learn(pages[:2], replace(few, without=frozenset({group}))), [group])


def test_words_that_are_left_out_are_not_learnt(pages: list[Example]) -> None:
    """Without a sort of words its vocabulary is empty; without any the network still learns."""
    words = frozenset({"names", "first words", "page"})
    assert words < set(EVIDENCE)
    weights = learn(pages, replace(RECIPE, without=words))
    assert not weights.names.index
    assert not weights.words.index
    assert not weights.page.index
    weights = learn(pages, replace(RECIPE, without=frozenset({"names"})))
    assert weights.words.index
    assert np.isfinite(predict(weights, pages)[0].told).all()


def test_spliced_pages_can_be_left_out(pages: list[Example]) -> None:
    """Without spliced pages the network is the one that never had any."""
    recipe = replace(RECIPE, without=frozenset({"spliced"}))
    spliced = replace(pages[0], is_spliced=True)
    one, other = learn([*pages, spliced], recipe), learn(pages, recipe)
    assert np.array_equal(one.layers["told"].weight, other.layers["told"].weight)
    assert not np.array_equal(learn([*pages, spliced], RECIPE).layers["told"].weight, other.layers["told"].weight)


def test_words_of_few_sites_are_not_learnt(pages: list[Example]) -> None:
    """What fewer sites say than the recipe asks for is in no vocabulary."""
    few, many = (learn(pages, replace(RECIPE, rounds=1, least_sites=least)) for least in (1, 3))
    assert set(many.names.index) < set(few.names.index)
    assert not learn(pages, replace(RECIPE, rounds=1, least_sites=4)).names.index
