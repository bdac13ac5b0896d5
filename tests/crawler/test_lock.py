"""The lock that dies with its holder."""

import os
import signal
from pathlib import Path

import pytest

from scraper.crawler.lock import hold
from scraper.errors import LockedError, OutputError


def test_second_holder_is_told_who_holds_it(tmp_path: Path) -> None:
    """While a lock is held another attempt fails at once and names the process."""
    path = tmp_path / "x.lock"
    message = rf"the thing .*process {os.getpid()}\b"
    with hold(path, "the thing"), pytest.raises(LockedError, match=message), hold(path, "the thing"):
        pytest.fail("two held it")
    with hold(path, "the thing"):
        assert path.read_text() == f"{os.getpid()}\n"


def test_lock_dies_with_its_holder(tmp_path: Path) -> None:
    """A holder that is killed leaves nothing that would have to be cleaned up."""
    path = tmp_path / "x.lock"
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with hold(path, "the thing"):
            os.write(writing, b"held")
            signal.pause()
        os._exit(0)
    assert os.read(reading, 4) == b"held"
    with pytest.raises(LockedError, match=str(child)), hold(path, "the thing"):
        pytest.fail("two held it")
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with hold(path, "the thing"):
        assert path.read_text() == f"{os.getpid()}\n"


def test_place_that_cannot_be_locked_is_named(tmp_path: Path) -> None:
    """A lock file that cannot be made is an OutputError with its path."""
    with pytest.raises(OutputError, match=r"missing/x\.lock"), hold(tmp_path / "missing" / "x.lock", "the thing"):
        pytest.fail("it was held")
