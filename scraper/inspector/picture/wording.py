"""Codes of reasons in words, for people who do not know them by heart."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    "site": "a rule of the site {0} says so",
    "embedded": "read from the page's {0} data, not in sight",
    "copy": "another block says the same, in a likelier place",
    "lexicon": "is, or starts with, a phrase for “{0}” (lexicon {1})",
    "network": "is the name of a social network",
    "under": "stands under an announcement of “{0}”",
    "foreign_language": "surely not in a language of the page's own",
    "title_match": "says what the page's <title> says",
    "in_data": "stands in the story as the page's JSON-LD has it",
    "landmark": "inside a <{0}>",
    "aria": "inside an element with the ARIA role {0}",
    "itemprop": "inside the property {0}",
    "name": "an element around it is called “{0}”",
    "shape:running_text": "is running text",
    "shape:links": "is mostly links",
    "shape:headline_link": "is one link, like a headline",
    "shape:date": "has the form of a date",
    "shape:copyright": "bears a copyright sign",
    "in_story": "stands inside the element with most running text",
    "between_paragraphs": "stands between paragraphs of the story",
    "outside_story": "stands outside the element with most running text",
    "model": "probability {0} by the network, which weighs all evidence",
}
"""Sentence by code, or by what stands before its first colon; `{0}`, `{1}` are what follows it."""


def in_words(code: str) -> str:
    """Return what a reason's code means; the code itself where it is not known."""
    if code in WORDS:
        return WORDS[code]
    head, *rest = code.split(":")
    return WORDS[head].format(*rest, "", "") if head in WORDS else code
