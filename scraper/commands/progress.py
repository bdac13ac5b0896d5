"""How far a run has come, on a terminal; the only file that knows rich."""

from collections.abc import Callable, Iterator
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
