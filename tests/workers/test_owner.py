"""This process's end of the keeper."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scraper.errors import WorkersError
from scraper.workers.owner import open_keeper
from tests.workers.jobs import task


def test_nothing_is_left_open() -> None:
    """After a keeper is gone this process holds no more files than before."""
    folder = Path("/proc/self/fd") if Path("/proc/self/fd").is_dir() else Path("/dev/fd")
    # What other tests have left to be collected must not be collected meanwhile.
    gc.collect()
    before = len(os.listdir(folder))  # noqa: PTH208
    with open_keeper(task()) as keeper:
        keeper.hatch()[1].close()
    assert len(os.listdir(folder)) == before  # noqa: PTH208


def test_what_cannot_be_started_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no interpreter to start, the error says so."""
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    with pytest.raises(WorkersError, match="cannot start workers"), open_keeper(task()):
        pass


def test_the_main_module_of_the_caller_runs_once(tmp_path: Path) -> None:
    """A program without a guard around its main part is not run again in the workers."""
    program = tmp_path / "program.py"
    program.write_text(
        "import scraper\nprint('once')\n"
        "with scraper.Cleaner(workers=1) as cleaner:\n    print(cleaner.clean('<p>It rained all day.').text)\n"
    )
    done = subprocess.run(
        [sys.executable, program], capture_output=True, text=True, check=True, env=_with_this_package()
    )
    assert done.stdout == "once\nIt rained all day.\n"


def _with_this_package() -> dict[str, str]:
    """Return an environment in which a program finds the package under test."""
    return {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
