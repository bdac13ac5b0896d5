"""Figures and health over HTTP."""

import http.client
import json
import socket
import time

import pytest

from scraper.crawler.operations.endpoint import endpoint
from scraper.crawler.operations.tally import Tally
from scraper.errors import UsageError


def ask(port: int, path: str) -> tuple[int, bytes]:
    """Status and body of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, body


def test_metrics_and_health_answer() -> None:
    """Both paths answer while the block runs, others do not."""
    tally = Tally(0.0, ticked=time.time())
    with endpoint(tally, 0) as port:
        assert ask(port, "/metrics")[0] == 200
        status, body = ask(port, "/health")
        assert (status, json.loads(body)["healthy"]) == (200, True)
        assert ask(port, "/else")[0] == 404


def test_crawl_that_is_stuck_is_unhealthy() -> None:
    """A crawl that has not moved for more than a minute answers 503."""
    with endpoint(Tally(0.0, ticked=time.time() - 100), 0) as port:
        status, body = ask(port, "/health")
    assert (status, json.loads(body)["healthy"]) == (503, False)


def test_port_in_use_is_wrong_usage() -> None:
    """A port that is taken is reported as such."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match="choose another"), endpoint(Tally(0.0), port):
            pass
