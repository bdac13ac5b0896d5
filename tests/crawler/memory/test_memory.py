"""The state of a crawl as a whole."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from scraper.crawler.memory import Batch
from scraper.errors import OutputError
from scraper.model.host import HostState
from scraper.model.visit import Phase, Position, SourceState
from tests.crawler.memory.visits import candidate, found, memory_in


def test_commit_is_whole_or_not_at_all(tmp_path: Path) -> None:
    """When one part of a batch cannot be written, none of it is remembered."""
    broken = SourceState("news", result=None)  # type: ignore[arg-type]
    batch = Batch(found=[candidate("1")], hosts={"a": HostState("a", failures=1)}, sources=[broken])
    with memory_in(tmp_path) as memory:
        with pytest.raises(OutputError, match=r"NOT NULL.*result"):
            memory.commit(batch, [Position("records", "r", 5, 0.0, Phase.OPEN)])
        assert memory.counts().addresses == 0
        assert memory.unclosed() == []
        assert found(memory, candidate("1")) == 1


def test_threads_take_turns(tmp_path: Path) -> None:
    """Work is given out once, however many threads ask and write at the same time."""
    with memory_in(tmp_path) as memory, ThreadPoolExecutor(4) as pool:
        found(memory, *(candidate(str(number), f"h{number % 5}") for number in range(100)))
        writing = [pool.submit(found, memory, candidate("w", f"w{n}", due=99.0)) for n in range(20)]
        taken = [pool.submit(memory.take, 10.0, 7, per_host=3) for _ in range(40)]
        keys = [visit.key for future in taken for visit in future.result()]
        assert sum(future.result() for future in writing) == 20
    assert len(keys) == len(set(keys)) == 100
