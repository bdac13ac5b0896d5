"""`scraper fetch`."""

import time
from types import TracebackType
from typing import Any, Self

import pytest

import scraper.fetcher
from scraper.cli import main
from scraper.errors import ConnectError
from scraper.fetcher import Guard, Limits
from scraper.model.page import FetchResult, Http
from tests.commands.pages import PAGE, records


class Web:
    """Stands for the fetcher: two addresses answer, one does at the third attempt, all others do not."""

    limits: Limits
    guard: Guard
    asked: int

    def __init__(self, limits: Limits, guard: Guard) -> None:
        Web.limits = limits
        Web.guard = guard
        Web.asked = 0

    def __enter__(self) -> Self:
        """Open nothing."""
        return self

    def __exit__(self, kind: Any, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close nothing."""

    def fetch(self, url: str) -> FetchResult:
        """Answer with the page, or raise as the fetcher does."""
        Web.asked += 1
        if url == "https://example.org/busy":
            status = 200 if Web.asked == 3 else 503
            return FetchResult(url, PAGE.encode(), url, Http(status, url), headers=(("retry-after", "7"),))
        status = {"https://example.org/a": 200, "https://example.org/gone": 404}.get(url)
        if status is None:
            raise ConnectError(f"{url}: no such host")
        return FetchResult(url, PAGE.encode(), url, Http(status, url), "2024-05-01T10:00:00Z")


@pytest.fixture(autouse=True)
def web(monkeypatch: pytest.MonkeyPatch) -> type[Web]:
    monkeypatch.setattr(scraper.fetcher, "Fetcher", Web)
    return Web


@pytest.fixture(autouse=True)
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Wait for nothing, and return how long would have been waited."""
    naps: list[float] = []
    monkeypatch.setattr(time, "sleep", naps.append)
    return naps


def test_answer_becomes_a_record(capsys: pytest.CaptureFixture[str]) -> None:
    """A page that was downloaded gives a document with its address and time."""
    assert main(["fetch", "https://example.org/a"]) == 0
    (record,) = records(capsys.readouterr().out)
    assert (record["source"], record["title"], record["http"]["status"]) == (
        "https://example.org/a",
        "River rises",
        200,
    )
    assert record["fetched_at"] == "2024-05-01T10:00:00Z"


def test_no_answer_is_a_record_and_exit_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    """An address without an answer gives a skip with the cause, the others are still fetched, the exit code is 1."""
    assert main(["fetch", "https://nowhere.example/", "https://example.org/a"]) == 1
    out, err = capsys.readouterr()
    failed, good = records(out)
    assert (failed["url"], failed["skipped"]) == ("https://nowhere.example/", "fetch_failed")
    assert "no such host" in failed["detail"]
    assert "no such host" in err
    assert good["title"] == "River rises"


def test_status_of_refusal_is_a_record_and_exit_code_0(capsys: pytest.CaptureFixture[str]) -> None:
    """An answer with an error status is what the web did: a skip, and no failure of the run."""
    assert main(["fetch", "https://example.org/gone"]) == 0
    assert records(capsys.readouterr().out)[0]["skipped"] == "http_status"


def test_limits_are_handed_over(web: type[Web]) -> None:
    """Limits that are given reach the fetcher, the others stay as they are."""
    main(["fetch", "https://example.org/a", "--deadline", "2.5", "--max-bytes", "1000", "--user-agent", "me"])
    assert web.limits == Limits(deadline=2.5, max_bytes=1000, user_agent="me")


@pytest.mark.parametrize(
    "words",
    [["--deadline", "0"], ["--deadline", "nan"], ["--max-bytes", "1.5"], ["--max-bytes", "x"], ["--retries", "-1"]],
)
def test_limits_that_make_no_sense_are_wrong_usage(words: list[str]) -> None:
    """A limit that is not a number above 0 is exit code 2 before anything is fetched."""
    with pytest.raises(SystemExit) as left:
        main(["fetch", "https://example.org/a", *words])
    assert left.value.code == 2


def test_busy_servers_are_asked_again(naps: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    """A server that asks for seconds gets them, each wait is said aloud, and the page is a record at last."""
    assert main(["fetch", "https://example.org/busy"]) == 0
    out, err = capsys.readouterr()
    assert records(out)[0]["title"] == "River rises"
    assert naps == [7.0, 7.0]
    assert "status-503; attempt 2 of 3 in 7.0 s" in err


@pytest.mark.parametrize(("retries", "attempts"), [("0", 1), ("1", 2), ("4", 5)])
def test_retries_are_counted(web: type[Web], naps: list[float], retries: str, attempts: int) -> None:
    """An address that never answers is asked once and then as often as `--retries` says."""
    assert main(["fetch", "https://nowhere.example/", "--retries", retries, "-q"]) == 1
    assert (web.asked, len(naps)) == (attempts, attempts - 1)


def test_final_answers_are_asked_for_once(web: type[Web], naps: list[float]) -> None:
    """A page that is gone is not asked for again."""
    main(["fetch", "https://example.org/gone"])
    assert (web.asked, naps) == (1, [])


def test_private_networks_take_permission(web: type[Web]) -> None:
    """Nothing but public addresses is asked unless it is allowed."""
    main(["fetch", "https://example.org/a"])
    assert web.guard == Guard(proxies=True)
    main(["fetch", "https://example.org/a", "--allow-loopback", "--allow-private"])
    assert web.guard == Guard(allow_loopback=True, allow_private=True, proxies=True)
