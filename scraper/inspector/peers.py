"""Other tools, to be measured on the same pages by the same measure; the only file that knows resiliparse.

Each gets the page's bytes and does everything by its own means, decoding included.
"""

from collections.abc import Mapping
from typing import Final

from scraper.cleaner import second_opinion
from scraper.errors import MissingExtraError
from scraper.inspector.answer import Answer, System


def _trafilatura(body: bytes, url: str | None) -> Answer:
    """Return trafilatura's answer."""
    found = second_opinion.describe(body, url)
    return Answer(second_opinion.extract(body), found.title, found.authors, found.published)


def _resiliparse(body: bytes, url: str | None) -> Answer:
    """Return resiliparse's answer; it reads no headline, authors or date, and the address tells it nothing."""
    del url
    return Answer(_resiliparse_text(body))


def _resiliparse_text(body: bytes) -> str:
    """Return resiliparse's main content."""
    try:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.encoding import bytes_to_str, detect_encoding
    except ImportError as fault:
        raise MissingExtraError("comparing with resiliparse needs it: pip install 'scraper[compare]'") from fault
    text: str = extract_plain_text(bytes_to_str(body, detect_encoding(body) or "utf-8"), main_content=True)
    return text


PEERS: Final[Mapping[str, System]] = {
    "trafilatura": System("trafilatura", _trafilatura, second_opinion.extract, describes=True),
    "bare_extraction": System("bare_extraction", _trafilatura, second_opinion.extract_all, describes=True),
    "resiliparse": System("resiliparse", _resiliparse, _resiliparse_text, describes=False),
}
"""Peer by name; a new one is one row and the functions it names."""
