"""Text that is on the page but not in sight: JSON-LD, the state of a program, `<noscript>`.

`find.find_embedded` is the door. `shell` decides whether a page is an empty shell; each row of `sources.SOURCES` says
where embedded text may stand and how it is read (`linked_data`, `state`, with `literals` and `revive` for values that
are no plain JSON); `passages` makes blocks of it. Another kind of embedding is a row there.
"""

from scraper.cleaner.embedded.find import Embedded, find_embedded

__all__ = ["Embedded", "find_embedded"]
