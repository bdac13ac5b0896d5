"""Languages: every segment's, from its letters and from its page, and the page's own. Pure, without state."""

from scraper.tagger.choice import choose, wanted_language
from scraper.tagger.spans import find_spans
from scraper.tagger.summing import shares
from scraper.tagger.tagging import tag

__all__ = ["choose", "find_spans", "shares", "tag", "wanted_language"]
