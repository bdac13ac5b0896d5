"""The line on Ray: what a stand-in shows anywhere, and the same on Ray itself where it is installed."""

import io
import os
import signal
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from scraper.cluster.ray_engine import cleaned_on_ray
from scraper.errors import ClusterError, MissingExtraError, ScraperError, UsageError
from scraper.model.document import Document, Skipped
from scraper.model.guard import Guard
from scraper.model.options import Options
from scraper.reader import PLAIN, Input, Remark, Unreadable, find, read_input
from scraper.workers import Plan, cleaned, whole
from tests.cluster import standin
from tests.cluster.pages import SHORT, write_rows
from tests.measuring.engine import keepers, two_nodes

PLAN = Plan(whole, Options(), SHORT, 2)


@pytest.fixture
def pretended(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Return what is seen of the use of a stand-in for Ray."""
    return standin.install(monkeypatch)


def entries(folder: Path, rows: int = 40) -> list[Any]:
    """Return inputs, one of them missing, one with a greedy page, and words between them."""
    write_rows(folder / "a.jsonl", range(rows), with_greedy=True)
    write_rows(folder / "b.jsonl", range(rows, 2 * rows))
    return [Remark("x", "begin"), *find([str(folder), str(folder / "gone.html")]), Remark("x", "end")]


def here(found: list[Any]) -> list[Any]:
    """Return what the workers of this machine make of the same."""
    items = (
        item for entry in found for item in (read_input(entry, io.BytesIO()) if isinstance(entry, Input) else [entry])
    )
    return [*cleaned(items, PLAN)]


def check(found: list[Any], expected: list[Any]) -> None:
    """Everything is the same, and a greedy page cost its record and no other."""
    assert found == expected
    assert [item.skipped.value for item in found if isinstance(item, Skipped)] == ["timeout"]
    assert sum(isinstance(item, Unreadable) for item in found) == 1


def test_without_ray_the_extra_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where Ray is not installed the error says which extra brings it."""
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(MissingExtraError, match=r"scraper\[cluster\]"):
        [*cleaned_on_ray(entries(tmp_path), PLAN, PLAIN)]


def test_records_are_those_of_workers(pretended: SimpleNamespace, tmp_path: Path) -> None:
    """Both steps in a row give records, faults and words as workers here do, on a cluster that ends with the run."""
    found = entries(tmp_path)
    check([*cleaned_on_ray(found, PLAN, PLAIN)], here(found))
    assert (pretended.init, pretended.is_down) == ("local", True)


def test_no_cluster_for_no_work(pretended: SimpleNamespace) -> None:
    """Where all was done before, words pass and no cluster is started."""
    assert [*cleaned_on_ray([Remark("x", "done before")], PLAN, PLAIN)] == [Remark("x", "done before")]
    assert pretended.init is None


def test_a_guard_is_a_must() -> None:
    """No workers means no guard, and that is refused."""
    with pytest.raises(UsageError, match="guard"):
        [*cleaned_on_ray([], Plan(whole, workers=0), PLAIN)]


def test_address_where_nobody_answers(pretended: SimpleNamespace, tmp_path: Path) -> None:
    """A cluster that does not answer is an error within seconds that names the address."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    for address in (f"127.0.0.1:{port}", f"ray://127.0.0.1:{port}"):
        with pytest.raises(ClusterError, match=f"cannot join the cluster at {address}"):
            [*cleaned_on_ray(entries(tmp_path), PLAN, PLAIN, address)]
    assert pretended.init is None


def test_address_of_the_environment_counts(
    pretended: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Jobs that Ray itself started find the cluster they run on."""
    monkeypatch.setenv("RAY_ADDRESS", "auto")
    assert len([*cleaned_on_ray(entries(tmp_path), PLAN, PLAIN)]) == 84
    assert pretended.init == "auto"


@pytest.mark.parametrize(
    ("raised", "expected"), [(UsageError("mend this"), UsageError), (ValueError("a bug"), ClusterError)]
)
def test_errors_come_out_as_this_package_has_them(
    pretended: SimpleNamespace,
    monkeypatch: pytest.MonkeyPatch,
    raised: Exception,
    expected: type[ScraperError],
    tmp_path: Path,
) -> None:
    """An error of this package that Ray wrapped comes out bare, any other as one that says that all broke off."""

    def fail(*_: object) -> Iterator[bytes]:
        raise raised

    monkeypatch.setattr("scraper.cluster.ray_engine.pages_of", fail)
    with pytest.raises(expected, match=str(raised)):
        [*cleaned_on_ray(entries(tmp_path), PLAN, PLAIN)]
    assert pretended.is_down


@pytest.fixture(scope="module")
def cluster() -> Iterator[tuple[Any, Any]]:
    """Return a real cluster of two nodes on this machine, the second of which may be killed."""
    pytest.importorskip("ray", reason="needs Ray (extra cluster)")
    with two_nodes() as found:
        yield found


def test_lost_keepers_cost_nothing(cluster: tuple[Any, Any], tmp_path: Path) -> None:
    """When processes that keep workers are killed in the midst of a run, the records are the same."""
    found, killed, made = entries(tmp_path, 300), 0, []
    for item in cleaned_on_ray(found, PLAN, PLAIN, cluster[0].address):
        made.append(item)
        if not killed and isinstance(item, Document):
            for keeper in [*keepers(cluster[0].head_node), *keepers(cluster[1])]:
                os.kill(keeper, signal.SIGKILL)
                killed += 1
    assert killed
    check(made, here(found))


def test_lost_node_costs_nothing(cluster: tuple[Any, Any], tmp_path: Path) -> None:
    """When a node that has cleaned is killed in the midst of a run, the records are the same and in the same order."""
    found, made, is_killed = entries(tmp_path, 600), [], False
    for item in cleaned_on_ray(found, PLAN, PLAIN, cluster[0].address):
        made.append(item)
        if not is_killed and isinstance(item, Document):
            until = time.monotonic() + 60
            while not keepers(cluster[1]) and time.monotonic() < until:
                time.sleep(0.05)
            assert keepers(cluster[1])
            cluster[0].remove_node(cluster[1], allow_graceful=False)
            is_killed = True
    assert is_killed
    check(made, here(found))


def test_options_that_cannot_be_met_come_back_from_ray(cluster: tuple[Any, Any], tmp_path: Path) -> None:
    """An error that the line raises on another machine reaches the caller as itself."""
    plan = Plan(whole, Options(detector="none such"), Guard(), 1)
    with pytest.raises(UsageError, match="none such"):
        [*cleaned_on_ray(entries(tmp_path), plan, PLAIN, cluster[0].address)]
