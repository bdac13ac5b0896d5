"""What was found, what is due, what is remembered."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scraper.crawler.memory import Batch, open_memory
from scraper.crawler.memory.addresses import Scope
from scraper.model.host import HostState
from scraper.model.visit import Visit
from tests.crawler.memory.visits import candidate, found, memory_in, visited


def names(visits: list[Visit]) -> list[str]:
    return [visit.key.removeprefix("https://") for visit in visits]


def test_found_addresses_are_new_once(tmp_path: Path) -> None:
    """An address is new the first time it is found, and keeps the source and depth it was found with."""
    with memory_in(tmp_path) as memory:
        assert found(memory, candidate("1"), candidate("2")) == 2
        assert found(memory, candidate("2", depth=9, source="other"), candidate("3")) == 1
        assert memory.visit("https://a.example/2") == Visit(
            "https://a.example/2", "https://a.example/2", "a.example", "news", 1, 5.0, 10.0
        )
        assert memory.visit("https://a.example/4") is None
        assert memory.known(["https://a.example/1", "https://a.example/4"]) == {"https://a.example/1"}


def test_all_that_is_known_of_a_visit_is_kept(tmp_path: Path) -> None:
    """Every field of a visit comes back as it was written, in this process and in the next."""
    whole = Visit("k", "h", "a.example", "s", 2, 1.0, 2.0, 3, 4.0, 5.0, 6.0, '"e"', "date", b"\0b", b"s", 7, "cut", 8)
    with memory_in(tmp_path) as memory:
        memory.commit(Batch(visits=[whole]))
        assert memory.visit("k") == whole
    with memory_in(tmp_path) as memory:
        assert memory.visit("k") == whole


def test_source_and_first_sight_stay(tmp_path: Path) -> None:
    """Who found an address first, and when, is not changed by a visit."""
    with memory_in(tmp_path) as memory:
        found(memory, candidate("1"))
        (visit,) = memory.take(10.0, 1)
        visited(memory, visit, source="other", found_at=9.0, due=99.0)
        assert memory.visit(visit.key) == replace(visit, due=99.0)


def test_what_is_due_is_leased_once(tmp_path: Path) -> None:
    """An address is given out when it is due, once, until its visit is committed or it is given back."""
    with memory_in(tmp_path) as memory:
        found(memory, candidate("1"), candidate("2", due=20.0))
        assert memory.take(9.0, 5) == []
        (one,) = memory.take(10.0, 5)
        assert memory.take(10.0, 5) == []
        memory.release([one.key])
        assert memory.take(10.0, 5) == [one]
        visited(memory, one, due=15.0)
        assert names(memory.take(30.0, 5)) == ["a.example/1", "a.example/2"]


def test_leases_end_with_the_process(tmp_path: Path) -> None:
    """What was in flight when a crawl ended is due again at the next start."""
    with memory_in(tmp_path) as memory:
        found(memory, candidate("1"))
        taken = memory.take(10.0, 5)
    with memory_in(tmp_path) as memory:
        assert memory.take(10.0, 5) == taken


def test_never_again_is_never_due(tmp_path: Path) -> None:
    """An address without a next visit is not given out, whatever a sitemap says of it."""
    with memory_in(tmp_path) as memory:
        found(memory, candidate("1"))
        (visit,) = memory.take(10.0, 1)
        visited(memory, visit, due=None, seen_at=11.0, cause="gone")
        found(memory, candidate("1", due=12.0, changed_at=50.0))
        assert memory.take(1e9, 5) == []
        assert memory.next_due() is None


def test_change_told_by_a_sitemap_makes_due(tmp_path: Path) -> None:
    """A known address is due at once when its finder says it changed after the last visit, else when it was."""
    with memory_in(tmp_path) as memory:
        found(memory, candidate("1"), candidate("2"))
        for visit in memory.take(10.0, 2):
            visited(memory, visit, due=1000.0, seen_at=100.0)
        found(memory, candidate("1", due=200.0, changed_at=150.0), candidate("2", due=200.0, changed_at=50.0))
        assert names(memory.take(200.0, 5)) == ["a.example/1"]


def test_work_is_spread_over_hosts(tmp_path: Path) -> None:
    """No host gives more than its share, longest waiting hosts come first, and named ones are passed over."""
    with memory_in(tmp_path) as memory:
        found(memory, *(candidate(f"{n:03}", "big.example", due=n / 100) for n in range(500)))
        found(memory, candidate("x", "b.example", due=1.0), candidate("y", "c.example", due=0.5))
        assert names(memory.take(9.0, 10, per_host=2)) == [
            "big.example/000", "big.example/001", "c.example/y", "b.example/x",
        ]  # fmt: skip
        assert names(memory.take(9.0, 3, per_host=2)) == ["big.example/002", "big.example/003"]
        memory.release(["https://b.example/x"])
        assert names(memory.take(9.0, 3, without={"big.example"})) == ["b.example/x"]


def test_host_that_must_wait_gives_nothing(tmp_path: Path) -> None:
    """A host is passed over until its own next moment, and the next moment of the whole crawl takes that in."""
    with memory_in(tmp_path) as memory:
        found(memory, candidate("1"), candidate("1", "b.example", due=70.0))
        memory.commit(Batch(hosts={"a.example": HostState("a.example", not_before=50.0)}))
        assert memory.take(49.0, 5) == []
        assert memory.next_due() == 50.0
        assert names(memory.take(50.0, 5)) == ["a.example/1"]


def test_scope_says_which_addresses(tmp_path: Path) -> None:
    """Addresses can be limited to some sources, to a moment, and widened to hosts that are about to be free."""
    with memory_in(tmp_path) as memory:
        found(memory, *(candidate(f"old{n}", due=0.0, source="gone") for n in range(30)))
        found(memory, candidate("1", due=3.0, source="b"), candidate("2", due=2.0), candidate("3", due=6.0))
        memory.commit(Batch(hosts={"a.example": HostState("a.example", not_before=12.0)}))
        wanted = frozenset({"news", "b", "never"})
        assert memory.take(10.0, 9, scope=Scope(10.0, wanted, 1.0)) == []
        assert names(memory.take(10.0, 9, scope=Scope(5.0, wanted, 2.0))) == ["a.example/2", "a.example/1"]
        assert names(memory.take(12.0, 9, per_host=1, scope=Scope(12.0, wanted))) == ["a.example/3"]
        assert memory.take(12.0, 9, scope=Scope(12.0, wanted)) == []
        assert len(memory.take(12.0, 99, per_host=99)) == 30


def test_stories_are_kept_by_address(tmp_path: Path) -> None:
    """The packed story of the last record is kept for an address that is known, and replaced by the next."""
    with memory_in(tmp_path) as memory:
        found(memory, candidate("1"))
        key = "https://a.example/1"
        assert memory.past(key) is None
        memory.commit(Batch(pasts={key: b"one", "unknown": b"x"}))
        memory.commit(Batch(pasts={key: b"two"}))
        assert memory.past(key) == b"two"
        assert memory.past("unknown") is None


def test_queries_look_at_what_they_return(tmp_path: Path) -> None:
    """What is due is found by index: neither all addresses of a host nor all hosts are read or sorted."""
    with memory_in(tmp_path):
        pass
    with closing(sqlite3.connect(tmp_path / "state.db")) as connection:
        for question in (
            "SELECT * FROM addresses WHERE host = 1 AND due <= 5 ORDER BY due LIMIT 3",
            "SELECT * FROM addresses a WHERE host = 1 AND source = 's' AND due <= 5 ORDER BY due LIMIT 3",
            "SELECT min(source) FROM addresses WHERE host = 1 AND due IS NOT NULL AND source > 's'",
            "SELECT id FROM hosts WHERE ready <= 5 AND first_due <= 5 ORDER BY ready",
            "SELECT min(due) FROM addresses a WHERE a.host = 1 AND a.due IS NOT NULL",
            "SELECT min(ready) FROM hosts WHERE ready IS NOT NULL",
        ):
            plan = " ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {question}"))
            assert "INDEX addresses_" in plan or "INDEX hosts_ready" in plan
            assert "TEMP B-TREE" not in plan


ACTIONS = st.lists(
    st.tuples(st.sampled_from(["found", "take", "visit", "give back", "end"]), st.integers(0, 11), st.integers(0, 30)),
    max_size=40,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(actions=ACTIONS)
def test_due_work_agrees_with_a_list(tmp_path_factory, actions: list[tuple[str, int, int]]) -> None:
    """Whatever happens, what is given out is what a plain list of moments would give out."""
    folder = tmp_path_factory.mktemp("state")
    due: dict[str, float | None] = {}
    leased: dict[str, Visit] = {}
    for kind, number, moment in [*actions, ("end", 0, 0)]:
        with open_memory(folder / "state.db") as memory:
            leased.clear()
            key = f"https://h{number % 3}.example/{number}"
            if kind == "found":
                found(memory, candidate(str(number), f"h{number % 3}.example", due=float(moment)))
                due.setdefault(key, float(moment))
            taken = memory.take(float(moment), 100, per_host=100)
            assert {visit.key for visit in taken} == {k for k, v in due.items() if v is not None and v <= moment}
            assert memory.next_due() == min((v for v in due.values() if v is not None), default=None)
            if kind in ("visit", "give back"):
                leased |= {visit.key: visit for visit in taken}
            if key in leased and kind == "visit":
                due[key] = None if moment % 5 == 0 else moment + 7.0
                visited(memory, leased[key], due=due[key])
            elif key in leased:
                memory.release([key])
                assert [visit.key for visit in memory.take(float(moment), 100)] == [key]
