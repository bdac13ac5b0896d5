"""Cross-validation by site."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from scraper.corpora.corpus import read_corpus
from scraper.errors import InputError
from scraper.training.examples import UNKNOWN, Example, Gold
from scraper.training.material import Material, fold_of, gather
from tests.inspector.pages import gold
from tests.training.lessons import corpus

torch = pytest.importorskip("torch", reason="learning needs torch: pip install 'scraper[train]'")

from scraper.training.crossval import FOLDS, Lesson, learn_without, lessons_of, train  # noqa: E402
from scraper.training.learning import UNCALIBRATED, Recipe, learn  # noqa: E402

RECIPE = Recipe(seed=1, rounds=2, least_sites=2)


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> list[Material]:
    """Return the pages of a small corpus."""
    return gather([corpus(tmp_path_factory.mktemp("corpus"))], None)


@pytest.fixture(scope="module")
def lessons(material: list[Material]) -> list[Lesson]:
    """Return what they teach."""
    # Torch prepares itself here once rather than anew in every process.
    torch.optim.AdamW([torch.nn.Parameter(torch.zeros(1))])
    return lessons_of(material, 1)


def fold(lesson: Lesson) -> int:
    """Return the fold of a lesson."""
    return fold_of(lesson.plain.group, FOLDS)


def shown(lessons: list[Lesson]) -> list[Example]:
    """Return all forms of all pages in order."""
    return [form for lesson in lessons for form in (lesson.plain, lesson.spliced, lesson.bare) if form]


def same(one: object, other: object) -> bool:
    """Whether two networks are one and the same."""
    return all(np.array_equal(one.layers[name].weight, other.layers[name].weight) for name in one.layers)


def test_every_page_is_a_lesson(material: list[Material], lessons: list[Lesson]) -> None:
    """Each page is there once, of its own site, and most also with something put into their story."""
    assert sorted(lesson.plain.group for lesson in lessons) == sorted(item.group for item in material)
    spliced = [lesson.spliced for lesson in lessons if lesson.spliced is not None]
    assert len(spliced) > len(lessons) / 2
    assert all(example.is_spliced for example in spliced)
    assert not any(lesson.plain.is_spliced for lesson in lessons)
    assert all(lesson.spliced is None or lesson.spliced.group == lesson.plain.group for lesson in lessons)


def test_same_seed_gives_the_same_lessons(material: list[Material], lessons: list[Lesson]) -> None:
    """What is put into stories is the same for the same seed, and another for another one."""
    again, other = lessons_of(material, 1), lessons_of(material, 2)

    def texts(found: list[Lesson]) -> list[tuple[str, ...]]:
        return [lesson.spliced.texts for lesson in found if lesson.spliced]

    assert texts(again) == texts(lessons) != texts(other)


def test_pages_without_text_are_left_out(tmp_path: Path) -> None:
    """A page that has no words is no lesson."""
    path = tmp_path / "page.html"
    path.write_bytes(b"")
    (page, *_) = read_corpus(corpus(tmp_path, 1))
    found = lessons_of([Material(Gold(gold(path=path), ()), "a"), Material(Gold(page, ()), "b")], 1)
    assert [lesson.plain.group for lesson in found] == ["b"]


def test_no_network_has_seen_what_it_is_measured_on(lessons: list[Lesson]) -> None:
    """Each network but the last is the one learnt from the other folds alone, and the last has seen everything."""
    steps: list[str] = []
    trained = train(lessons, RECIPE, steps.append)
    assert len(trained.folds) == FOLDS
    for number, weights in enumerate(trained.folds[:2]):
        others = [lesson for lesson in lessons if fold(lesson) != number]
        assert same(weights, learn(shown(others), RECIPE))
    everything = learn(shown(lessons), RECIPE)
    assert same(trained.weights, everything)
    assert not same(trained.weights, trained.folds[0])
    assert steps[0] == f"network 1 of {FOLDS + 1} has learnt"
    assert len(steps) == FOLDS + 2


def test_judges_are_calibrated(lessons: list[Lesson]) -> None:
    """A judge learnt without a fold for comparing is calibrated, and its network is that of the other folds."""
    weights, trained = learn_without(lessons, RECIPE, 0), train(lessons, RECIPE, str)
    assert trained.weights.calibration != UNCALIBRATED
    assert same(weights, trained.folds[0])


def test_one_site_is_too_few(lessons: list[Lesson]) -> None:
    """Pages with gold that are all of one fold are refused before anything is learnt, as is no page at all."""
    one = [replace(lesson, plain=replace(lesson.plain, group="here"), spliced=None, bare=None) for lesson in lessons]
    for few in (one, []):
        with pytest.raises(InputError, match="more sites"):
            train(few, RECIPE, str)


def test_pages_of_which_nothing_is_known_are_not_learnt(lessons: list[Lesson]) -> None:
    """A page without gold does not change a network."""
    plain = lessons[0].plain
    dark = replace(plain, told=np.full_like(plain.told, UNKNOWN), roles=np.full_like(plain.roles, UNKNOWN))
    few = [replace(lesson, spliced=None, bare=None) for lesson in lessons if fold(lesson) != 0][:3]
    more = [*few, Lesson(replace(dark, group="dark.example"), None)]
    assert same(learn_without(few, RECIPE, 0), learn_without(more, RECIPE, 0))
