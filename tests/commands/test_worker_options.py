"""Workers on the command line."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scraper.cli import main
from tests.commands.pages import PAGE, records, write_page


@pytest.mark.parametrize(
    "words", [["--workers", "-1"], ["--workers", "x"], ["--page-cpu", "0"], ["--page-memory", "1.5"]]
)
def test_limits_that_make_no_sense_are_refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A number below the least, or no number, is wrong usage."""
    with pytest.raises(SystemExit):
        main(["clean", "-", *words])
    assert "number from" in capsys.readouterr().err


def test_output_is_the_same_with_any_number_of_workers(tmp_path: Path) -> None:
    """The files of runs with no, one and three workers have the same bytes."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(12):
        write_page(folder, f"{number}.html").write_text(PAGE.replace("The river", f"River {number}"))
    found = []
    for workers in ("0", "1", "3"):
        out = tmp_path / f"{workers}.jsonl"
        assert main(["clean", str(folder), "-q", "--workers", workers, "-o", str(out)]) == 0
        found.append(out.read_bytes())
    assert found[0].count(b"\n") == 12
    assert found[0] == found[1] == found[2]


def test_a_page_above_a_limit_is_a_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The run goes on, and the exit code says that every input gave its record."""
    (tmp_path / "a.html").write_text("<p>Paragraph of a few words.</p>" * 40_000)
    write_page(tmp_path, "b.html")
    assert main(["clean", "-q", "--page-cpu", "0.3", str(tmp_path)]) == 0
    long, short = records(capsys.readouterr().out)
    assert (long["skipped"], short["title"]) == ("timeout", "River rises")


def test_an_interrupt_leaves_no_process_and_no_file(tmp_path: Path) -> None:
    """After Ctrl-C the whole group of processes is gone, and the output is not there rather than half."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(400):
        write_page(folder, f"{number}.html")
    out = tmp_path / "out"
    out.mkdir()
    command = [sys.executable, "-m", "scraper", "clean", str(folder), "--workers", "2", "-o", str(out / "all.jsonl")]
    with subprocess.Popen(command, start_new_session=True, stderr=subprocess.PIPE, cwd=Path.cwd()) as run:
        while not list(out.iterdir()) or next(out.iterdir()).stat().st_size == 0:
            assert run.poll() is None
            time.sleep(0.02)
        os.killpg(run.pid, signal.SIGINT)
        assert run.wait(30) == 130
        assert run.stderr is not None
        assert b"Traceback" not in run.stderr.read()
    assert list(out.iterdir()) == []
    with pytest.raises(ProcessLookupError):
        os.killpg(run.pid, 0)
