"""From the arguments of a command to the options of the line; what has to be read is read before the first page."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from scraper.commands.filters import wanted
from scraper.commands.site_account import site_rules
from scraper.model.options import Cut, Options

if TYPE_CHECKING:
    from scraper.model.weights import RoleWeights


def add_judge_arguments(parser: ArgumentParser) -> None:
    """Add how much goes into the text, and who judges."""
    parser.add_argument(
        "--view",
        choices=[cut.value for cut in Cut],
        default=Cut.BALANCED.value,
        help="how much of what may be story goes into `text`; the segments are the same (default: balanced)",
    )
    parser.add_argument(
        "--weights", metavar="FILE", type=Path, help="judge roles with weights that `scraper train` wrote"
    )


def options(args: Namespace) -> Options:
    """Return the options that the arguments stand for; what a command has no argument for is left as it is."""
    return Options(
        second_opinion=getattr(args, "second_opinion", False),
        site_rules=site_rules(args) if "site_rules" in args else None,
        view=Cut(getattr(args, "view", Cut.BALANCED)),
        weights=_weights(getattr(args, "weights", None)),
        detector=args.detector,
        language_second_opinion=args.language_second_opinion,
        languages=args.languages,
        languages_folder=args.languages_folder,
        only_languages=getattr(args, "only_lang", None),
        spans=getattr(args, "spans", False),
        wanted=wanted(args),
    )


def _weights(path: Path | None) -> "RoleWeights | None":
    """Read a user's own judge; RulesError when the file holds none."""
    if path is None:
        return None
    # Here, because numpy is heavy and most commands judge with what is packaged.
    from scraper.rules.role_weights import read_role_weights

    return read_role_weights(path)
