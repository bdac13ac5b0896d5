"""What is made of records in tests of the line in workers: for one page it takes for ever."""

from scraper.model.document import Document, Skipped, SkipReason

SLOW = "slow"


def finish(record: Document | Skipped) -> str:
    """Say what a record is, unless it is that of the slow page, which only ends by a limit."""
    if isinstance(record, Document):
        while record.source == SLOW:
            pass
        return f"{record.source}: document"
    late = record.skipped is SkipReason.TIMEOUT
    return f"{record.source}: {record.skipped}" + (f" {record.url} {record.detail}" if late else "")
