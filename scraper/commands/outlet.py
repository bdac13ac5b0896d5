"""Where commands put records: one file, standard output, or a folder of shards."""

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Protocol

from scraper.commands.filters import add_filter_arguments
from scraper.errors import UsageError
from scraper.writer import (
    FORMATS,
    SUCCESS,
    Format,
    Manner,
    Rendered,
    Shard,
    Sink,
    Task,
    open_shard,
    open_sink,
    with_fields,
)
from scraper.writer.border import naming

_PACKINGS = ("none", "gz", "zst")


class Outlet(Protocol):
    """Takes records."""

    def begin(self, task: Task) -> None:
        """Take note that the records of another task follow."""

    def put(self, one: Rendered) -> None:
        """Write one record. Raises OutputError."""

    def unreadable(self, why: str) -> None:
        """Take note that an input of the task could not be read to its end."""


def add_outlet_arguments(parser: ArgumentParser) -> None:
    """Add where to, in which format, how large, and what is wanted."""
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        help="file to write, packed when it ends in .gz or .zst; takes its place when all is done. A folder (with a "
        "slash at its end, or there already): shards; what was finished is not done again (default: standard output)",
    )
    formats = "; ".join(f"{row.name}: {row.about}" for row in FORMATS.values())
    parser.add_argument("--format", choices=[*FORMATS], help=f"{formats} (default: parquet for .parquet, else jsonl)")
    parser.add_argument("--pack", choices=_PACKINGS, default="none", help="how files in a folder are packed")
    parser.add_argument(
        "--part-size", metavar="MB", type=_megabytes, default=256, help="size of files in a folder (default: 256)"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress and no summary on standard error")
    add_filter_arguments(parser)


def is_folder(args: Namespace) -> bool:
    """Say whether the output is a folder of shards."""
    return args.output is not None and (args.output.endswith(("/", os.sep)) or Path(args.output).is_dir())


def form_of(args: Namespace) -> Format:
    """Return the format that is asked for, with the fields that are. Raises UsageError."""
    is_table = (args.output or "").lower().endswith(".parquet")
    form = FORMATS[args.format or ("parquet" if is_table else "jsonl")]
    return with_fields(form, args.fields) if args.fields is not None else form


def manner_of(args: Namespace) -> Manner:
    """Return how shards are written."""
    packing = "" if args.pack == "none" else f".{args.pack}"
    if packing and form_of(args).columns is not None:
        raise UsageError("--pack: Parquet is packed inside")
    return Manner(Path(args.output), form_of(args), packing, args.part_size * 1_000_000)


@contextmanager
def open_outlet(args: Namespace) -> Iterator[Outlet]:
    """Open where the arguments say. Raises OutputError, LockedError when another run writes into the folder."""
    with ExitStack() as stack:
        if is_folder(args):
            yield stack.enter_context(_open_folder(manner_of(args), without_skipped=args.without_skipped))
        else:
            sink = stack.enter_context(open_sink(args.output, form_of(args), sys.stdout.buffer))
            yield _File(sink, without_skipped=args.without_skipped)


@contextmanager
def _open_folder(manner: Manner, *, without_skipped: bool) -> Iterator["_Folder"]:
    """Open a folder of shards, locked; `_SUCCESS` stands in it again when all went well."""
    from scraper.crawler.lock import hold

    with naming(str(manner.folder)):
        manner.folder.mkdir(parents=True, exist_ok=True)
    with hold(manner.folder / ".scraper.lock", f"the folder {manner.folder}"):
        with naming(str(manner.folder)):
            (manner.folder / SUCCESS).unlink(missing_ok=True)
        folder = _Folder(manner, without_skipped=without_skipped)
        with folder.stack:
            yield folder
        if folder.is_whole:
            with naming(str(manner.folder)):
                (manner.folder / SUCCESS).touch()


class _File:
    """One file, or standard output."""

    def __init__(self, sink: Sink, *, without_skipped: bool) -> None:
        self._sink = sink
        self._without_skipped = without_skipped

    def begin(self, task: Task) -> None:
        """Do nothing: there is one file for all."""

    def put(self, one: Rendered) -> None:
        """Write one record."""
        if not (self._without_skipped and one.skipped):
            self._sink.put(one.text)

    def unreadable(self, why: str) -> None:
        """Do nothing: whoever runs the command is told."""


class _Folder:
    """A folder, one shard after the other."""

    def __init__(self, manner: Manner, *, without_skipped: bool) -> None:
        self._manner = manner
        self._without_skipped = without_skipped
        self.stack = ExitStack()
        self.is_whole = True
        self._shard: Shard | None = None

    def begin(self, task: Task) -> None:
        """End the shard before, which puts it in its place, and begin another."""
        self.stack.close()
        self._shard = self.stack.enter_context(open_shard(self._manner, task))

    def put(self, one: Rendered) -> None:
        """Write one record."""
        if self._without_skipped and one.skipped:
            self._begun().count(one)
        else:
            self._begun().put(one)

    def unreadable(self, why: str) -> None:
        """Keep the shard from being taken for finished."""
        self.is_whole = False
        if self._shard is not None:
            self._shard.unreadable(why)

    def _begun(self) -> Shard:
        """Return the open shard; records of no task have one of their own, which is made anew every time."""
        if self._shard is None:
            self.begin(Task("pages", (), {}))
            return self._begun()
        return self._shard


def _megabytes(text: str) -> int:
    """Return a whole number above 0."""
    if not text.isdecimal() or not int(text):
        raise ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)
