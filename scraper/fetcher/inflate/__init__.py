"""Undoing a content coding piece by piece, so that a small answer cannot grow without bound unseen.

HTTP clients inflate whatever one read brought in one go: 64 KiB of gzip become 64 MiB, of brotli or zstd gigabytes. So
bodies are taken raw and inflated here, in pieces that are each asked for. One coding is undone; a body packed twice
is refused, because nobody does that but to hide a bomb.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Protocol

from scraper.errors import AnswerError
from scraper.fetcher.inflate.br import Brotli
from scraper.fetcher.inflate.deflated import Deflated, Gzip
from scraper.fetcher.inflate.zstd import Zstd

ACCEPTED = "gzip, deflate, br, zstd"
"""Value of the `Accept-Encoding` header that promises no more than can be done here."""


class Inflater(Protocol):
    """A body of one coding on its way to its plain bytes."""

    @property
    def complete(self) -> bool:
        """Whether the body may end here: at the end of a stream, or before anything came."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield plain pieces of a few mebibytes at most; nothing is inflated before it is asked for.

        Raises AnswerError (without address) where the bytes are not what the coding promises.
        """


INFLATERS: Mapping[str, Callable[[], Inflater]] = MappingProxyType(
    {"gzip": Gzip, "x-gzip": Gzip, "deflate": Deflated, "br": Brotli, "zstd": Zstd}
)
"""What undoes each coding (RFC 9110, 8.4.1; RFC 7932; RFC 8878)."""


def inflater(coding: str) -> Inflater:
    """Return what undoes a `Content-Encoding`; raises AnswerError (without address) where nothing does."""
    if "," in coding:
        raise AnswerError(f"the body is packed more than once ({coding[:40]!r}), which is refused")
    if coding not in INFLATERS:
        raise AnswerError(f"the body is encoded as {coding[:40]!r}, which was not asked for and cannot be undone")
    return INFLATERS[coding]()
