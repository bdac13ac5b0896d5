"""Pages laid end to end."""

import itertools
from dataclasses import replace

import numpy as np
import pytest

from scraper.cleaner.roles.network import POOLED
from scraper.model.weights import FADING, OUTWARD, STRIDES
from scraper.training.batches import Indexed, Vocabularies, batch, indexed, vocabularies
from scraper.training.examples import Example
from tests.training.lessons import examples


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Example]:
    """Return examples of four sites."""
    return examples(tmp_path_factory.mktemp("pages"), 4)


@pytest.fixture(scope="module")
def known(pages: list[Example]) -> Vocabularies:
    """Return the words of all sites."""
    return vocabularies(pages, 1)


@pytest.fixture(scope="module")
def ready(pages: list[Example], known: Vocabularies) -> list[Indexed]:
    """Return the pages ready for batches."""
    return [indexed(page, known) for page in pages]


def said(pages: list[Example], number: int) -> set[str]:
    """Return the names of elements that at least as many sites use."""
    sites = [{word for words in page.features.names for word in words} for page in pages]
    return {word for words in sites for word in words if sum(word in site for site in sites) >= number}


@pytest.mark.parametrize("least", [1, 2, 4])
def test_words_of_enough_sites_are_learnt(pages: list[Example], least: int) -> None:
    """A vocabulary has the words of at least as many sites, numbered in the order of the alphabet."""
    names = vocabularies(pages, least).names
    assert set(names) == said(pages, least)
    assert list(names.values()) == [*range(len(names))]
    assert list(names) == sorted(names)


def test_many_pages_of_one_site_are_one_site(pages: list[Example]) -> None:
    """What only one site says is not learnt, however many pages it has."""
    same = [replace(page, group="here") for page in pages]
    assert vocabularies(same, 2) == Vocabularies({}, {}, {})
    assert set(vocabularies(same, 1).names) == said(pages, 1)


def test_words_become_numbers(pages: list[Example], known: Vocabularies, ready: list[Indexed]) -> None:
    """Each element's known words stand between its start and the next one's; unknown words are left out."""
    by_number = {number: word for word, number in known.names.items()}
    arrays = ready[0].arrays
    parts = np.split(arrays["names"], arrays["name_starts"][1:])
    assert [tuple(by_number[number] for number in part) for part in parts] == [*pages[0].features.names]
    none = indexed(pages[0], Vocabularies({}, {}, {})).arrays
    assert (len(none["names"]), len(none["words"]), len(none["page"])) == (0, 0, 0)
    assert len(none["name_starts"]) == len(pages[0].features.names)


def test_elements_around_grow_fainter(ready: list[Indexed]) -> None:
    """Each block looks outwards from its own element, every step fainter, up to the page and not beyond twelve."""
    for page in ready:
        arrays, parents = page.arrays, page.example.features.frame.parents
        rows = np.split(arrays["outward"], arrays["outward_starts"][1:])
        faint = np.split(arrays["faint"], arrays["outward_starts"][1:])
        for own, row, weight in zip(arrays["near"], rows, faint, strict=True):
            assert row[0] == own
            assert all(parents[inner] == outer for inner, outer in itertools.pairwise(row))
            assert row[-1] == 0 or len(row) == OUTWARD
            assert np.allclose(weight, FADING ** np.arange(len(row)))


def test_batch_is_the_pages_one_after_another(ready: list[Indexed]) -> None:
    """Every page's arrays come one after another, and what points into them has moved along."""
    arrays = batch(ready, None)
    blocks = [len(page.example.tokens) for page in ready]
    rows = [len(page.arrays["first"]) for page in ready]
    assert len(arrays["numbers"]) == sum(blocks)
    assert np.array_equal(np.bincount(arrays["page_of"]), blocks)
    for number, page in enumerate(ready):
        at, row = sum(blocks[:number]), sum(rows[:number])
        own = slice(at, at + blocks[number])
        assert np.array_equal(arrays["near"][own] - row, page.arrays["near"])
        assert np.array_equal(arrays["first"][row : row + rows[number]] - at, page.arrays["first"])
        assert np.array_equal(arrays["levels"][own] - row, page.arrays["levels"])
        assert (arrays["levels"][own, POOLED] == row).all()


def test_pages_do_not_see_each_other(ready: list[Indexed]) -> None:
    """Between the last block of a page and the first of the next lies as much of nothing as the network looks."""
    arrays = batch(ready, None)
    total = len(arrays["numbers"])
    assert np.array_equal(arrays["row_of"][arrays["place"]], np.arange(total))
    for stride in STRIDES:
        padded = np.concatenate([arrays["row_of"], np.full(stride, total)])
        beside = padded[arrays["place"] + stride]
        seen = beside < total
        assert np.array_equal(arrays["page_of"][beside[seen]], arrays["page_of"][seen])


def test_shares_are_those_of_the_elements(ready: list[Indexed]) -> None:
    """The share of an element is one over the number of its blocks."""
    arrays = batch(ready, None)
    assert np.allclose(arrays["share"][:, 0] * (arrays["end"] - arrays["first"]), 1)


def test_everything_is_heard_without_chance(ready: list[Indexed]) -> None:
    """Without chance every word counts once, and a batch is the same each time."""
    arrays, again = batch(ready, None), batch(ready, None)
    assert all((arrays[f"{name}_heard"] == 1).all() for name in ("names", "words", "page"))
    assert all(np.array_equal(arrays[name], again[name]) for name in arrays)


def test_some_is_forgotten_but_no_tag(ready: list[Indexed], known: Vocabularies) -> None:
    """With chance some words count nothing, tags always count, and the same chance forgets the same."""
    tags = [number for word, number in known.names.items() if word.startswith("<")]
    heard = []
    for seed in range(12):
        arrays, again = (batch(ready, np.random.default_rng(seed)) for _ in range(2))
        assert np.array_equal(arrays["names_heard"], again["names_heard"])
        assert (arrays["names_heard"][np.isin(arrays["names"], tags)] == 1).all()
        assert set(np.unique(arrays["words_heard"])) <= {0.0, 1.0}
        heard += [arrays[f"{name}_heard"].mean() for name in ("names", "words", "page")]
    assert tags
    assert 0 < np.mean(heard) < 1


def test_block_of_the_page_itself_has_nothing_above(pages: list[Example], known: Vocabularies) -> None:
    """Where a block stands in the outermost element the row above it is -1, which is nothing."""
    page, around = pages[0], pages[0].features.frame
    outermost = replace(page, features=replace(page.features, frame=replace(around, rows=around.rows * 0)))
    above = batch([indexed(page, known), indexed(outermost, known)], None)["above"]
    blocks = len(page.tokens)
    assert above[:blocks].tolist() == [around.parents[row] for row in around.rows]
    assert (above[blocks:] == -1).all()
