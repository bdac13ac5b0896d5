"""A browser for all tests of this folder, and a way to open a report in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from scraper.inspector.picture import draw
from scraper.model.document import Document
from scraper.model.page import FetchResult
from scraper.pipeline import clean_result


@dataclass
class Opened:
    """A report in a tab, and everything it asked for or complained about."""

    tab: Any
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def ask(self, script: str) -> Any:
        """Return what a line of JavaScript gives in the report."""
        return self.tab.evaluate(script)


def report_of(html: str | bytes, url: str | None = None) -> str:
    """Return the report of a page."""
    page = FetchResult("page.html", html, url)
    record = clean_result(page)
    assert isinstance(record, Document), record
    return draw(page, record)


@pytest.fixture
def open_report(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Write a report into a file, open it from there, and watch it."""
    contexts = []

    def opened(report: str, **settings: Any) -> Opened:
        contexts.append(browser.new_context(**{"viewport": {"width": 1280, "height": 860}, **settings}))
        found = Opened(contexts[-1].new_page())
        place = tmp_path / "report.html"
        place.write_text(report, "utf-8")
        watch(found, place.as_uri())
        found.tab.goto(place.as_uri())
        found.tab.wait_for_selector("html[data-ready]", timeout=20_000)
        return found

    yield opened
    for context in contexts:
        context.close()


def watch(found: Opened, own: str) -> None:
    """Count requests but that for the report itself, messages, errors, dialogs and new tabs."""
    tab = found.tab

    def route(request: Any) -> None:
        if request.request.url == own and not found.asked:
            request.continue_()
        else:
            found.asked.append(request.request.url)
            request.abort()

    tab.context.route("**/*", route)
    tab.context.on("page", lambda other: found.asked.append(f"tab {other.url}"))
    tab.on("console", lambda message: found.said.append(message.text))
    tab.on("pageerror", lambda error: found.said.append(str(error)))
    tab.on("dialog", lambda dialog: (found.dialogs.append(dialog.message), dialog.dismiss()))
