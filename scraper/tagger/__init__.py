"""Languages: every segment's, from its letters and from its page, and the page's own. Pure, without state."""

from scraper.tagger.summing import shares
from scraper.tagger.tagging import tag

__all__ = ["shares", "tag"]
