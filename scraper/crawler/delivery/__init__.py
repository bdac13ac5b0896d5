"""Output of a crawl: files that a crash neither loses, doubles nor tears, and what changed since the last record.

`delivery.Delivery` acts; `group` and `naming` decide when and under which name, `files` touches the disk, `repair`
sets right what a crash left. `revision` says what changed in a story, `warc` keeps answers as they came.
"""

from scraper.crawler.delivery.delivery import Delivery, open_delivery
from scraper.crawler.delivery.group import GroupLimits, Pending, Rotation, is_commit_due
from scraper.crawler.delivery.naming import Stream
from scraper.crawler.delivery.records import record_line, record_stream
from scraper.crawler.delivery.repair import abandon
from scraper.crawler.delivery.revision import Revision, revise
from scraper.crawler.delivery.story import story_digest
from scraper.crawler.delivery.warc import response_record, response_stream

__all__ = [
    "Delivery",
    "GroupLimits",
    "Pending",
    "Revision",
    "Rotation",
    "Stream",
    "abandon",
    "is_commit_due",
    "open_delivery",
    "record_line",
    "record_stream",
    "response_record",
    "response_stream",
    "revise",
    "story_digest",
]
