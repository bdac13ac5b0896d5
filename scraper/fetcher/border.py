"""What errors of other packages mean here; the tables stand with the owners of those packages.

No foreign error passes the border of a visit: each has a row, and a class without one means what its nearest base does.
"""

from collections.abc import Mapping
from typing import NamedTuple

from scraper.errors import AddressError, AnswerError, ConnectError, FetchError


class Meaning(NamedTuple):
    """What a foreign error means here."""

    error: type[FetchError]
    """Raised in its place."""
    words: str
    """What happened and what to do, for the message; the foreign error's own words follow in brackets."""


Meanings = Mapping[type[Exception], Meaning]
"""From foreign classes to what they mean."""

IN_TIME = "allow more with --deadline"
ADDRESS = Meaning(AddressError, "the address cannot be asked for; check its spelling")
UNREACHED = Meaning(ConnectError, "no connection; check the name, the network, and any proxy")
BROKEN = Meaning(ConnectError, "the connection broke; try again later")
UNUSABLE = Meaning(AnswerError, "the answer is not usable HTTP; try again later")


def translate(error: Exception, address: str, meanings: Meanings) -> FetchError:
    """Return this package's error for a foreign one that the table knows (KeyError for others)."""
    known = next((base for base in type(error).__mro__ if base in meanings), type(error))
    meaning = meanings[known]
    detail = one_line(error)
    return meaning.error(f"{address}: {meaning.words}" + (f" ({detail})" if detail else ""))


def one_line(error: Exception) -> str:
    """Return an error's own words on one line, cut to a sensible length."""
    return " ".join(str(error).split())[:300]
