"""Arguments that say which documents, and what of them, are wanted."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from scraper.model.options import Wanted
from scraper.model.segment import Role


def add_filter_arguments(parser: ArgumentParser) -> None:
    """Add bounds, roles and fields; what falls short becomes a skip, so that every input still gives one record."""
    group = parser.add_argument_group("what is wanted (other pages become records `skipped: filtered`)")
    group.add_argument("--min-confidence", metavar="P", type=_share, default=0.0, help="least confidence of a text")
    group.add_argument("--min-chars", metavar="N", type=_count, default=0, help="least letters and digits of a text")
    # Not `roles`: other commands that make records have an argument of that name with another meaning.
    group.add_argument(
        "--roles",
        dest="only_roles",
        metavar="ROLES",
        type=_roles,
        help="keep segments of these roles only: body,title,…",
    )
    group.add_argument(
        "--fields", metavar="NAMES", type=_names, help="write these fields only: url,title,text,language.tag,…"
    )
    group.add_argument(
        "--without-skipped", action="store_true", help="count skips, and leave them out of what is written"
    )


def wanted(args: Namespace) -> Wanted:
    """Return what the arguments ask for; all that there is where a command has none of them."""
    return Wanted(
        min_confidence=getattr(args, "min_confidence", 0.0),
        min_chars=getattr(args, "min_chars", 0),
        roles=getattr(args, "only_roles", None),
    )


def _share(text: str) -> float:
    """Return a number from 0 to 1."""
    try:
        value = float(text)
    except ValueError:
        value = -1
    if not 0 <= value <= 1:
        raise ArgumentTypeError(f"{text!r} is no number from 0 to 1")
    return value


def _count(text: str) -> int:
    """Return a whole number from 0 on."""
    if not text.isdecimal():
        raise ArgumentTypeError(f"{text!r} is not a whole number from 0 on")
    return int(text)


def _roles(text: str) -> tuple[Role, ...]:
    """Return roles in the order of the enumeration, which makes equal lists equal options."""
    names = _names(text)
    unknown = [name for name in names if name not in {*Role}]
    if unknown:
        raise ArgumentTypeError(f"there is no role {', '.join(unknown)}; there are {', '.join(Role)}")
    return tuple(role for role in Role if role.value in names)


def _names(text: str) -> tuple[str, ...]:
    """Return the names of a list parted by commas."""
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
