"""The process as a whole."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

COMMAND = (sys.executable, "-m", "scraper")


def test_process_ends_with_the_exit_code(root: Path) -> None:
    """The process's exit code is that of the command."""
    for words, code in (("--version", 0), ("nonsense", 2)):
        assert subprocess.run([*COMMAND, words], cwd=root, capture_output=True, check=False).returncode == code


def test_libraries_do_not_chatter(root: Path) -> None:
    """What libraries warn of or log about a page does not appear on standard error, unless warnings are asked for."""
    program = "import logging, warnings; from scraper.__main__ import _quieten; _quieten(); "
    program += "logging.getLogger('x').error('chatter'); warnings.warn('chatter')"
    for options, spoken in (([], False), (["-W", "default"], True)):
        command = [sys.executable, *options, "-c", program]
        found = subprocess.run(command, cwd=root, capture_output=True, check=True, text=True)
        assert ("chatter" in found.stderr) is spoken


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_end_from_outside_leaves_no_half_file(root: Path, tmp_path: Path, number: signal.Signals, code: int) -> None:
    """A process that is told to end while it works removes what it had begun to write."""
    command = [*COMMAND, "clean", "-", "-o", str(tmp_path / "out.jsonl")]
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        until = time.monotonic() + 20
        while not [*tmp_path.iterdir()] and time.monotonic() < until:
            time.sleep(0.02)
        assert [*tmp_path.iterdir()]
        process.send_signal(number)
        assert process.wait(20) == code
    assert not [*tmp_path.iterdir()]


def test_matrices_take_one_core(root: Path) -> None:
    """The process computes on one core unless its user wants more threads, and looks for circles of objects seldom."""
    program = "import gc, os; from scraper.__main__ import _hasten; _hasten(); "
    program += "print(os.environ['OPENBLAS_NUM_THREADS'], gc.get_threshold()[0])"
    plain = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    for set_before, threads in (({}, "1"), ({"OPENBLAS_NUM_THREADS": "2"}, "2")):
        environment = {**plain, **set_before}
        command = [sys.executable, "-c", program]
        found = subprocess.run(command, cwd=root, capture_output=True, check=True, text=True, env=environment)
        assert found.stdout.split() == [threads, "50000"]
