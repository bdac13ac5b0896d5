"""Which addresses a source names: feeds, sitemaps, section pages and lists, all read into the same form."""

from scraper.crawler.discover.found import Found, Link
from scraper.crawler.discover.kinds import discover, list_links

__all__ = ["Found", "Link", "discover", "list_links"]
