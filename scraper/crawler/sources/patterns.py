"""Which addresses a source wants."""

import re

from scraper.model.source import Source

LONGEST_MATCHED = 4096
"""Characters of an address that patterns look at, so that a careless pattern cannot take hours."""


def wanted(source: Source, href: str) -> bool:
    """Whether an address matches one of the include patterns, if there are any, and none of the exclude patterns.

    Patterns are regular expressions found anywhere in the whole address; `^` and `$` tie them to its ends.
    """
    start = href[:LONGEST_MATCHED]
    if source.include and not any(re.search(pattern, start) for pattern in source.include):
        return False
    return not any(re.search(pattern, start) for pattern in source.exclude)
