"""Addresses and their answers."""

import json

import pytest

from scraper.inspector.fixtures.saved import read_fixture
from scraper.inspector.serve.guard import CSRF, HEADERS, Keys
from scraper.inspector.serve.shelf import Shelf
from scraper.model.options import Options
from tests.inspector.fixtures.saved_pages import kept

pytest.importorskip("starlette", reason="serving needs starlette (extra inspect)")

from starlette.testclient import TestClient

from scraper.inspector.serve.application import application

KEYS = Keys(8123, "the token", "the csrf")
ORIGIN = "http://127.0.0.1:8123"
WRITE = {"Origin": ORIGIN, CSRF: "the csrf"}


@pytest.fixture
def fixture(tmp_path):
    """Return a fixture in a folder that is served."""
    return kept(tmp_path)


@pytest.fixture
def stranger(fixture, tmp_path):
    """Return a client without the cookie."""
    return TestClient(application(Shelf(tmp_path, Options()), KEYS), base_url=ORIGIN, follow_redirects=False)


@pytest.fixture
def client(stranger):
    """Return a client that has come by the address on the terminal."""
    assert stranger.get("/?token=the token").status_code == 303
    return stranger


def test_the_token_becomes_a_cookie(stranger):
    """The token is exchanged for a cookie that no script and no other site gets, and the address loses it."""
    answer = stranger.get("/?token=the token")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert stranger.get("/").status_code == 200


@pytest.mark.parametrize("address", ["/", "/item?id=en/river-rises", "/?token=wrong", "/?token=", "/none", "/correct"])
def test_nothing_is_told_without_it(stranger, address):
    """Without the token every address answers the same refusal, and a wrong token gives no cookie."""
    answer = stranger.get(address)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8123", "127.0.0.1:1"])
def test_other_names_are_refused(client, host):
    """A request under another name for this machine is refused although the cookie is there, and so is the token."""
    assert client.get("/", headers={"Host": host}).status_code == 403
    assert client.get("/?token=the token", headers={"Host": host}).status_code == 403


def test_every_answer_bears_the_headers(client):
    """List, report, refusal and fault all bear the guard's headers, the report with its own policy inside."""
    answers = [client.get(address) for address in ("/", "/item?id=en/river-rises", "/item?id=x", "/none")]
    answers.append(client.get("/", headers={"Host": "evil.example"}))
    for answer in answers:
        for name in HEADERS.keys() - {"Content-Security-Policy"}:
            assert answer.headers[name] == HEADERS[name]
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert "script-src" in answers[1].text


def test_corrections_are_written_and_taken_back(client, fixture):
    """A correction changes the file and says what differs now; taken back, the file is as before."""
    said = {"id": "en/river-rises", "first": 2, "last": 3, "role": "promo"}
    answer = client.post("/correct", json=said, headers=WRITE)
    assert answer.status_code == 200
    assert answer.json()["undoable"] == 1
    assert len(answer.json()["differences"]) == 2
    assert read_fixture(fixture.folder).expected["segments"][2]["role"] == "promo"
    assert client.post("/undo", json={"id": "en/river-rises"}, headers=WRITE).json()["differences"] == []
    assert read_fixture(fixture.folder) == fixture
    again = client.post("/undo", json={"id": "en/river-rises"}, headers=WRITE)
    assert (again.status_code, "no correction" in again.json()["error"]) == (400, True)


@pytest.mark.parametrize(
    "headers",
    [
        {CSRF: "the csrf"},
        {"Origin": ORIGIN},
        {"Origin": "http://evil.example", CSRF: "the csrf"},
        {"Origin": "null", CSRF: "the csrf"},
        {**WRITE, "Content-Type": "text/plain"},
        {**WRITE, "Sec-Fetch-Site": "cross-site"},
        {**WRITE, "Host": "evil.example"},
    ],
)
def test_forged_corrections_change_nothing(client, fixture, headers):
    """A correction from elsewhere is refused, whatever part of it was forged, and the file stays as it is."""
    said = json.dumps({"id": "en/river-rises", "first": 0, "role": "promo"})
    answer = client.post("/correct", content=said, headers={"Content-Type": "application/json", **headers})
    assert answer.status_code == 403
    assert read_fixture(fixture.folder) == fixture


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"id": "en/river-rises"}', b"[" * 60_000, b'{"id": "../.."}', b" " * 70_000]
)
def test_nonsense_is_a_fault_of_who_sent_it(client, fixture, body):
    """A body that is no correction is answered with what is wrong, and the file stays as it is."""
    answer = client.post("/correct", content=body, headers={**WRITE, "Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["error"]
    assert read_fixture(fixture.folder) == fixture


def test_reading_takes_no_writing_method(client):
    """A correction cannot be sent as a link, nor a page be asked for as a change."""
    assert client.get("/correct").status_code == 405
    assert client.post("/", json={}, headers=WRITE).status_code == 405
