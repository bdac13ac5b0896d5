"""Workers measured: `python -m tests.measuring.scaling memory [PAGES]` and `... speed [FOLDER]`.

`memory` cleans so many small pages (100,000) and prints how this process, the keeper and the workers grow with them.
`speed` cleans the pages of a folder without workers, with one and with two, compares the bytes, and prints times by the
clock and of processors; on a machine that does other things, what counts is the processor time per page, and how
little of it falls to this process, which is the part that cannot be shared.
"""

import hashlib
import os
import resource
import statistics
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from scraper.model.page import FetchResult
from scraper.reader import read
from scraper.workers import Plan, cleaned, whole
from scraper.writer import rendered
from scraper.writer.jsonl import render_jsonl

_EVERY = 5_000


def small(count: int) -> Iterator[FetchResult]:
    """Yield small pages that are not quite alike."""
    for number in range(count):
        text = f"<p>On day {number} it rained in the valley, and nobody minded.</p>" * 2
        yield FetchResult(f"page-{number}", f"<html lang=en><title>Day {number}</title><h1>Day {number}</h1>{text}")


def family(pid: int) -> Iterator[int]:
    """Yield a process and all below it."""
    yield pid
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield from family(int(child))


def resident(pid: int) -> float:
    """Return the memory of a process in MiB."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * resource.getpagesize() / 2**20


def slope(counts: list[int], sizes: list[float]) -> float:
    """Return MiB a thousand records, by least squares; the first fifth, in which everything warms up, is left out."""
    from_here = len(counts) // 5
    return 1000 * statistics.linear_regression(counts[from_here:], sizes[from_here:]).slope


def memory(count: int) -> None:
    """Print the growth."""
    counts: list[int] = []
    own: list[float] = []
    both: list[float] = []
    begun = time.monotonic()
    for number, _ in enumerate(cleaned(small(count), Plan(whole, workers=2)), 1):
        if number % _EVERY == 0:
            sizes = [resident(pid) for pid in family(os.getpid())]
            counts.append(number)
            own.append(sizes[0])
            both.append(sum(sizes))
            print(f"{number:>8,} {own[-1]:7.1f} {both[-1]:7.1f} MiB  {time.monotonic() - begun:6.1f} s", flush=True)  # noqa: T201
    print(f"growth a thousand records: {slope(counts, own):.4f} MiB here, {slope(counts, both):.4f} MiB in all")  # noqa: T201


def spent() -> tuple[float, float]:
    """Return processor seconds of this process and of those it has waited for."""
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime, others.ru_utime + others.ru_stime


def speed(folder: str) -> None:
    """Print times and whether the bytes are the same."""
    pages = [page for page in read([folder], sys.stdin.buffer) if isinstance(page, FetchResult)][:300]
    for workers in (0, 1, 2):
        before, begun, digest = spent(), time.monotonic(), hashlib.sha256()
        for one in cleaned(pages, Plan(partial(rendered, render_jsonl), workers=workers)):
            digest.update(one.text.encode())
        own, others = (after - earlier for after, earlier in zip(spent(), before, strict=True))
        times = (
            f"{time.monotonic() - begun:6.1f} s by the clock, processors {own:6.2f} s here, {others:6.2f} s in workers"
        )
        print(f"{len(pages)} pages, {workers} workers: {times}; {digest.hexdigest()[:16]}", flush=True)  # noqa: T201


if __name__ == "__main__":
    what, *rest = sys.argv[1:] or ["memory"]
    if what == "speed":
        speed(rest[0] if rest else "fixtures")
    else:
        memory(int(rest[0]) if rest else 100_000)
