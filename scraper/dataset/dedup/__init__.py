"""Which records of a data set tell the same story, exactly or nearly; bounded in memory, the same every time.

    records -> ledger (on disk: keys, signatures) -> groups (in memory: about 40 bytes a record) -> marks

Exact: the same `fingerprint.story`. Near: about seven tenths of their triples of tokens in common, by MinHash; a token
is a word, and in scripts without spaces a character.
"""

from scraper.dataset.dedup.groups import Keep
from scraper.dataset.dedup.ledger import Ledger, open_ledger
from scraper.dataset.dedup.marking import marks

__all__ = ["Keep", "Ledger", "marks", "open_ledger"]
