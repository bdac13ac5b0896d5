"""Two files of records, compared page by page."""

from collections.abc import Callable
from pathlib import Path

from scraper.inspector.runs.account import Account
from scraper.inspector.runs.change import compare
from scraper.inspector.runs.rows import Index, lines, name_of, opened, read_row


def compare_runs(old: Path, new: Path, *, by: str, worst: int, tick: Callable[[], None]) -> Account:
    """Return what changed from one run to another; `tick` is called after every page of the new one.

    Pages are told by address or source (`by`); where a run has one more than once, first is compared with first.
    Raises InputError.
    """
    account = Account(worst)
    with opened(old) as before, opened(new) as after:
        index = Index(before, old, by)
        for _, line in lines(after):
            row = read_row(line, new)
            name = name_of(row, by)
            known = index.take(name)
            if known is None:
                account.new += 1
            else:
                # Most rows of two runs are equal to the byte.
                account.add(None if known.rstrip() == line.rstrip() else compare(name, read_row(known, old), row))
            tick()
        account.gone = index.left
    return account
