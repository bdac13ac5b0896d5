"""The network as it learns is the network as it judges."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import repeat
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scraper.cleaner.features import COLUMNS
from scraper.cleaner.roles.decode import ROLES
from scraper.cleaner.roles.network import Output, run
from scraper.model.page_type import PAGE_TYPES
from scraper.model.weights import RoleWeights, Vocabulary
from scraper.training.batches import batch, indexed, vocabularies
from scraper.training.examples import Example, Gold, example_of
from tests.inspector.pages import gold
from tests.training.lessons import example, examples

torch = pytest.importorskip("torch", reason="learning needs torch: pip install 'scraper[train]'")

from scraper.training import network as own  # noqa: E402 -- it cannot be imported where torch is missing
from scraper.training.learning import UNCALIBRATED  # noqa: E402 -- likewise

DEEP = "<div class=d>" * 30 + "<p>Deep inside.</p>" + "</div>" * 30
PAGES = (
    "<p>One.</p>",
    "<p>One.</p><p>Two.</p>",
    "<ul><li>One<li>Two<li>Three</ul><p class=a>Four</p>",
    DEEP + "<section><h2>Next</h2>" + "<p id=x>Line after line of it.</p>" * 9 + "</section>",
    "<table><tr><td>a<td><table><tr><td>b<td>c</table></table>",
)

tree = st.recursive(
    st.sampled_from(["<p>Some words.</p>", "<a href=/x>Link</a>", "<h2 class=t>Head</h2>", "<p></p>", "loose text"]),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag} class='c{len(parts)}'>{''.join(parts)}</{tag}>",
        st.sampled_from(["div", "section", "ul", "span"]),
        st.lists(inner, max_size=5),
    ),
    max_leaves=20,
)


def learnable(folder: Path, markup: str) -> Example | None:
    """Return the example of a page that consists of this markup."""
    path = folder / "page.html"
    path.write_text(f"<!doctype html><html lang=en><title>Head</title><body>{markup}", encoding="utf-8")
    return example_of(Gold(gold(path=path, text="Some words."), ()), "here")


def both(pages: Sequence[Example], seed: int) -> tuple[list[Output], list[Output]]:
    """Return what the two say of pages: with torch all pages at once, with numpy one by one."""
    own.begin(seed)
    known = vocabularies(pages, 1)
    chance = np.random.default_rng(seed)
    mean, scale = (chance.random(len(COLUMNS), dtype=np.float32) for _ in range(2))
    network = own.Network(mean, scale, known)
    # As they begin, vectors of words are too small to make a difference that can be seen.
    with torch.no_grad():
        for vector in network.vectors.values():
            vector.mul_(20)
    told, roles, types = network.eval()(own.tensors(batch([indexed(page, known) for page in pages], None)))
    weights = RoleWeights(
        name="",
        mean=mean,
        scale=scale,
        names=Vocabulary(known.names, own.vectors_of(network, "names")),
        words=Vocabulary(known.words, own.vectors_of(network, "words")),
        page=Vocabulary(known.page, own.vectors_of(network, "page")),
        layers=own.layers_of(network),
        calibration=UNCALIBRATED,
        card="",
    )
    ends = np.cumsum([len(page.tokens) for page in pages])[:-1].tolist()
    parts = (np.split(values.detach().numpy(), ends) for values in (told, roles))
    return [Output(*said) for said in zip(*parts, types.detach().numpy(), strict=True)], [
        run(weights, page.features) for page in pages
    ]


def agree(pages: Sequence[Example], seed: int) -> None:
    """Compare what the two say of pages, number by number."""
    for learning, judging in zip(*both(pages, seed), strict=True):
        for one, other in zip(learning, judging, strict=True):
            assert one.shape == other.shape
            assert np.allclose(one, other, atol=2e-4, rtol=1e-4)


def test_both_say_the_same_of_whole_pages(tmp_path: Path) -> None:
    """On pages of several sites, laid end to end, both give the same odds of story, roles and page types."""
    pages = examples(tmp_path, 4)
    agree(pages, 1)
    said = both(pages, 1)[1][0]
    assert said.told.shape == (len(pages[0].tokens),)
    assert said.roles.shape == (len(pages[0].tokens), len(ROLES))
    assert said.types.shape == (len(PAGE_TYPES),)


@pytest.mark.parametrize("markup", PAGES)
def test_both_say_the_same_of_odd_pages(tmp_path: Path, markup: str) -> None:
    """One block, two, deep nests and tables inside tables are no exception, alone and beside other pages."""
    page = learnable(tmp_path, markup)
    assert page is not None
    agree([page], 2)
    agree([page, example(tmp_path, 0), page], 3)


@given(st.lists(tree, min_size=1, max_size=3), st.integers(0, 2**32 - 1))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_both_say_the_same_of_any_page(tmp_path: Path, markup: list[str], seed: int) -> None:
    """Whatever the markup and the weights, both give the same."""
    pages = [page for page in (learnable(tmp_path, text) for text in markup) if page is not None]
    if pages:
        agree(pages, seed)


def test_other_words_make_other_odds(tmp_path: Path) -> None:
    """Names, words and the page's own name all reach the output, so that the agreement says something of them."""
    page = example(tmp_path, 0)
    told = both([page], 4)[1][0].told
    features = page.features
    nothing = [()] * len(features.names)
    for changed in (
        replace(features, names=nothing),
        replace(features, words=[()] * len(page.tokens)),
        replace(features, page=()),
    ):
        known, heard = both([page, replace(page, features=changed)], 4)[1]
        assert np.allclose(known.told, told, atol=2e-4)
        assert not np.allclose(known.told, heard.told, atol=1e-2)


def test_vocabularies_may_be_empty(tmp_path: Path) -> None:
    """A network without words judges by numbers alone, also while it learns."""
    page = example(tmp_path, 0)
    silent = replace(page.features, names=[()] * len(page.features.names), words=[()] * len(page.tokens), page=())
    agree([replace(page, features=silent)], 5)


def test_both_say_the_same_of_blocks_in_no_element(tmp_path: Path) -> None:
    """Blocks of the outermost element have nothing above them, for both."""
    page = example(tmp_path, 0)
    around = page.features.frame
    outermost = replace(page.features, frame=replace(around, rows=around.rows * 0))
    agree([replace(page, features=outermost), page], 6)


def test_learning_makes_the_odds_better(tmp_path: Path) -> None:
    """After some rounds what is told has higher odds than what is not."""
    pages = examples(tmp_path, 3)
    known = vocabularies(pages, 1)
    ready = [indexed(page, known) for page in pages]
    numbers = np.concatenate([page.features.numbers for page in pages]).astype(np.float32)
    own.begin(7)
    network = own.Network(numbers.mean(axis=0), 1 / (numbers.std(axis=0) + 0.02), known)
    taught = own.fit(ready, network, repeat([[0, 1, 2]], 120), 7)
    assert not taught.training
    odds = taught(own.tensors(batch(ready, None)))[0].detach().numpy()
    told = np.concatenate([page.told for page in pages])
    assert odds[told == 1].min() > odds[told == 0].max()
