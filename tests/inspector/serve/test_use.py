"""Correcting fixtures in a real browser."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from scraper.inspector.fixtures.saved import Fixture, read_fixture
from scraper.inspector.serve.guard import Keys
from scraper.inspector.serve.server import listening
from scraper.inspector.serve.shelf import Shelf
from scraper.model.options import Options
from tests.inspector.fixtures.saved_pages import PAGE, STORY, kept

uvicorn = pytest.importorskip("uvicorn", reason="serving needs uvicorn (extra inspect)")


@dataclass
class Served:
    """A folder that is served, in a tab."""

    tab: Any
    address: str
    fixture: Fixture
    said: list[str] = field(default_factory=list)

    def ask(self, script: str) -> Any:
        """Return what a line of JavaScript gives."""
        return self.tab.evaluate(script)

    def open(self, name: str = "en/river-rises") -> None:
        """Open an item and wait for its corrections."""
        self.tab.goto(f"{self.address}/item?id={name}")
        self.tab.wait_for_selector("html[data-shown]", timeout=20_000)

    def act(self, action: Any) -> None:
        """Do something that changes what is shown, and wait until it is."""
        shown = int(self.ask("document.documentElement.dataset.shown"))
        action()
        self.tab.wait_for_selector(f"html[data-shown='{shown + 1}']", timeout=20_000)

    def expected(self) -> list[str]:
        """Return the roles that the file on the disk expects."""
        return [segment["role"] for segment in read_fixture(self.fixture.folder).expected["segments"]]


@pytest.fixture
def served(browser, tmp_path) -> Iterator[Served]:
    """Serve a folder with a fixture and a page, and open its list by the address that the terminal shows."""
    from scraper.inspector.serve.application import application

    fixture = kept(tmp_path)
    (tmp_path / "other.html").write_text(PAGE.replace("rose", "fell"))
    with listening(0) as door:
        keys = Keys(door.getsockname()[1], "token", "csrf")
        app = application(Shelf(tmp_path, Options()), keys)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
        thread.start()
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        found = Served(context.new_page(), f"http://127.0.0.1:{keys.port}", fixture)
        found.tab.on("console", lambda message: found.said.append(message.text))
        found.tab.on("pageerror", lambda error: found.said.append(str(error)))
        found.tab.goto(f"{found.address}/?token=token")
        yield found
        context.close()
        server.should_exit = True
        thread.join(20)


def test_the_list_leads_to_the_view(served):
    """The list shows both items with their strips, its address has lost the token, and a link opens the view."""
    assert served.tab.url == f"{served.address}/"
    assert served.tab.locator("svg.strip").count() == 2
    served.tab.click("text=en/river-rises")
    served.tab.wait_for_selector("html[data-shown]", timeout=20_000)
    assert "Choose a segment" in served.tab.inner_text(".correct")
    assert served.ask("document.querySelector('.correct button[data-role=body]').disabled")
    assert served.said == []


def test_a_click_and_a_role_correct_a_segment(served):
    """A segment that is clicked and given a role is so in the file, on the page and in the list of differences."""
    served.open()
    at = next(i for i, segment in enumerate(served.fixture.expected["segments"]) if segment["text"] == STORY)
    served.tab.click(f".mark[data-index='{at}']")
    assert served.tab.inner_text(".correct .what") == f"Segment {at + 1} of {len(served.expected())}"
    served.act(lambda: served.tab.click(".correct button[data-role=promo]"))
    assert served.expected()[at] == "promo"
    assert served.ask(f"document.querySelector(\".mark[data-index='{at}']\").dataset.role") == "promo"
    assert "1 difference between" in served.tab.inner_text(".correct summary")
    served.act(lambda: served.tab.click("text=Show: expected"))
    assert served.ask(f"document.querySelector(\".mark[data-index='{at}']\").dataset.role") == "body"
    assert served.said == []


def test_a_range_is_corrected_at_once_and_undone(served):
    """Shift and a click extend the choice to a range; one role is given to all of it, and undo takes all of it back."""
    served.open()
    before = served.expected()
    marks = served.ask(
        "[...document.querySelectorAll('.mark:not(.nowhere)')].map((mark) => Number(mark.dataset.index))"
    )
    first, last = marks[-3], marks[-1]
    served.tab.click(f".mark[data-index='{last}']")
    served.tab.click(f".mark[data-index='{first}']", modifiers=["Shift"])
    assert served.tab.locator(".mark.ranged").count() == last - first + 1
    served.act(lambda: served.tab.click(".correct button[data-role=notice]"))
    assert served.expected() == [*before[:first], *["notice"] * (last - first + 1), *before[last + 1 :]]
    served.act(lambda: served.tab.click("text=Undo"))
    assert served.expected() == before
    assert served.ask("document.querySelector('.correct summary').textContent").startswith("0 differences")
    assert served.said == []


def test_keys_do_the_same(served):
    """A range, a language and undo can be had without a pointer, and what is typed there is no key of the report."""
    served.open()
    for key in ("j", "Shift+J", "l"):
        served.tab.keyboard.press(key)
    served.tab.keyboard.press("Control+a")
    served.tab.keyboard.type("sv")
    served.act(lambda: served.tab.keyboard.press("Enter"))
    tags = [segment["lang"] for segment in read_fixture(served.fixture.folder).expected["segments"]]
    assert tags.count("sv") == 2
    assert not served.ask("report.flags.story")
    served.tab.locator(".mark.chosen").focus()
    served.act(lambda: served.tab.keyboard.press("u"))
    assert read_fixture(served.fixture.folder) == served.fixture


def test_what_is_wrong_is_said(served):
    """A language that is none is refused in words, and the file stays as it is."""
    served.open()
    served.tab.click(".mark[data-role=title]")
    served.tab.fill(".correct input", "no language")
    served.tab.click("text=Set language")
    served.tab.wait_for_selector(".correct .fault:not(:empty)")
    assert "is no language tag" in served.tab.inner_text(".correct .fault")
    assert read_fixture(served.fixture.folder) == served.fixture


def test_a_page_becomes_a_fixture(served):
    """The first correction of a saved page keeps it as a fixture and goes on there."""
    served.open("other.html")
    assert "Not a fixture yet" in served.tab.inner_text(".correct summary")
    served.tab.click(".mark[data-role=title]")
    served.tab.click(".correct button[data-role=promo]")
    served.tab.wait_for_url("**/item?id=en%2Fother")
    kept_page = read_fixture(served.fixture.folder.parent / "other")
    assert "promo" in [segment["role"] for segment in kept_page.expected["segments"]]


def test_other_sites_cannot_reach_it(served, browser):
    """A page of another origin in the same browser can neither read, nor frame, nor change anything."""
    tab = served.tab.context.new_page()
    tab.route("https://evil.example/**", lambda route: route.fulfill(content_type="text/html", body="<p>evil"))
    tab.goto("https://evil.example/")
    said = '{"id": "en/river-rises", "first": 0, "role": "promo"}'
    script = f"""async () => {{
      const found = [];
      for (const mode of ["cors", "no-cors"]) {{
        const asked = {{ method: "POST", mode, credentials: "include", body: '{said}' }};
        try {{ found.push((await fetch("{served.address}/correct", asked)).type); }} catch {{ found.push("refused"); }}
      }}
      return found;
    }}"""
    assert tab.evaluate(script) in (["refused", "opaque"], ["refused", "refused"])
    assert read_fixture(served.fixture.folder) == served.fixture
    tab.evaluate(f"document.body.innerHTML = '<iframe src=\"{served.address}/\"></iframe>'")
    tab.wait_for_timeout(500)
    framed = [frame.content() for frame in tab.frames if frame is not tab.main_frame]
    assert all("river-rises" not in content for content in framed)
    tab.close()
