"""`scraper fixture`: saved pages and what their records must say."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from scraper.commands.choices import add_judge_arguments, options
from scraper.commands.delivery import complain
from scraper.commands.language_options import add_detector_arguments
from scraper.commands.one_page import one_page
from scraper.commands.progress import progress
from scraper.commands.site_account import add_site_arguments
from scraper.errors import UsageError
from scraper.model.document import Skipped

if TYPE_CHECKING:
    from scraper.inspector.fixtures.compare import Checked
    from scraper.inspector.fixtures.saved import Fixture

NAME = "fixture"
HELP = "keep pages with what their records must say, check them, accept new results, make them fit to be shared"

_FOLDER: Final = Path("fixtures")


def add_arguments(parser: ArgumentParser) -> None:
    """Add the four things that can be done with fixtures."""
    actions = parser.add_subparsers(required=True, metavar="ACTION", dest="action", help="what to do")
    add = actions.add_parser("add", help="keep a page, with its present record as the expectation to be corrected")
    add.add_argument("page", metavar="URL|FILE", help="address, or one saved page (as for `scraper inspect`)")
    add.add_argument("--name", help="NAME or TAG/NAME (default: by language and address)")
    add.add_argument("--folder", type=Path, default=_FOLDER, help="where fixtures are kept (default: fixtures)")
    add.add_argument("--url", metavar="URL", help="address of a saved page")
    check = actions.add_parser("check", help="compare all records with what is expected; 1 where they differ")
    _add_folder(check)
    check.add_argument("--floors", metavar="FILE", type=Path, help="fail only below what was reached before")
    check.add_argument("--json", action="store_true", help="print JSON instead of lines")
    update = actions.add_parser("update", help="show what has changed and, when told so, make it the expectation")
    _add_folder(update)
    update.add_argument("--yes", action="store_true", help="accept everything that is shown")
    scrub = actions.add_parser("scrub", help="take programs, tracking and personal data out, and make pages small")
    _add_folder(scrub)
    scrub.add_argument(
        "--seconds", metavar="S", type=float, default=60.0, help="time to make one page smaller (default: 60)"
    )
    for action in (add, check, update, scrub):
        add_judge_arguments(action)
        add_site_arguments(action)
        add_detector_arguments(action)


def _add_folder(parser: ArgumentParser) -> None:
    """Add the folder of fixtures and those that are meant."""
    parser.add_argument(
        "folder",
        nargs="?",
        metavar="FOLDER",
        type=Path,
        default=_FOLDER,
        help="folder of fixtures, or of one (default: fixtures)",
    )


def run(args: Namespace) -> int:
    """Do what was asked; see `ACTIONS`."""
    return ACTIONS[args.action](args)


def _add(args: Namespace) -> int:
    """Keep a page; 1 where it gives no record."""
    from scraper.inspector.fixtures.keep import keep
    from scraper.pipeline import clean_result

    page = one_page(args)
    if isinstance(page, Skipped):
        return _refused(page)
    record = clean_result(page, options(args))
    if isinstance(record, Skipped):
        return _refused(record)
    fixture = keep(page, record, args.folder, args.name)
    sys.stderr.write(f"{fixture.folder}: {len(record.segments)} segments; correct expected.json where it is wrong\n")
    return 0


def _refused(skip: Skipped) -> int:
    """Say why there is nothing to keep, and return the exit code."""
    complain(f"{skip.source}: nothing to keep, {skip.skipped}: {skip.detail}")
    return 1


def _check(args: Namespace) -> int:
    """Compare and say; 1 where something differs, or with floors where something is below them."""
    from scraper.inspector.fixtures.account import checked_data, checked_lines, sum_lines
    from scraper.inspector.fixtures.floors import read_floors

    floors = read_floors(args.floors) if args.floors else None
    checked = list(_checked(args))
    if args.json:
        sys.stdout.write(checked_data(checked) + "\n")
    else:
        _print(line for one in checked for line in checked_lines(one))
        _print(sum_lines(checked))
    if floors is None:
        return int(any(one.differences for one in checked))
    lines = list(_below(checked, floors))
    sys.stderr.writelines(f"{line}\n" for line in lines)
    return int(bool(lines))


def _below(checked: "Sequence[Checked]", floors: Mapping[str, Mapping[str, object]]) -> Iterator[str]:
    """Yield what is below its floor; of a fixture without one every difference counts."""
    from scraper.inspector.fixtures.floors import below

    for one in checked:
        floor = floors.get(one.fixture.name)
        if floor is not None:
            yield from (f"{one.fixture.name}: below its floor: {line}" for line in below(floor, one.scores))
        elif one.differences:
            yield f"{one.fixture.name}: has no floor and is not as expected"


def _update(args: Namespace) -> int:
    """Show what has changed and write what is accepted; 1 where something was not."""
    from scraper.inspector.fixtures.account import checked_lines
    from scraper.inspector.fixtures.saved import expectation, write_expected

    changed = [one for one in _checked(args) if one.differences]
    refused = 0
    for one in changed:
        _print(checked_lines(one))
        if args.yes or _agreed(one.fixture.name):
            write_expected(one.fixture.folder, expectation(one.record, one.fixture.fields))
        else:
            refused += 1
    sys.stderr.write(f"{len(changed)} fixtures had changed, {len(changed) - refused} were written\n")
    return int(refused > 0)


def _agreed(name: str) -> bool:
    """Ask on the terminal whether a new result is the right one; where nobody can answer, it is not."""
    if not sys.stdin.isatty():
        return False
    sys.stderr.write(f"{name}: is the new result right? [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


def _scrub(args: Namespace) -> int:
    """Scrub all fixtures; 1 where one could not be."""
    from scraper.inspector.fixtures.scrub import scrub, write_scrubbed

    if args.seconds < 0:
        raise UsageError("--seconds needs a number that is not below 0")
    failed = 0
    for fixture in _fixtures(args.folder):
        try:
            with progress(fixture.name, shown=sys.stderr.isatty()) as tick:
                scrubbed = scrub(fixture, args.seconds, lambda *_, tick=tick: tick(), options(args))
        except UsageError as fault:
            complain(str(fault))
            failed += 1
            continue
        write_scrubbed(scrubbed)
        left = "" if scrubbed.persons else "; personal data were left: without them the record would be another"
        sizes = f"{scrubbed.before} to {len(scrubbed.fixture.body)} bytes"
        sys.stderr.write(f"{fixture.name}: {sizes} in {scrubbed.trials} trials{left}\n")
    return int(failed > 0)


def _checked(args: Namespace) -> "Iterator[Checked]":
    """Yield all fixtures of a folder, checked."""
    from scraper.inspector.fixtures.compare import check

    fixtures, chosen = _fixtures(args.folder), options(args)
    with progress("checking", shown=sys.stderr.isatty(), total=len(fixtures)) as tick:
        for fixture in fixtures:
            yield check(fixture, chosen)
            tick()


def _fixtures(folder: Path) -> "Sequence[Fixture]":
    """Return the fixtures of a folder. Raises UsageError where there are none."""
    from scraper.inspector.fixtures.saved import find_fixtures

    fixtures = find_fixtures(folder)
    if not fixtures:
        raise UsageError(f"{folder} holds no fixtures: folders <tag>/<name>/ with expected.json")
    return fixtures


def _print(lines: Iterator[str]) -> None:
    """Print lines on standard output."""
    sys.stdout.writelines(f"{line}\n" for line in lines)


ACTIONS: Final[Mapping[str, Callable[[Namespace], int]]] = {
    "add": _add,
    "check": _check,
    "update": _update,
    "scrub": _scrub,
}
"""What can be done with fixtures."""
