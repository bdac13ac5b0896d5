"""Web pages in any language in, clean labelled text out: every segment with its role, language and reasons.

>>> import scraper
>>> record = scraper.clean("<h1>Rain</h1><p>It rained all day in the valley, and nobody minded.</p>")
>>> record.text
'It rained all day in the valley, and nobody minded.'
"""

from typing import TYPE_CHECKING, Any

from scraper.errors import ScraperError
from scraper.model.document import Document, Skipped, SkipReason
from scraper.model.guard import Guard
from scraper.model.options import Options
from scraper.model.segment import Kind, Role, Segment
from scraper.model.version import __version__

if TYPE_CHECKING:
    from scraper.pipeline import clean
    from scraper.workers import Cleaner

__all__ = [
    "Cleaner",
    "Document",
    "Guard",
    "Kind",
    "Options",
    "Role",
    "ScraperError",
    "Segment",
    "SkipReason",
    "Skipped",
    "__version__",
    "clean",
]


def __getattr__(name: str) -> Any:
    """Load the line when it is first asked for: a program that only reads records should not wait for it."""
    if name == "clean":
        from scraper.pipeline import clean

        return clean
    if name == "Cleaner":
        from scraper.workers import Cleaner

        return Cleaner
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
