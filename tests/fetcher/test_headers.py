"""What is kept of an answer's head."""

from scraper.fetcher.headers import describe
from scraper.fetcher.redirects import Trail
from scraper.model.page import Http


def test_headers_are_kept_as_sent() -> None:
    """Every field of `Http` comes from its header, unchanged."""
    trail = Trail("http://a.example/", 1)
    trail.follow("/b")
    headers = {
        "content-type": "text/html; charset=GB2312",
        "etag": 'W/"x"',
        "last-modified": "Thu, 01 Jan 2026 00:00:00 GMT",
        "content-language": "zh-CN",
    }
    assert describe(404, headers, trail) == Http(
        status=404,
        url="http://a.example/b",
        redirects=("http://a.example/",),
        content_type="text/html; charset=GB2312",
        etag='W/"x"',
        last_modified="Thu, 01 Jan 2026 00:00:00 GMT",
        content_language="zh-CN",
    )


def test_missing_and_empty_headers_are_none() -> None:
    """A header that says nothing is None."""
    assert describe(200, {"etag": ""}, Trail("http://a.example/", 1)) == Http(200, "http://a.example/")
