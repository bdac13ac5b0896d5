"""What of a text is looked at: addresses out, small letters, composed characters, a bounded number of them."""

import re
import unicodedata
from collections.abc import Collection
from typing import Final

LIMIT: Final = 400
"""Characters looked at in one text: more do not change the answer and would only cost time."""

_READ: Final = 4 * LIMIT  # an address may be long: enough is read that something may be left after it

# Top-level names are in ASCII letters, so that a full stop without a space inside Cyrillic text is no domain.
_ADDRESS: Final = re.compile(
    r"\b[a-z][a-z0-9+.-]{1,15}://\S{1,2000}"
    r"|\bwww\.\S{1,2000}"
    r"|[\w.+%-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+"
    r"|\[email.protected\]"  # what a common protection against spam leaves of an address
    r"|(?<![\w@])[@#][\w.]{1,64}"
    r"|\b[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9][a-z0-9-]{0,62}){0,4}\.[a-z]{2,10}\b(?:/\S{0,2000})?",
    re.ASCII,
)

# Asked first, because it is quick and most texts have none. Each way begins with a fixed sign, which is found at once.
_SIGN: Final = re.compile(r"\.(?<=[a-z0-9]\.)[a-z]|[@#]|://|www\.|\[email", re.ASCII)

_PARTS: Final = "\v"
"""What texts are joined by while they are cleaned together: no letter, no part of an address, on hardly any page."""


def clean(texts: Collection[str]) -> list[str]:
    """Return the part of each text that speaks for a language: at most `LIMIT` characters, lower case, no addresses.

    All texts are brought to small, composed letters at once; a vertical tab inside one becomes a space.
    """
    if not texts:
        return []
    joined = _PARTS.join([text[:_READ] for text in texts])
    if joined.count(_PARTS) >= len(texts):
        joined = _PARTS.join([text[:_READ].replace(_PARTS, " ") for text in texts])
    small = joined.lower()
    if not small.isascii() and not unicodedata.is_normalized("NFC", small):
        small = unicodedata.normalize("NFC", small)
    return [(_ADDRESS.sub(" ", one) if _SIGN.search(one) else one)[:LIMIT] for one in small.split(_PARTS)]
