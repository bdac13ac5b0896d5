"""Every fault of the table ends as the table says, in time and in bounds."""

import json
import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.fetcher.faults.fault import Fault
from tests.fetcher.faults.servers import certificates, serve
from tests.fetcher.faults.table import FAULTS, rows
from tests.fetcher.faults.visitor import LIMITS

PROJECT = Path(__file__).resolve().parents[2]
MEBIBYTE = 1024
"""Kilobytes, in which the system tells memory."""


@pytest.fixture(scope="module")
def account() -> dict[str, Any]:
    """Serve all faults, let a process of its own visit them, and return what it tells."""
    authority, contexts = certificates()
    with ExitStack() as stack:
        servers = {fault.name: stack.enter_context(serve(fault, contexts)) for fault in FAULTS}
        page = next(fault for fault in FAULTS if fault.name == "HTTP/2: a page")
        ports = {name: server.port for name, server in servers.items()}
        ports["warm-up"] = stack.enter_context(serve(page, contexts)).port
        trusted = stack.enter_context(authority.cert_pem.tempfile())
        done = subprocess.run(
            [sys.executable, "-m", "tests.fetcher.faults.visitor"],
            input=json.dumps(ports),
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
            cwd=PROJECT,
            env={**os.environ, "SSL_CERT_FILE": trusted, "PYTHONPATH": str(PROJECT)},
        )
        assert done.returncode == 0, done.stderr
        told: dict[str, Any] = json.loads(done.stdout)
        assert done.stderr == ""
        return told | {"requests": {name: len(server.heads) for name, server in servers.items()}}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_ends_as_the_table_says(account: dict[str, Any], fault: Fault) -> None:
    """Each fault has the outcome, the body and the number of requests that its row says."""
    told = account["faults"][fault.name]
    assert told["outcome"] == fault.told, told
    assert account["requests"][fault.name] == fault.requests
    assert told.get("asked") == (fault.asked if fault.asked is None else pytest.approx(fault.asked, abs=5))
    if fault.body is not None:
        assert bytes.fromhex(told["body"]) == fault.body[:5000]
    message = told.get("message", "x: y; z")
    assert len(message.splitlines()) == 1
    assert "secret" not in message


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_ends_in_time(account: dict[str, Any], fault: Fault) -> None:
    """No fault lasts longer than the deadline and a second."""
    assert account["faults"][fault.name]["seconds"] <= LIMITS.deadline + 1


def test_faults_take_little_memory(account: dict[str, Any]) -> None:
    """All faults together, gibibyte bombs under the limits of every day among them, raise memory by 32 MB at most."""
    assert account["rise"] <= 32 * MEBIBYTE


def test_there_are_many_faults() -> None:
    """The table has at least 50 rows, each with a name of its own."""
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= 50


def test_the_readme_shows_the_table() -> None:
    """The fetcher's README has exactly the rows of the table."""
    shown = (PROJECT / "scraper" / "fetcher" / "README.md").read_text(encoding="utf-8").splitlines()
    start = shown.index("| what the server does | outcome | requests |")
    end = next(at for at in range(start, len(shown) + 1) if at == len(shown) or not shown[at].startswith("|"))
    assert shown[start:end] == rows()
