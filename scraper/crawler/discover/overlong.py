"""A tag that never ends: the XML parser's time grows with the square of the attributes of one element."""

import re
from typing import AnyStr, Final

OVERLONG: Final = "a tag or a text of half a million characters stands in it"
"""What is said of a document with such a tag."""

# A text of that length is refused with it: signs that end a tag may stand in its attributes too.
_TEXT = re.compile("<[^<]{524288}")
_BYTES = re.compile(b"<[^<]{524288}")


def overlong(document: AnyStr) -> bool:
    """Whether half a million characters stand between two opening brackets of a document."""
    pattern = _TEXT if isinstance(document, str) else _BYTES
    return pattern.search(document) is not None
