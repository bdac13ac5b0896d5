"""Other tools on the same page."""

import importlib.util
import sys

import pytest

from scraper.errors import MissingExtraError
from scraper.inspector.peers import PEERS

WORDS = "The river rose by two metres in the night, and the bridge was closed before dawn. " * 4
PAGE = f"<html><head><title>Río</title></head><body><article><h1>Río</h1><p>{WORDS}</p></article>".encode("latin-1")
NEEDED = {"resiliparse": "resiliparse", "trafilatura": "trafilatura", "bare_extraction": "trafilatura"}


@pytest.mark.parametrize("name", PEERS)
def test_peer_reads_bytes(name: str) -> None:
    """Every peer finds the story in the page's bytes, and the story timed is the story scored."""
    if importlib.util.find_spec(NEEDED[name]) is None:
        pytest.skip(f"needs {name}")
    peer = PEERS[name]
    assert "bridge was closed" in peer.read(PAGE, None).text
    assert peer.text(PAGE) == peer.read(PAGE, None).text
    assert peer.name == name


def test_missing_package_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its package a peer raises an error that says how to get it."""
    monkeypatch.setitem(sys.modules, "resiliparse.extract.html2text", None)
    with pytest.raises(MissingExtraError, match=r"scraper\[compare\]"):
        PEERS["resiliparse"].read(PAGE, None)
