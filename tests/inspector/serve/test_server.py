"""Serving on loopback."""

import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

from scraper.errors import MissingExtraError, OutputError
from scraper.inspector.serve import server
from tests.inspector.fixtures.saved_pages import kept


def test_only_this_machine_is_listened_to():
    """The socket is bound to loopback, and a port that is taken is named."""
    with server.listening(0) as door:
        host, port = door.getsockname()
        assert host == "127.0.0.1"
        with pytest.raises(OutputError, match=f"port {port}"):
            server.listening(port)


def test_the_missing_extra_is_named(monkeypatch):
    """Without the packages the message says which extra brings them."""
    monkeypatch.setattr(server, "find_spec", lambda _: None)
    with pytest.raises(MissingExtraError, match=r"scraper\[inspect\]"):
        server.need_extra()


def test_a_folder_is_served_until_interrupted(tmp_path, root):
    """The command tells an address that answers with the list; without its token nothing does; an interrupt ends it."""
    pytest.importorskip("uvicorn", reason="serving needs uvicorn (extra inspect)")
    kept(tmp_path)
    words = [sys.executable, "-m", "scraper", "inspect", "--serve", str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    running = subprocess.Popen(words, stderr=subprocess.PIPE, text=True, env=environment, cwd=tmp_path)
    try:
        assert running.stderr is not None
        address = running.stderr.readline().split()[1]
        cookies = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        assert "en/river-rises" in cookies.open(address, timeout=20).read().decode()
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.build_opener().open(address.partition("?")[0], timeout=20)
    finally:
        running.send_signal(signal.SIGINT)
        running.wait(20)
    assert running.returncode in {0, 130}
