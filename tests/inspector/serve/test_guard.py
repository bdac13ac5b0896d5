"""Who may ask what."""

from dataclasses import replace

import pytest

from scraper.inspector.serve.guard import CSRF, HEADERS, Asked, Keys, is_same, misdirected, refusal

KEYS = Keys(8123, "the token", "the csrf")
GET = Asked("GET", {"host": "127.0.0.1:8123", "sec-fetch-site": "same-origin"}, {"scraper-8123": "the token"})
SENT = {"origin": "http://127.0.0.1:8123", "content-type": "application/json; charset=utf-8", CSRF: "the csrf"}
POST = replace(GET, method="POST", headers={**GET.headers, **SENT})


def test_the_servers_own_pages_may_ask():
    """With the right name, cookie, origin and secret a request passes, also under the name localhost."""
    assert refusal(GET, KEYS) is None
    assert refusal(POST, KEYS) is None
    assert refusal(replace(GET, headers={"host": "localhost:8123"}), KEYS) is None


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("host", "evil.example"),
        ("host", "evil.example:8123"),
        ("host", "127.0.0.1"),
        ("host", "127.0.0.1:81234"),
        ("host", ""),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ],
)
def test_strangers_are_refused(header, value):
    """Another name for this machine, another port, and requests that other sites made are refused, cookie or not."""
    for asked in (GET, POST):
        changed = replace(asked, headers={**asked.headers, header: value})
        assert refusal(changed, KEYS)
        assert misdirected(changed, KEYS)


@pytest.mark.parametrize(
    "cookies", [{}, {"scraper-8123": ""}, {"scraper-8123": "the toke"}, {"scraper-1": "the token"}]
)
def test_the_cookie_is_needed(cookies):
    """Without the token of this run in the cookie of this port nothing is answered."""
    assert refusal(replace(GET, cookies=cookies), KEYS)
    assert refusal(replace(POST, cookies=cookies), KEYS)


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("origin", "null"),
        ("origin", ""),
        ("origin", "https://127.0.0.1:8123"),
        ("origin", "http://localhost:8123"),
        ("origin", "http://evil.example"),
        ("content-type", "text/plain"),
        ("content-type", "application/x-www-form-urlencoded"),
        ("content-type", ""),
        (CSRF, ""),
        (CSRF, "the token"),
    ],
)
def test_changes_need_the_servers_own_page(header, value):
    """What changes something needs the server's own origin, JSON, and the secret of its pages."""
    assert refusal(replace(POST, headers={**POST.headers, header: value}), KEYS)


def test_secrets_of_any_signs_are_compared():
    """Secrets are compared whatever characters a request puts there."""
    assert is_same("ä\ud800", "ä\ud800")
    assert not is_same("ä", "a")


def test_answers_allow_nothing():
    """Answers may not be framed, kept, sniffed or read by other sites, and load nothing."""
    assert "frame-ancestors 'none'" in HEADERS["Content-Security-Policy"]
    assert HEADERS["Content-Security-Policy"].startswith("default-src 'none'")
    assert HEADERS["Cache-Control"] == "no-store"
