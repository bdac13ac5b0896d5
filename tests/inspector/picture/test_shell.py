"""The file around the data of a report."""

import base64
import hashlib
import re

from scraper.inspector.picture.shell import policy, render


def test_the_file_needs_nothing_else():
    """A report names no address of anything to load."""
    assert re.findall(r"(?:src|href)=[\"']?(?:https?:|//|data:)", render("t", "{}")) == []
    assert "@import" not in render("t", "{}")


def test_the_policy_knows_the_script():
    """The policy lets the script of the report run and no other."""
    report = render("t", "{}", more_script="/* more */")
    script = report.rsplit("<script>", 1)[1].split("</script>")[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert script.endswith("/* more */")
    assert f"sha256-{digest}" in report.replace("&#x27;", "'")
    assert policy(script, "'none'").startswith("default-src 'none'; script-src 'sha256-")


def test_words_stay_words():
    """A title or data that holds markup ends no element."""
    report = render("</title><b>", '{"a":"</script><!--"}')
    assert "</title><b>" not in report
    assert '{"a":"\\u003c/script>\\u003c!--"}' in report


def test_the_frame_may_not_run_anything():
    """The frame is inert, has an origin and no right to scripts, and a policy of its own."""
    frame = re.search(r"<iframe[^>]*>", render("t", "{}"))
    assert frame is not None
    assert 'sandbox="allow-same-origin"' in frame[0]
    assert " inert " in frame[0]
    assert "Content-Security-Policy" in frame[0]
