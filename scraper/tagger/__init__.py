"""Languages: every segment's, from its letters and from its page, and the page's own. Pure, without state."""

from scraper.tagger.choice import choose, wanted_language
from scraper.tagger.context import Context
from scraper.tagger.spans import find_spans
from scraper.tagger.summing import shares
from scraper.tagger.tagging import tag
from scraper.tagger.telling import tell

__all__ = ["Context", "choose", "find_spans", "shares", "tag", "tell", "wanted_language"]
