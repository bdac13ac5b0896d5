"""Pages of strangers that mean harm, opened as reports in a real browser."""

import json

import pytest

from scraper.inspector.picture import render
from tests.inspector.picture.conftest import Opened, report_of
from tests.inspector.picture.hostile import PAYLOADS, RUN, page

# What must not be in the frame, whoever asks for it: elements that load or run, and attributes that hold addresses.
SEARCH = """() => {
  const bad = ["script", "iframe", "frame", "object[data]", "embed", "applet", "link", "base", "img", "svg", "math", "source",
    "track", "area", "template", "style:not(head style)", "meta:not(head meta)", "portal", "fencedframe", "[src]", "[href]",
    "[srcset]", "[action]", "[formaction]", "[background]", "[poster]", "[data]", "[ping]", "[name]", "[autofocus]", "[is]",
    "[target]", "[srcdoc]", "[popover]", "[contenteditable]", "[tabindex]"];
  const doc = report.frame.document;
  const found = bad.filter((selector) => doc.querySelector(selector));
  for (const element of doc.querySelectorAll("*")) {
    found.push(...element.getAttributeNames().filter((name) => name.startsWith("on") || name.includes(":")));
  }
  return found;
}"""
SHEETS = '[...report.frame.document.querySelectorAll("style")].map((s) => s.textContent).join("").toLowerCase()'
RAN = "Boolean(window.__ran) || Boolean(report.frame.element.contentWindow.__ran)"
COVERED = """() => ["title", "tab-story", "panel-story", "flag-story"].filter((id) => {
  const at = document.getElementById(id).getBoundingClientRect();
  const top = document.elementFromPoint(at.left + Math.min(20, at.width / 2), at.top + 12);
  return !document.getElementById(id).contains(top);
})"""


def assert_unharmed(opened: Opened) -> None:
    """Nothing ran, was asked for or said, and the report stands."""
    opened.tab.mouse.click(300, 400)
    opened.tab.keyboard.press("Tab")
    opened.tab.wait_for_timeout(60)
    assert opened.asked == []
    assert opened.dialogs == []
    assert opened.said == []
    assert not opened.ask(RAN)
    assert opened.ask(COVERED) == []
    assert opened.ask("report.marks.boxes.filter(Boolean).length") >= 6


@pytest.mark.parametrize("name", PAYLOADS)
def test_nothing_survives(name, open_report):
    """A hostile page runs nothing, loads nothing, leaves nothing behind in the frame and does not break the report."""
    opened = open_report(report_of(page(PAYLOADS[name]), "http://evil.invalid/page"))
    assert_unharmed(opened)
    assert opened.ask(SEARCH) == []
    sheets = opened.ask(SHEETS).replace("position: static", "")
    assert [word for word in ("url", "@import", "expression", "fixed", "evil", "@font-face") if word in sheets] == []


def requests_of(context, payload: str) -> list[str]:
    """Open a hostile page as it is, with programs on, and return what it asks for."""
    tab, seen = context.new_page(), []

    def route(asked):
        seen.append(asked.request.url)
        if asked.request.url == "http://page.invalid/":
            asked.fulfill(body=page(payload), content_type="text/html; charset=utf-8")
        else:
            asked.abort()

    tab.on("dialog", lambda dialog: dialog.dismiss())
    tab.route("**/*", route)
    tab.goto("http://page.invalid/", wait_until="commit")
    tab.wait_for_timeout(250)
    tab.close()
    return seen


def test_the_pages_are_hostile_indeed(browser):
    """Opened as they are, with programs on, the same pages run programs and load from elsewhere."""
    context = browser.new_context()
    asked = [requests_of(context, payload) for payload in PAYLOADS.values()]
    context.close()
    assert sum("http://evil.invalid/ran" in urls for urls in asked) >= 6
    assert sum(any("evil.invalid" in url for url in urls) for urls in asked) >= 12


STEPS = [
    ["html"],
    ["body", {"onload": RUN}],
    ["script"],
    RUN,
    1,
    ["img", {"src": "http://evil.invalid/x.png", "onerror": RUN}],
    1,
    ["iframe", {"srcdoc": f"<script>{RUN}</script>", "src": "http://evil.invalid/f"}],
    1,
    ["style"],
    "@import 'http://evil.invalid/i.css'; p { background: url(http://evil.invalid/b.png) }",
    1,
    ["link", {"rel": "stylesheet", "href": "http://evil.invalid/l.css"}],
    1,
    ["object", {"data": "http://evil.invalid/o"}],
    1,
    ["meta", {"http-equiv": "refresh", "content": "0;url=http://evil.invalid/r"}],
    1,
    ["form", {"action": "http://evil.invalid/p", "id": "f"}],
    1,
    ["a", {"href": f"javascript:{RUN}", "id": "a", "onclick": RUN}],
    "words",
    3,
]


def test_the_other_belts_hold_alone(open_report):
    """Where the allow-lists are passed by, the frame's sandbox and the policy still let nothing run or load."""
    report = report_of(page(""))
    data = json.loads(report.split('id="data">')[1].split("</script>")[0])
    data["page"], data["places"] = STEPS, [[] for _ in data["places"]]
    opened = open_report(render("hostile", json.dumps(data)))
    opened.ask("report.frame.document.getElementById('a').click()")
    opened.ask("report.frame.document.getElementById('f').submit()")
    opened.tab.wait_for_timeout(300)
    assert not opened.ask(RAN)
    assert [url for url in opened.asked if "evil" in url] == []


def test_words_of_the_record_are_words(open_report):
    """Markup in title, address, metadata and reasons is shown as it stands."""
    nasty = f"</script></title><script>{RUN}</script><img src=x onerror=top.__ran=1>"
    html = page("").replace("The bridge by the mill", nasty.replace("<", "&lt;"))
    meta = f'<meta name=author content="{nasty.replace(chr(34), "")}"><link rel=canonical href="javascript:{RUN}">'
    opened = open_report(report_of(html.replace("</head>", f"{meta}</head>"), "http://evil.invalid/<script>"))
    assert_unharmed(opened)
    assert "<script>" in opened.ask("document.title")


def test_a_page_that_hides_itself_can_be_shown(open_report):
    """A page whose style sheet hides all of it is drawn empty, as a browser would, and shown when asked for."""
    opened = open_report(report_of(page("<style>*{display:none!important}body{visibility:hidden}</style>")))
    assert opened.ask("report.marks.boxes.filter(Boolean).length") == 0
    opened.tab.keyboard.press("h")
    assert_unharmed(opened)


def test_large_data_is_left_out():
    """Five megabytes of a picture inside the page do not come into the report."""
    assert len(report_of(page(PAYLOADS["five megabytes"]))) < 200_000
