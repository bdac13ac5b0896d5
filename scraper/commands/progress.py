"""How far a run has come, and how things stand, on a terminal; the only file that knows rich."""

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager


@contextmanager
def progress(label: str, *, shown: bool, total: int | None = None) -> Iterator[Callable[[], None]]:
    """Yield a function to call after every page; a bar on standard error follows it where `shown` is true.

    `total` is the number of pages where it is known before.
    """
    if not shown:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total)
        yield lambda: bar.advance(task)


def table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write a table to standard output, as wide as the terminal; into a file or pipe as wide as it needs to be."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 240
    shown = Table(*columns, title=title, title_justify="left", box=box.SIMPLE)
    for row in rows:
        shown.add_row(*row)
    Console(width=width, markup=False, highlight=False, emoji=False).print(shown)
