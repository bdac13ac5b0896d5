"""What a start sets right after a crash: tails that no commit confirmed, and files on their way to be closed."""

from dataclasses import replace
from pathlib import Path

from scraper.crawler.delivery import files
from scraper.crawler.delivery.naming import PART
from scraper.crawler.memory import Batch, Memory
from scraper.errors import OutputError
from scraper.model.visit import Phase, Position


def resume(folder: Path, position: Position) -> files.OpenFile:
    """Open an open file at its offset, cutting off what stands behind it; OutputError when delivered bytes are gone."""
    path = folder / (position.file + PART)
    if path.exists():
        return files.reopen(path, position.offset)
    if position.offset:
        raise OutputError(
            f"{path} is missing, but {position.offset} bytes were delivered to it: put it back,"
            " or crawl once with --abandon-output to go on in a new one"
        )
    # The crash came between the commit of the name and the making of the file.
    return files.create(path)


def settle(folder: Path, position: Position) -> Position:
    """Finish the closing of a file and return its last position; OutputError when delivered bytes are gone."""
    path = folder / (position.file + PART)
    if path.exists():
        files.reopen(path, position.offset).close()
        files.rename(path, folder / position.file)
    # Without the open file the renaming was done; whoever reads closed files may have taken this one away since.
    return replace(position, phase=Phase.CLOSED)


def abandon(memory: Memory) -> list[str]:
    """Forget all files that are open, for when they were taken away on purpose; return their names."""
    unclosed = memory.unclosed()
    memory.commit(Batch(), [replace(position, phase=Phase.CLOSED) for position in unclosed])
    return [position.file for position in unclosed]
