"""Languages: every segment's, from its letters and from its page, and the page's own. Pure, without state."""

from scraper.tagger.context import Context
from scraper.tagger.known import profiles
from scraper.tagger.summing import shares
from scraper.tagger.tagging import tag
from scraper.tagger.telling import tell

__all__ = ["Context", "profiles", "shares", "tag", "tell"]
