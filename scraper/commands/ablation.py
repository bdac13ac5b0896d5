"""What each kind of evidence is worth: judges learnt without it, on one fold, English and other pages apart."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from scraper.corpora.story_language import story_language
from scraper.inspector.answer import OWN
from scraper.inspector.folds import Fold, FoldScore, score_fold
from scraper.inspector.role_score import score_roles
from scraper.training.crossval import Lesson, learn_without
from scraper.training.forked import forked
from scraper.training.learning import EVIDENCE, Recipe

_FOLD = 0
_ENGLISH = "en"


def ablation_lines(lessons: Sequence[Lesson], fold: Fold, recipe: Recipe, tell: Callable[[str], None]) -> Iterator[str]:
    """Yield a table: F1 and role accuracy on the pages of one fold, with all evidence and without each kind."""
    yield from (
        "### What each kind of evidence is worth",
        "",
        "| without | F1 English | F1 others | roles | teasers kept |",
    )
    yield "|---|---|---|---|---|"
    recipes = [recipe, *(replaced(recipe, kind) for kind in EVIDENCE)]
    for name, score in zip(("nothing", *EVIDENCE), forked(partial(_score, lessons, fold), recipes), strict=True):
        tell(f"measured without {name}")
        yield f"| {name} | {' | '.join(f'{number:.4f}' for number in _numbers(score))} |"
    yield ""


def replaced(recipe: Recipe, kind: str) -> Recipe:
    """Return the recipe without a kind of evidence."""
    return replace(recipe, without=frozenset({kind}))


def _score(lessons: Sequence[Lesson], fold: Fold, recipe: Recipe) -> FoldScore:
    """Learn by a recipe and measure on the fold."""
    weights = learn_without(lessons, recipe, _FOLD)
    return score_fold(replace(fold, options=replace(fold.options, weights=weights)))


def _numbers(score: FoldScore) -> Iterator[float]:
    """Yield the numbers of one row."""
    stories = [page for page in score.stories if page.story]
    for english in (True, False):
        some = [p.story[OWN.name].f1 for p in stories if (story_language(p.page) == _ENGLISH) is english]
        yield sum(some) / max(1, len(some))
    yield score_roles(score.labelled).role_accuracy
    yield sum(page.kept[OWN.name] for page in score.spliced) / max(1, len(score.spliced))
