"""What several test modules need: the folders of the project, and the shared corpora where they are there."""

import signal
from pathlib import Path

import pytest

pytest_plugins = ("scraper.inspector.fixtures.plugin", "pytester")
"""The project's own fixtures are run by the plugin that it ships; `pytester` is for the tests of that plugin."""

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """Top folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder of corpora and vectors beside the project; the test is skipped where it is missing."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the corpora and vectors in ../shared, which are not part of the project")
    return folder


@pytest.fixture(scope="session", autouse=True)
def _interrupts() -> None:
    """Let Ctrl-C be heard: shells start what runs in the background with it ignored, and children inherit that."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
