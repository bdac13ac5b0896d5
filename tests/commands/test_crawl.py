"""`scraper crawl` as a command: its words, its exit codes, and what is left of it when it is killed."""

import http.client
import json
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scraper import cli
from scraper.crawler.memory import open_memory
from tests.crawler.round.world import World, html, page

PROJECT = Path(__file__).resolve().parents[2]
LOCAL = ["--allow-loopback", "--resolve", "a.test=127.0.0.1", "--workers", "0"]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Serve a web for one test."""
    with World(tmp_path) as served:
        yield served


def crawl(*words: str, **options: object) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    with start(*words, **options) as process:
        out, err = process.communicate(timeout=120)
    return subprocess.CompletedProcess(words, process.returncode, out, err)


def start(*words: str, limit: Callable[[], None] | None = None) -> subprocess.Popen[str]:
    """Start the command."""
    return subprocess.Popen(
        [sys.executable, "-m", "scraper", "crawl", *words],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=limit,  # noqa: PLW1509
    )


def test_round_and_its_status(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """A round that went well is exit code 0 with events on standard error, and the status shows it afterwards."""
    world.put("/a", page())
    sources = str(world.pages("/a"))
    assert cli.main(["crawl", sources, *LOCAL]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "event=page.new href=" in err
    assert "1 pages in" in err
    assert cli.main(["crawl", "status", sources, "--json"]) == 0
    status = json.loads(capsys.readouterr().out)
    (source,) = status["sources"]
    assert (source["name"], source["due"], source["found"], source["fresh"]) == ("list", False, 1, 1)
    assert status["counts"]["records"] == 1
    assert status["hosts"][0]["host"] == "a.test"
    assert cli.main(["crawl", "status", sources]) == 0
    assert "1 addresses of 1 hosts: 1 visited" in capsys.readouterr().out


def test_status_while_a_crawl_runs(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """The status can be asked for while another process holds the state."""
    world.put("/a", page())
    sources = str(world.pages("/a"))
    world.crawl()
    with open_memory(world.folder / "state.db"):
        assert cli.main(["crawl", "status", sources]) == 0
        assert cli.main(["crawl", sources, *LOCAL]) == 3
    assert "in use by another crawl" in capsys.readouterr().err


def test_dry_run_does_nothing(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """A dry run names the sources that are due, asks no server, and makes no state."""
    sources = str(world.pages("/a"))
    assert cli.main(["crawl", sources, "--dry-run"]) == 0
    assert capsys.readouterr().out.endswith("1 of 1 sources are due\n")
    assert cli.main(["crawl", sources, "--dry-run", "--json"]) == 0
    assert [row["name"] for row in json.loads(capsys.readouterr().out)["due"]] == ["list"]
    assert not (world.folder / "state.db").exists()
    assert world.asked() == {}
    world.crawl()
    assert cli.main(["crawl", sources, "--dry-run"]) == 0
    assert "0 of 1 sources are due" in capsys.readouterr().out


def test_failed_source_is_exit_code_1(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """A source that failed makes the exit code 1, and is told."""
    feed = world.url("/nowhere")
    sources = str(world.write(f'name = "f"\nkind = "feed"\naddress = "{feed}"\nevery = "1h"'))
    assert cli.main(["crawl", sources, *LOCAL, "--json"]) == 1
    events = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert "source.failed" in [event["event"] for event in events]


@pytest.mark.parametrize(
    "words",
    [
        ["{}", "--source", "nobody"],
        ["{}", "--metrics", "x"],
        ["show", "{}"],
        ["status", "{}", "more"],
        ["{}", "--limit", "-1"],
        ["{}", "--resolve", "a.test"],
        ["{}", "--watch", "--dry-run"],
        [],
    ],
)
def test_wrong_usage_is_exit_code_2(world: World, words: list[str]) -> None:
    """Words that make no sense are exit code 2, before anything is done."""
    sources = str(world.pages("/a"))
    done = crawl(*(word.format(sources) for word in words))
    assert done.returncode == 2
    assert world.asked() == {}


def test_faults_of_the_file_are_exit_code_2(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """A sources file with faults is exit code 2, and each is named with file, line and field."""
    sources = world.write('name = "f"\nkind = "feet"\nevery = "1h"')
    assert cli.main(["crawl", str(sources)]) == 2
    assert f"{sources}:" in capsys.readouterr().err
    assert cli.main(["crawl", str(sources.with_name("none.toml"))]) == 1


def test_full_disk_is_exit_code_4_and_the_next_start_goes_on(world: World) -> None:
    """Where files may not grow any further the crawl ends with 4, and with room again nothing is lost or doubled."""
    paths = [f"/{number}" for number in range(30)]
    for path in paths:
        world.put(path, page("long " * 400))
    sources = str(world.pages(*paths))

    def small() -> None:
        # Python ignores SIGXFSZ, so writing beyond the limit is an error: the same way a full disk shows.
        resource.setrlimit(resource.RLIMIT_FSIZE, (120_000, resource.RLIM_INFINITY))

    done = crawl(sources, *LOCAL, limit=small)
    assert done.returncode == 4, done.stderr
    assert "event=crawl.failed" in done.stderr
    assert crawl(sources, *LOCAL).returncode == 0
    assert sorted(record["url"] for record in world.records()) == sorted(world.url(path) for path in paths)


def test_killed_crawl_goes_on_where_it_was(world: World) -> None:
    """After SIGKILL at any moment the next round delivers what is missing, each page once."""
    paths = [f"/{number}" for number in range(40)]
    for path in paths:
        world.put(path, lambda _: [0.05, html(page())])
    sources = str(world.pages(*paths))
    for seconds in (1.2, 1.7, 2.3):
        with start(sources, *LOCAL) as process:
            time.sleep(seconds)
            process.kill()
    assert crawl(sources, *LOCAL).returncode == 0
    assert sorted(record["url"] for record in world.records()) == sorted(world.url(path) for path in paths)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_signal_is_its_exit_code(world: World, number: signal.Signals) -> None:
    """A signal ends the crawl with 128 and its number, with everything delivered that was fetched."""

    def answering(_: str) -> list[bytes | float]:
        if len(world.server.heads) == 6:
            os.kill(process.pid, number)
        return [0.2, html(page())]

    paths = [f"/{index}" for index in range(30)]
    for path in paths:
        world.put(path, answering)
    sources = str(world.pages(*paths))
    with start(sources, *LOCAL) as process:
        _, err = process.communicate(timeout=60)
    assert process.returncode == 128 + number, err
    assert len(world.records()) == world.asked().total()
    assert "event=crawl.stopping" in err


def test_metrics_are_answered_while_it_runs(world: World) -> None:
    """With `--metrics` a crawl answers its figures and its health."""
    found: list[bytes] = []

    def answering(_: str) -> list[bytes]:
        for path in ("/metrics", "/health"):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", path)
            found.append(connection.getresponse().read())
            connection.close()
        return [html(page())]

    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    world.put("/a", answering)
    assert cli.main(["crawl", str(world.pages("/a")), *LOCAL, "-q", "--metrics", str(port)]) == 0
    assert b"scraper_queue" in found[0]
    assert json.loads(found[1])["healthy"]


def test_output_taken_away_is_said_and_can_be_abandoned(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """An open file of output that somebody removed is an error, until it is given up on purpose."""
    world.put("/a", page())
    sources = str(world.pages("/a"))
    assert cli.main(["crawl", sources, *LOCAL, "-q"]) == 0
    for file in (world.folder / "records").glob("records-*"):
        file.unlink()
    assert cli.main(["crawl", sources, *LOCAL, "-q", "--now"]) == 1
    assert "--abandon-output" in capsys.readouterr().err
    assert cli.main(["crawl", sources, *LOCAL, "-q", "--now", "--abandon-output"]) == 0
