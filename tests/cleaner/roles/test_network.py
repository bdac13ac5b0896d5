"""The network, forward."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scraper.cleaner.features import Features, measure_page
from scraper.cleaner.roles.network import LIMIT, Output, run
from scraper.model.page_type import PAGE_TYPES
from scraper.model.segment import Role
from scraper.model.weights import STRIDES, Layer, RoleWeights
from tests.cleaner.pages import DE, EN, RU, ZH, page, paragraphs, view_of
from tests.cleaner.roles.weights import some_weights

WEIGHTS = some_weights()
MENU = "<nav class='share related'><ul><li><a href=/1>Teilen</a><li><a href=/2>Home</a></ul></nav>"
WHOLE = page(f"{MENU}<div class=entry-content>{paragraphs(*EN)}</div><aside>{paragraphs(RU[0])}</aside>")


def features_of(html: str, url: str | None = None) -> Features:
    return measure_page(view_of(html), url)


def said(output: Output) -> tuple[bytes, ...]:
    """Return every bit of what the network said."""
    return tuple(np.ascontiguousarray(part).tobytes() for part in output)


def only(weights: RoleWeights, *names: str) -> RoleWeights:
    """Return the weights with nothing in the steps between input and output but those named."""
    keep = {"input", "told", "roles", "types", *names}
    nothing = {name: Layer(layer.weight * 0, layer.bias * 0) for name, layer in weights.layers.items()}
    return replace(weights, layers={**nothing, **{name: weights.layers[name] for name in keep}})


@pytest.mark.parametrize("blocks", [1, 2, 3, 4, 5, 40])
def test_one_row_a_block(blocks: int) -> None:
    """Pages of any number of blocks, fewer than the strides too, give odds of every block and finite ones."""
    output = run(WEIGHTS, features_of(page("".join(f"<p>line {at}</p>" for at in range(blocks)))))
    assert output.told.shape == (blocks,)
    assert output.roles.shape == (blocks, len(Role))
    assert output.types.shape == (len(PAGE_TYPES),)
    assert all(np.isfinite(part).all() for part in output)
    assert {part.dtype for part in output} == {np.dtype(np.float32)}


def test_a_page_does_not_depend_on_others() -> None:
    """What is said of a page is the same bit for bit, whatever pages were read before it."""
    features = features_of(WHOLE)
    first = said(run(WEIGHTS, features))
    for other in (page(paragraphs(*ZH)), "<p>x", page(MENU * 9)):
        run(WEIGHTS, features_of(other))
        assert said(run(WEIGHTS, features)) == first


def test_the_same_weights_say_the_same() -> None:
    """Weights of the same numbers say the same of a page, others say otherwise."""
    features = features_of(WHOLE)
    assert said(run(some_weights(7), features)) == said(run(some_weights(7), features))
    assert said(run(some_weights(7), features)) != said(run(some_weights(8), features))


def test_words_that_are_not_known_say_nothing() -> None:
    """Names, words and page words outside the vocabularies change nothing, known ones do."""
    plain = features_of(page(paragraphs(*DE)))
    rows = len(plain.names)
    strange = replace(plain, names=[(*said, "zzz") for said in plain.names], page=("/zzz",))
    assert said(run(WEIGHTS, strange)) == said(run(WEIGHTS, replace(plain, page=())))
    named = replace(plain, names=[("related",)] * rows)
    assert said(run(WEIGHTS, named)) != said(run(WEIGHTS, plain))


@pytest.mark.parametrize("field", ["names", "words", "page"])
def test_a_page_may_say_nothing(field: str) -> None:
    """A page without names, words or anything it goes by is read all the same."""
    plain = features_of(WHOLE)
    nothing = () if field == "page" else [()] * len(getattr(plain, field))
    assert np.isfinite(run(WEIGHTS, replace(plain, **{field: nothing})).told).all()


def test_numbers_far_out_are_cut() -> None:
    """A number a thousand deviations out counts as one that is at the limit."""
    features = features_of(WHOLE)
    far = replace(features, numbers=features.numbers + np.float32(1e6))
    limit = (WEIGHTS.mean + (LIMIT + 1) / WEIGHTS.scale)[None].repeat(len(features.numbers), axis=0)
    assert said(run(WEIGHTS, far)) == said(run(WEIGHTS, replace(features, numbers=limit.astype(np.float32))))


@pytest.mark.parametrize("stride", STRIDES)
def test_neighbours_reach_as_far_as_the_stride(stride: int) -> None:
    """One step of neighbours alone changes what is said of a block by those exactly that far away."""
    weights = only(WEIGHTS, f"beside_{stride}_narrow", f"beside_{stride}")
    features = features_of(page("".join(f"<p>line {at:02}</p>" for at in range(12))))
    numbers = features.numbers.copy()
    numbers[6] = numbers[6] + 1.5
    before, after = (run(weights, replace(features, numbers=n)).roles for n in (features.numbers, numbers))
    changed = set(np.flatnonzero(np.abs(before - after).max(axis=1) > 1e-5).tolist())
    assert 6 in changed
    assert changed <= {6 - stride, 6, 6 + stride}
    assert changed & {6 - stride, 6 + stride}


def test_elements_mix_what_they_hold() -> None:
    """The step over elements alone changes all blocks, for the page is one; and most those in the same element."""
    weights = only(WEIGHTS, "first_narrow", "first")
    body = "".join(f"<div>{''.join(f'<p>line {row} {at}</p>' for at in range(4))}</div>" for row in range(3))
    features = features_of(page(body))
    numbers = features.numbers.copy()
    numbers[0] = numbers[0] + 1.5
    before, after = (run(weights, replace(features, numbers=n)).roles for n in (features.numbers, numbers))
    change = np.abs(before - after).max(axis=1)
    assert change[1:4].min() > change[4:].max() > 0


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(min_size=1), min_size=1, max_size=8), st.integers(0, 99))
def test_any_page_gets_finite_odds(texts: list[str], seed: int) -> None:
    """Whatever stands on a page and whatever the weights, the odds are finite."""
    output = run(some_weights(seed), features_of(page(f"<p>one</p><ul><li>{'<li>'.join(texts)}</ul>")))
    assert all(np.isfinite(part).all() for part in output)
