"""What a page says of its own use, taken from its answer: headers and `meta` elements."""

import re
from typing import Final

from scraper.cleaner.decode import decode
from scraper.cleaner.parse import metas
from scraper.crawler.robots.signals import read_signals
from scraper.model.document import Skipped
from scraper.model.page import FetchResult
from scraper.model.signals import Signals

# To parse every page once more would cost more than the rest of this file; pages that say something say it like this.
_TOLD: Final = re.compile(
    rb"<meta\b[^>]{0,400}?(?:no(?:index|follow|ai|imageai|snippet|archive|ne)|tdm-)", re.IGNORECASE
)
_WIDE: Final = b"\0"


def signals_of(result: FetchResult, agent: str) -> Signals | None:
    """Return what a page says of its own use to a crawler of this name; None where it says nothing."""
    found = read_signals(result.headers, _metas(result), agent)
    return found if found.because else None


def _metas(result: FetchResult) -> list[tuple[str, str]]:
    """Return the `meta` elements of a page, none where none of them can say anything of its use."""
    body = result.body if isinstance(result.body, bytes) else result.body.encode("utf-8", "replace")
    # In UTF-16 the words cannot be found in the bytes.
    if not _TOLD.search(body) and _WIDE not in body[:64]:
        return []
    page = decode(result)
    return [] if isinstance(page, Skipped) else metas(page.text)
