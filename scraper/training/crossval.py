"""Cross-validation by site: every page judged by a network that has seen no page of its site.

Calibrations are out of fold too: a fold is read with what the other folds say.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from scraper.corpora.disguises import Style
from scraper.corpora.guests import Guest, guests_of
from scraper.corpora.splice import Spliced, splices
from scraper.errors import InputError
from scraper.model.weights import RoleWeights
from scraper.training.bare import bare_example
from scraper.training.calibration import Seen, fit_calibration
from scraper.training.examples import Example, example_of
from scraper.training.forked import PROCESSES, forked
from scraper.training.learning import Recipe, learn, predict
from scraper.training.material import Material, fold_of
from scraper.training.spliced import spliced_example

FOLDS = 5

Tell = Callable[[str], None]
"""Is told of every step that is done."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A page as it is, and with something put into its story."""

    plain: Example
    """The page."""
    spliced: Example | None
    """The same page with a teaser and a share block; None where none could be put in."""
    bare: Example | None = None
    """Its story and what stands beside it as bare paragraphs; None where that is not shown."""


@dataclass(frozen=True, slots=True)
class Trained:
    """What training gives."""

    weights: RoleWeights
    """The judge that has seen all pages."""
    folds: Sequence[RoleWeights]
    """The judges that have not seen one fold each, each with the calibration of the other folds."""


def lessons_of(material: Sequence[Material], seed: int) -> list[Lesson]:
    """Return what there is to learn; pages without text are left out."""
    guests = [*guests_of([item.gold.page for item in material])]
    parts = forked(_lessons, [(material[part::PROCESSES], guests, seed) for part in range(PROCESSES)])
    return [lesson for part in parts for lesson in part]


def _lessons(given: tuple[Sequence[Material], Sequence[Guest], int]) -> list[Lesson]:
    """Return what some pages teach, each also with a teaser for one of the guests put in."""
    material, guests, seed = given
    made = splices([item.gold.page for item in material], guests, seed, styles=[*Style])
    lessons = []
    for item, page in zip(material, made, strict=True):
        plain = example_of(item.gold, item.group)
        if plain is not None:
            spliced = spliced_example(page, item.gold.page, plain) if isinstance(page, Spliced) else None
            lessons.append(Lesson(plain, spliced, bare_example(spliced or plain, seed)))
    return lessons


def train(lessons: Sequence[Lesson], recipe: Recipe, tell: Tell) -> Trained:
    """Return the judge, and those that measure it; InputError where all pages with gold are of one fold."""
    if not all(_teaching(lessons, fold) for fold in range(FOLDS)):
        raise InputError("training needs pages with gold from more sites: left without one fold, nothing remains")
    networks: list[RoleWeights] = []
    for weights in _networks(lessons, recipe):
        tell(f"network {len(networks) + 1} of {FOLDS + 1} has learnt")
        networks.append(weights)
    seen = [_seen(lessons, weights, fold) for fold, weights in enumerate(networks[:FOLDS])]
    tell("every page judged by a network that has not seen its site")
    calibrated = []
    for fold, weights in enumerate(networks[:FOLDS]):
        others = [page for other, pages in enumerate(seen) if other != fold for page in pages]
        calibrated.append(replace(weights, calibration=fit_calibration(others)))
    whole = replace(networks[-1], calibration=fit_calibration([page for pages in seen for page in pages]))
    return Trained(whole, calibrated)


def learn_without(lessons: Sequence[Lesson], recipe: Recipe, fold: int) -> RoleWeights:
    """Return a calibrated judge that has not seen one fold; calibrated on that fold, for comparing recipes only."""
    weights = learn(_teaching(lessons, fold), recipe)
    return replace(weights, calibration=fit_calibration(_seen(lessons, weights, fold)))


def _networks(lessons: Sequence[Lesson], recipe: Recipe) -> Iterator[RoleWeights]:
    """Yield the networks that have not seen one fold each, then the one that has seen all."""
    folds: list[int | None] = [*range(FOLDS), None]
    return forked(lambda fold: learn(_teaching(lessons, fold), recipe), folds)


def _teaching(lessons: Sequence[Lesson], fold: int | None) -> list[Example]:
    """Return all examples that are not of a fold and of which something is known."""
    chosen = [lesson for lesson in lessons if fold is None or fold_of(lesson.plain.group, FOLDS) != fold]
    examples = [example for lesson in chosen for example in _shown(lesson)]
    return [example for example in examples if (example.told >= 0).any() or (example.roles >= 0).any()]


def _shown(lesson: Lesson) -> Iterator[Example]:
    """Yield the forms in which a page is shown."""
    yield lesson.plain
    for example in (lesson.spliced, lesson.bare):
        if example is not None:
            yield example


def _seen(lessons: Sequence[Lesson], weights: RoleWeights, fold: int) -> list[Seen]:
    """Return the pages of a fold, as they are, with what a network says of them."""
    plain = [lesson.plain for lesson in lessons if fold_of(lesson.plain.group, FOLDS) == fold]
    return [Seen(example, output) for example, output in zip(plain, predict(weights, plain), strict=True)]
