"""What a browser really shows of hostile pages: `python -m tests.measuring.browser [KIND ...]` asks Chromium.

Every kind says which sentences a browser shows. Each page is opened, with programs off, as if a server had sent it, and
its text is looked through; a page on which Chromium needs more than 20 seconds, or dies, is named and gives no answer.
"""

import sys
from typing import Any

from tests.chromium import chromium
from tests.hostile.kind import Kind
from tests.hostile.kinds import KINDS

ADDRESS = "http://page.invalid/"
SIZE = 2_000_000
PATIENCE = 20_000


def visible(browser: Any, kind: Kind) -> str:
    """Return the text that a browser shows of a page, white space folded."""
    body = kind.make()
    context = browser.new_context(java_script_enabled=False)
    try:
        tab = context.new_page()
        tab.route("**/*", lambda route: route.abort())
        sent = body.encode("utf-8", "replace") if isinstance(body, str) else body
        tab.route(ADDRESS, lambda route: route.fulfill(body=sent, content_type="text/html"))
        tab.goto(ADDRESS, wait_until="domcontentloaded", timeout=PATIENCE)
        return " ".join(tab.inner_text("body", timeout=PATIENCE).split())
    finally:
        context.close()


def main(names: list[str]) -> int:
    """Print what is not as a kind says; the last line counts."""
    from playwright.sync_api import Error

    asked = names or [name for name, kind in KINDS.items() if kind.size() <= SIZE]
    wrong = silent = 0
    for name in asked:
        kind = KINDS[name]
        # One browser a page: after a page that it died of it would not answer for the others.
        try:
            with chromium() as browser:
                text = visible(browser, kind)
        except Error as fault:
            silent += 1
            print(f"{name:32} no answer: {str(fault).splitlines()[0]}", flush=True)  # noqa: T201
            continue
        missing = [sentence for sentence in kind.shown if sentence not in text]
        wrong += bool(missing)
        print(f"{name:32} {'hides: ' + missing[0] if missing else 'shows what is said'}", flush=True)  # noqa: T201
    print(f"{len(asked)} kinds, {wrong} of which a browser shows less than is said, {silent} without an answer")  # noqa: T201
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
