"""Debian's Chromium, driven by Playwright, for tests that need a real browser."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")


@contextmanager
def chromium() -> Iterator[Any]:
    """Yield a running browser; the test is skipped, with the reason, where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="needs the package playwright (extra test)")
    if PROGRAM is None:
        pytest.skip("needs Chromium (Debian: apt-get install chromium)")
    with playwright.sync_playwright() as driver:
        try:
            browser = driver.chromium.launch(executable_path=PROGRAM, args=[*FLAGS])
        except playwright.Error as fault:
            pytest.skip(f"Chromium does not start here: {str(fault).splitlines()[0]}")
        yield browser
        browser.close()
