"""What of a text is looked at: addresses out, small letters, composed characters, a bounded number of them."""

import re
import unicodedata
from typing import Final

LIMIT: Final = 400
"""Characters looked at in one text: more do not change the answer and would only cost time."""

REPEATING: Final = 100
"""Characters above which a word counts once: a button that stands forty times in a text says no more than once."""

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

# Asked first, because it is quick and most texts have none: a search for one fixed sign runs at the speed of memory.
_DOTTED: Final = re.compile(r"\.(?:(?<=[a-z0-9]\.)[a-z]|(?<=\bwww\.)\S)", re.ASCII)


def clean(text: str) -> str:
    """Return the part of `text` that speaks for a language: at most `LIMIT` characters, lower case, no addresses."""
    small = text[:_READ].lower()
    if not small.isascii() and not unicodedata.is_normalized("NFC", small):
        small = unicodedata.normalize("NFC", small)
    if _addressed(small):
        small = _ADDRESS.sub(" ", small)
    if len(small) > REPEATING:
        small = " ".join(dict.fromkeys(small.split()))
    return small[:LIMIT]


def _addressed(small: str) -> bool:
    """Whether the text may have an address."""
    return (
        "@" in small
        or "#" in small
        or "://" in small
        or "[email" in small
        or ("." in small and _DOTTED.search(small) is not None)
    )
