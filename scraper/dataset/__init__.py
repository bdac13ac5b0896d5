"""Records that were written before, read again: which of them are wanted, which tell the same story, what there is.

Everything streams: no more than one record, or one batch of rows, is held at a time.
"""

from scraper.dataset.records import Stored, stored
from scraper.dataset.select import Selection, selected

__all__ = ["Selection", "Stored", "selected", "stored"]
