"""What a crawl remembers between rounds: an SQLite file with one writer.

`memory.Memory` changes it and asks (`questions.Questions`); `batch.Batch` is what one group commit writes. The other
files are functions over an open connection, one file for each matter.
"""

from scraper.crawler.memory.batch import Batch
from scraper.crawler.memory.counts import Counts
from scraper.crawler.memory.memory import Memory, open_memory, read_memory

__all__ = ["Batch", "Counts", "Memory", "open_memory", "read_memory"]
