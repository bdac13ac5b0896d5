"""Runs a contender as processes of its own, counts what it costs, and ends it as harshly as is asked for."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).resolve().parents[2]


class Cost(NamedTuple):
    """What one run of a contender took."""

    code: int
    """Its exit code; negative is the signal that ended it."""
    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of processor time, user and system, with all the processes it started and waited for."""


def start(module: str, arguments: Sequence[str], log: Path) -> subprocess.Popen[bytes]:
    """Start `python -m module arguments` as a process group of its own; what it prints is added to the log."""
    with log.open("ab") as stream:
        return subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            cwd=PROJECT,
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=stream,
            start_new_session=True,
        )


def run(module: str, arguments: Sequence[str], log: Path) -> Cost:
    """Run `python -m module arguments` to its end and return what it took."""
    began = time.monotonic()
    process = start(module, arguments, log)
    try:
        _, status, used = os.wait4(process.pid, 0)
    except BaseException:
        kill(process.pid)
        raise
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(process.returncode, time.monotonic() - began, used.ru_utime + used.ru_stime)


def kill(group: int) -> None:
    """Kill every process of a group at once."""
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return


def family(pid: int) -> list[int]:
    """Return a process and all that descend from it."""
    found = [pid]
    for parent in found:
        for task in Path(f"/proc/{parent}/task").glob("*/children"):
            found += [int(child) for child in task.read_text().split()]
    return found


def resident(pid: int) -> float:
    """Return the megabytes (of a million bytes) of a process that are in memory; 0 when it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith("VmRSS:")), 0.0)
