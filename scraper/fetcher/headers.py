"""What a record keeps of an answer's head."""

from collections.abc import Mapping

from scraper.fetcher.redirects import Trail
from scraper.model.page import Http


def describe(status: int, headers: Mapping[str, str], trail: Trail) -> Http:
    """Return the server's words on the page at the end of a trail.

    `headers` is looked up with lower-case names; values are kept as sent, empty ones as None.
    """
    return Http(
        status=status,
        url=trail.address,
        redirects=trail.passed,
        content_type=headers.get("content-type") or None,
        etag=headers.get("etag") or None,
        last_modified=headers.get("last-modified") or None,
        content_language=headers.get("content-language") or None,
    )
