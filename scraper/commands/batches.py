"""What a run has to do, shard by shard, and what of it an earlier run has done."""

import hashlib
from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from typing import BinaryIO, Final, TypeAlias

from scraper.commands.outlet import manner_of
from scraper.commands.worker_options import worker_plan
from scraper.errors import UsageError
from scraper.model.options import Options
from scraper.reader import STDIN, Columns, Input, Item, Remark, Unreadable, identity, is_single, read_input, suffix_of
from scraper.writer import Task, counts, is_done, short_digest, slug

Entry: TypeAlias = Input | Unreadable | Remark | Task
"""What is to be read, and what passes beside it: faults, words, and where the next shard begins."""

_TOGETHER: Final = 1_000
"""Files of one page each that make a shard."""


def batches(found: Iterable[Input | Unreadable]) -> Iterator[tuple[Input, ...] | Unreadable]:
    """Yield what makes a shard: a file of many pages, or neighbouring files of one page each."""
    waiting: list[Input] = []
    for place in found:
        is_one = isinstance(place, Input) and is_single(suffix_of(place.place))
        if waiting and (not is_one or len(waiting) == _TOGETHER):
            yield tuple(waiting)
            waiting = []
        if isinstance(place, Unreadable):
            yield place
        elif is_one:
            waiting.append(place)
        else:
            yield (place,)
    if waiting:
        yield tuple(waiting)


def task_of(inputs: tuple[Input, ...], made_by: dict[str, str]) -> Task:
    """Return what is to be done with inputs. Raises UsageError for standard input, which is not there twice."""
    if any(place.place == STDIN for place in inputs):
        raise UsageError(
            "standard input cannot be done in shards, since nothing tells it from another: write to a file"
        )
    first = inputs[0].source
    name = slug(first.rsplit("/", 1)[-1], "pages") if len(inputs) == 1 else "pages"
    return Task(f"{name}-{short_digest(first)}", tuple((place.source, _identity(place)) for place in inputs), made_by)


def entries_of(found: Iterable[Input | Unreadable], made_by: dict[str, str], args: Namespace) -> Iterator[Entry]:
    """Yield each task and its inputs behind it; what was done before is passed over."""
    folder = manner_of(args).folder
    for batch in batches(found):
        if isinstance(batch, Unreadable):
            yield batch
            continue
        task = task_of(batch, made_by)
        if is_done(folder / task.name, task):
            if not args.quiet:
                yield Remark(task.name, f"done before, {counts(folder / task.name)['records']} records")
            continue
        yield task
        yield from batch


def items_of(entries: Iterable[Entry], stdin: BinaryIO, columns: Columns) -> Iterator[Item | Task]:
    """Yield the pages of inputs; anything else passes as it is."""
    for entry in entries:
        if isinstance(entry, Input):
            yield from read_input(entry, stdin, columns)
        else:
            yield entry


def made_by(options: Options, args: Namespace) -> dict[str, str]:
    """Return what records depend on beside their pages: versions, and a digest of all that was chosen."""
    from scraper.pipeline import versions

    manner = manner_of(args)
    chosen = replace(options, weights=None, site_rules=None)
    # A page that met a limit is worth another try once there is a larger one.
    limits = worker_plan(args, options).guard
    shape = (
        limits,
        manner.form.name,
        manner.packing,
        manner.part_bytes,
        args.fields,
        args.without_skipped,
        columns_of(args),
    )
    digest = hashlib.sha256(repr((chosen, shape)).encode()).hexdigest()[:16]
    return {**asdict(versions(options)), "options": digest}


def columns_of(args: Namespace) -> Columns:
    """Return where pages stand in rows."""
    return Columns(args.html_column, args.url_column)


def _identity(place: Input) -> str:
    """Return what tells an input from another version of itself; reading will say why there is none."""
    try:
        return identity(place)
    except OSError:
        return ""
