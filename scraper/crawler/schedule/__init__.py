"""When a source is visited next: an interval or a cron line, a time zone, what was missed, and a little spread."""

from scraper.crawler.schedule.due import next_due, retry_due

__all__ = ["next_due", "retry_due"]
