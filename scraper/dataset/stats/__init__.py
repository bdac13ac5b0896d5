"""What there is in a data set: counts that are kept while records pass, and how they are shown."""

from scraper.dataset.stats.page import page
from scraper.dataset.stats.tables import Table, tables
from scraper.dataset.stats.tally import Tally

__all__ = ["Table", "Tally", "page", "tables"]
