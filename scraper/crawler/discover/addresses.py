"""Lists of addresses: one a line, `#` at the start of a line or behind a blank begins a comment."""

import re
from typing import Final

from scraper.crawler.discover.found import Link, Offers

MOST_LINES: Final = 1_000_000
"""Lines of a list that are read."""

_COMMENT = re.compile(r"(?:^|\s)#.*")


def read_addresses(body: bytes) -> Offers:
    """Return what a list offers: every line that is not empty is taken for an address."""
    lines = body.decode("utf-8-sig", "replace").splitlines()
    texts = (_COMMENT.sub("", line).strip() for line in lines[:MOST_LINES])
    findings = (f"more than {MOST_LINES} lines; the rest was not read",) if len(lines) > MOST_LINES else ()
    return Offers(tuple(Link(text) for text in texts if text), (), findings)
