"""Evidence from the shape of the text: running text, bare links, headlines in links, dates, copyright signs."""

import re
from collections.abc import Iterator

from scraper.cleaner.facts import Facts
from scraper.cleaner.view import View
from scraper.model.judgement import Evidence
from scraper.model.segment import Block, Kind, Role

_COPYRIGHT = re.compile(r"©|\(c\)\s*\d{4}|\bcopyright\b", re.IGNORECASE)
_DATE = re.compile(
    r"\b(?:19|20)\d\d[-./年]\s?\d{1,2}|\b\d{1,2}[-./]\d{1,2}[-./](?:19|20)?\d\d\b|\b\d{1,2}:\d\d\b|\b\d{1,2}\.?\s\w+\.?,?\s(?:19|20)\d\d\b"
    r"|\b\w+\.?\s\d{1,2},?\s(?:19|20)\d\d\b"
)
_SHORT = 25.0
_HEADLINE = 30.0


def judge(view: View) -> Iterator[Evidence]:
    """Yield what the shape of each block speaks for."""
    for index, (block, fact) in enumerate(zip(view.blocks, view.facts, strict=True)):
        for role, weight, reason in _shape(block, fact):
            yield Evidence(index, role, weight, f"shape:{reason}")


def _shape(block: Block, fact: Facts) -> Iterator[tuple[Role, float, str]]:
    """Yield the votes of one block."""
    if fact.reads:
        yield Role.BODY, min(3.0, 0.8 + fact.size / 150 + 0.3 * fact.sentences), "running_text"
    elif fact.size < _SHORT:
        yield Role.BODY, -0.7, "short"
    if fact.linked > 0.7:
        yield from _linked(block, fact)
    if fact.size < 200 and _COPYRIGHT.search(block.text):
        yield Role.NOTICE, 3.5, "copyright"
        yield Role.BODY, -3.0, "copyright"
    if fact.size < 70 and fact.sentences < 2 and _DATE.search(block.text):
        yield Role.BYLINE, 1.8, "date"


def _linked(block: Block, fact: Facts) -> Iterator[tuple[Role, float, str]]:
    """Yield the votes of a block that is mostly links: menus are short, headlines of other stories are not."""
    yield Role.BODY, -1.8, "links"
    if block.kind is Kind.LINK_LIST or fact.size < _HEADLINE:
        yield Role.NAVIGATION, 1.6, "links"
    else:
        yield Role.RELATED, 1.8, "headline_link"
