"""`scraper train`: pages with gold in, weights of the judge out, and how good they are."""

import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from scraper.errors import MissingExtraError, OutputError, UsageError

if TYPE_CHECKING:
    from scraper.corpora.role_gold import RolePage
    from scraper.inspector.folds import Fold
    from scraper.model.weights import RoleWeights
    from scraper.training.examples import Gold
    from scraper.training.material import Material

NAME = "train"
HELP = "learn the judge of roles anew from pages with gold, and measure it on sites it has not seen"

_SPLICED = 400
"""Articles into which something is put for measuring."""


def add_arguments(parser: ArgumentParser) -> None:
    """Add what to learn from, how, and where to write."""
    parser.add_argument(
        "corpora", nargs="+", metavar="CORPUS", type=Path, help="folder with gold.jsonl and html/, or of fixtures"
    )
    parser.add_argument("--roles", metavar="FOLDER", type=Path, help="pages with every block labelled by hand (*.json)")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, required=True, help="weights to write (.npz)")
    parser.add_argument("--card", metavar="FILE", type=Path, help="where to write the model card (default: FILE.md)")
    parser.add_argument("--seed", metavar="N", type=int, default=1, help="of all that is left to chance (default: 1)")
    parser.add_argument("--rounds", metavar="N", type=int, default=12, help="times each page is shown (default: 12)")
    parser.add_argument("--name", metavar="TEXT", default="roles", help="name of the weights in records")
    parser.add_argument("--ablate", action="store_true", help="also measure what each kind of evidence is worth (slow)")


def run(args: Namespace) -> int:
    """Gather, learn, measure, write."""
    if args.rounds < 1:
        raise UsageError("--rounds needs a number above 0")
    card_path = args.card or args.output.with_suffix(".md")
    _need_torch()
    _need_folders(args.output, card_path)
    from scraper.rules.role_weights import write_role_weights
    from scraper.training.card import model_card
    from scraper.training.crossval import lessons_of, train
    from scraper.training.learning import Recipe
    from scraper.training.material import digest_of, gather

    tell = _Clock().tell
    material = gather(args.corpora, args.roles)
    tell(f"{len(material)} pages found")
    lessons = lessons_of(material, args.seed)
    tell(f"{sum(len(lesson.plain.tokens) for lesson in lessons):,} blocks labelled")
    recipe = Recipe(seed=args.seed, rounds=args.rounds)
    trained = train(lessons, recipe, tell)
    unseen = folds(material, trained.folds, recipe.seed + 1)
    figures = _figures(unseen)
    tell("measured")
    if args.ablate:
        from scraper.commands.ablation import ablation_lines

        figures += ablation_lines(lessons, unseen[0], recipe, tell)
    name = f"{args.name}-{digest_of(material)}-{recipe.seed}"
    card = model_card(name, material, recipe, figures)
    write_role_weights(replace(trained.weights, name=name, card=card), args.output)
    card_path.write_text(card, encoding="utf-8")
    sys.stdout.write("\n".join(figures) + "\n")
    return 0


def _need_torch() -> None:
    """Say what to install where it is missing."""
    from importlib.util import find_spec

    if find_spec("torch") is None:
        raise MissingExtraError("training needs torch: pip install 'scraper[train]'")


def _need_folders(*files: Path) -> None:
    """Say at once, and not after all the learning, where nothing can be written."""
    for file in files:
        if not file.parent.is_dir():
            raise OutputError(f"cannot write {file}: there is no folder {file.parent}")


def _figures(unseen: "Sequence[Fold]") -> list[str]:
    """Return the tables of how the judges do on what they have not seen."""
    from scraper.inspector.folds import score_fold
    from scraper.inspector.judge_report import judge_lines
    from scraper.training.forked import forked

    return [*judge_lines([*forked(score_fold, unseen)])]


def folds(material: "Sequence[Material]", judges: "Sequence[RoleWeights]", seed: int) -> "list[Fold]":
    """Return for each judge the pages it has not seen; what is put into them is not what judges have learnt from."""
    from scraper.corpora.corpus import spread
    from scraper.corpora.guests import guests_of
    from scraper.corpora.splice import Spliced, splices
    from scraper.inspector.folds import Fold
    from scraper.model.options import Options
    from scraper.training.material import fold_of

    pages = [item.gold.page for item in material]
    hosts = spread([page for page in pages if page.page_type == "article" and page.text], _SPLICED)
    made = [page for page in splices(hosts, [*guests_of(pages)], seed) if isinstance(page, Spliced)]
    groups = {(item.gold.page.corpus, item.gold.page.id): fold_of(item.group, len(judges)) for item in material}
    found: list[Fold] = []
    for number, weights in enumerate(judges):
        own = [item.gold for item in material if groups[item.gold.page.corpus, item.gold.page.id] == number]
        found.append(
            Fold(
                options=Options(weights=weights),
                pages=[gold.page for gold in own if gold.page.text.strip()],
                by_hand=[(_by_hand(gold), gold.page.body()) for gold in own if gold.segments],
                spliced=[page for page in made if groups[page.host.corpus, page.host.id] == number],
            )
        )
    return found


def _by_hand(gold: "Gold") -> "RolePage":
    """Return a page as it was labelled by hand."""
    from scraper.corpora.role_gold import RolePage

    return RolePage(gold.page.id, gold.page.path, tuple(gold.segments))


class _Clock:
    """Tells steps with the minutes they took, since training takes many."""

    def __init__(self) -> None:
        self._begun = time.monotonic()

    def tell(self, step: str) -> None:
        """Write one line on standard error."""
        sys.stderr.write(f"{(time.monotonic() - self._begun) / 60:5.1f} min  {step}\n")
        sys.stderr.flush()
