"""Deciding what each block is for: the learned judge, with weights from a hat."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scraper.cleaner.roles import Guide, Reading, decide, read_roles
from scraper.cleaner.roles.decode import ROLES, Belief
from scraper.model.judgement import Ruling, Rulings
from scraper.model.options import Cut
from scraper.model.page_type import PAGE_TYPES
from scraper.model.segment import Role
from scraper.model.weights import RoleWeights
from tests.cleaner.pages import AR, DE, EN, RU, ZH, page, paragraphs, view_of
from tests.cleaner.roles.weights import PLAIN, some_weights, sure_of

WEIGHTS = some_weights()
MENU = "<nav><ul><li><a href=/1>Home</a><li><a href=/2>Teilen</a></ul></nav>"
WHOLE = page(f"{MENU}<h1>{EN[0][:30]}</h1>{paragraphs(*EN, *DE)}<aside>{paragraphs(RU[0], EN[1])}</aside>")
HALF = ((0.0, 0.0), (1.0, 0.5))
HOPEFUL = replace(PLAIN, told=((0.01, 1.0),) * len(PAGE_TYPES))


def read(html: str, weights: RoleWeights = WEIGHTS, cut: Cut = Cut.BALANCED, rulings: Rulings | None = None) -> Reading:
    return read_roles(view_of(html), "https://example.org/a/b", rulings or {}, Guide(weights, cut))


@pytest.mark.parametrize("cut", list(Cut))
@pytest.mark.parametrize("seed", range(4))
def test_a_reading_has_an_entry_a_block(seed: int, cut: Cut) -> None:
    """Each block has a role with a probability and a reason, and is told or not; the page has a type and one F1."""
    found = read(WHOLE, some_weights(seed), cut)
    assert len(found.judgements) == len(found.told) == len(view_of(WHOLE).blocks)
    assert all(0 <= judgement.confidence <= 1 and judgement.reasons for judgement in found.judgements)
    assert 0 <= found.confidence <= 1
    assert found.page_type in PAGE_TYPES


@pytest.mark.parametrize("seed", range(4))
def test_balanced_text_is_the_body(seed: int) -> None:
    """In the balanced cut exactly the blocks whose role is body make the text, and one block is the title at most."""
    found = read(WHOLE, some_weights(seed))
    roles = [judgement.role for judgement in found.judgements]
    assert list(found.told) == [role is Role.BODY for role in roles]
    assert roles.count(Role.TITLE) <= 1


@pytest.mark.parametrize("seed", range(4))
def test_cuts_change_the_text_alone(seed: int) -> None:
    """The precise text is part of the balanced one and that of the complete one, while all roles stay the same."""
    precise, balanced, complete = (
        read(WHOLE, some_weights(seed), cut) for cut in (Cut.PRECISE, Cut.BALANCED, Cut.COMPLETE)
    )
    assert precise.judgements == balanced.judgements == complete.judgements
    told = np.array([precise.told, balanced.told, complete.told], dtype=int)
    assert (np.diff(told, axis=0) >= 0).all()


def test_the_same_page_is_read_the_same() -> None:
    """A page that is read twice is read the same, whatever was read between."""
    first = read(WHOLE)
    read(page(paragraphs(*ZH)))
    assert read(WHOLE) == first


@pytest.mark.parametrize("story", [EN, DE, RU, ZH, AR])
def test_what_a_sure_judge_says_is_done(story: tuple[str, ...]) -> None:
    """A judge that takes everything for body tells all blocks, in any language, and expects to be right."""
    found = read(page(paragraphs(*story)), sure_of(WEIGHTS, 8.0, Role.BODY))
    assert all(found.told)
    assert {judgement.role for judgement in found.judgements} == {Role.BODY}
    assert found.confidence > 0.99


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.BODY, Role.TITLE}))
def test_nothing_is_told_against_a_sure_judge(role: Role) -> None:
    """A judge that takes nothing for story tells nothing and gives every block the role it is sure of."""
    found = read(WHOLE, sure_of(WEIGHTS, -8.0, role))
    assert not any(found.told)
    assert {judgement.role for judgement in found.judgements} == {role}


@pytest.mark.parametrize("role", [Role.TITLE, Role.BYLINE, Role.CAPTION])
def test_parts_of_the_story_with_fields_of_their_own(role: Role) -> None:
    """Title, byline and caption belong to the story and are no part of its text."""
    found = read(page(f"<p>{EN[0]}</p>"), sure_of(WEIGHTS, 8.0, role))
    assert ([judgement.role for judgement in found.judgements], list(found.told)) == ([role], [False])


def test_unsure_judge_tells_what_is_likeliest() -> None:
    """A judge that is unsure of everything tells something rather than nothing."""
    assert any(read(page(paragraphs(*EN)), sure_of(WEIGHTS, -0.5, Role.BODY)).told)


def test_copies_are_told_once() -> None:
    """A paragraph that stands twice is told once, and its copy has that as first reason."""
    found = read(page(paragraphs(*EN, EN[0])), sure_of(WEIGHTS, 8.0, Role.BODY))
    assert list(found.told) == [True, True, True, False]
    assert [judgement.reasons[0] == "copy" for judgement in found.judgements] == [False, False, False, True]


@pytest.mark.parametrize("cut", list(Cut))
@pytest.mark.parametrize("told", [-8.0, 8.0])
def test_rulings_hold_against_a_sure_judge(told: float, cut: Cut) -> None:
    """What is ruled to be body is told, what is ruled to be something else is not, with the ruling as reason."""
    rulings = {0: Ruling(Role.BODY, "site:a.example"), 1: Ruling(Role.PROMO, "site:a.example")}
    found = read(page(paragraphs(*EN)), sure_of(WEIGHTS, told, Role.OTHER), cut, rulings)
    assert [judgement.role for judgement in found.judgements[:2]] == [Role.BODY, Role.PROMO]
    assert list(found.told[:2]) == [True, False]
    assert all(judgement.reasons[0] == "site:a.example" for judgement in found.judgements[:2])


def test_measured_is_what_is_told() -> None:
    """How sure a role and a page are is what was measured where the judge believes so."""
    careful = replace(sure_of(WEIGHTS, 8.0, Role.BODY), calibration=replace(PLAIN, sure=HALF, page=HALF))
    found = read(page(paragraphs(*EN)), careful)
    assert found.confidence == 0.5
    assert {judgement.confidence for judgement in found.judgements} == {0.5}
    assert found.judgements[0].reasons[-1] == "model:0.50"


def test_sort_of_page_is_the_likeliest() -> None:
    """The type of the page is the one with the highest odds."""
    weights = sure_of(WEIGHTS, 8.0, Role.BODY)
    for place, name in enumerate(PAGE_TYPES):
        bias = np.eye(len(PAGE_TYPES), dtype=np.float32)[place]
        layers = {**weights.layers, "types": replace(weights.layers["types"], bias=bias)}
        assert read("<p>x", replace(weights, layers=layers)).page_type == name


@pytest.mark.parametrize("text", ["x", "\ud800", "x" * 100_000, "1", "。"])
def test_page_of_one_block(text: str) -> None:
    """A page of one block is read, whatever the block holds."""
    assert len(read(page(f"<p>{text}</p>")).judgements) == 1


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from((*EN, *RU, "Teilen", "12:30", "© 2024")), min_size=1, max_size=12),
    st.sampled_from(Cut),
    st.integers(0, 50),
)
def test_any_page_is_read_by_any_judge(texts: list[str], cut: Cut, seed: int) -> None:
    """Of any page any judge that takes most of it for likely makes a reading that tells no paragraph twice."""
    found = read(page(paragraphs(*texts)), some_weights(seed, HOPEFUL), cut)
    long = [text for text, told in zip(texts, found.told, strict=True) if told and len(text) >= 60]
    assert len(long) == len(set(long))
    assert all(0 <= judgement.confidence <= 1 for judgement in found.judgements)


def test_copies_do_not_count_as_told() -> None:
    """A copy is not told however likely it is, and what is expected of the text is worked out without it."""
    roles = np.full((2, len(ROLES)), 1 / len(ROLES))
    believed = Belief(np.array([0.9, 0.9]), roles, np.array([10.0, 10.0]))
    found = decide(believed, np.array([False, True]), Cut.BALANCED, PLAIN)
    assert found.told.tolist() == [True, False]
    assert found.roles[1] is not Role.BODY
    assert found.expected == pytest.approx(0.95, abs=0.005)
    assert believed.told.tolist() == [0.9, 0.9]
