"""Addresses to remember in tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from scraper.crawler.memory import Batch, Memory, open_memory
from scraper.model.visit import Candidate, Visit


@contextmanager
def memory_in(folder: Path) -> Iterator[Memory]:
    """Open the state file of a folder."""
    with open_memory(folder / "state.db") as memory:
        yield memory


def candidate(name: str, host: str = "a.example", **changes: Any) -> Candidate:
    key = f"https://{host}/{name}"
    return replace(Candidate(key, key, host, "news", 1, 10.0), **changes)


def found(memory: Memory, *candidates: Candidate, now: float = 5.0) -> int:
    """Remember discovered addresses."""
    return memory.commit(Batch(found=[*candidates]), now=now)


def visited(memory: Memory, visit: Visit, **changes: Any) -> Visit:
    """Remember an address as it is after a visit."""
    after = replace(visit, **changes)
    memory.commit(Batch(visits=[after]))
    return after
