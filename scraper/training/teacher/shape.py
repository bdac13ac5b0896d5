"""Evidence from the shape of the text: running text, bare links, headlines in links, dates, copyright signs."""

import re
from collections.abc import Iterator

from scraper.cleaner.facts import Facts
from scraper.cleaner.features.words import has_date
from scraper.cleaner.view import View
from scraper.model.judgement import Heard, Vote
from scraper.model.segment import Kind, Role

_COPYRIGHT = re.compile(r"©|\(c\)\s*\d{4}|\bcopyright\b", re.IGNORECASE)
_SHORT = 25.0
_HEADLINE = 30.0
_LINKED = 0.7
_LINE = 200.0
_DATE_LINE = 70.0


_COPY = (Vote(Role.NOTICE, 3.5, "shape:copyright"), Vote(Role.BODY, -3.0, "shape:copyright"))
_LITTLE = (Vote(Role.BODY, -0.7, "shape:short"),)
_DATED = (Vote(Role.BYLINE, 1.8, "shape:date"),)
_MENU = (Vote(Role.BODY, -1.8, "shape:links"), Vote(Role.NAVIGATION, 1.6, "shape:links"))
_HEADLINES = (Vote(Role.BODY, -1.8, "shape:links"), Vote(Role.RELATED, 1.8, "shape:headline_link"))


def judge(view: View) -> Iterator[Heard]:
    """Yield what the shape of each block speaks for."""
    for index, (block, fact) in enumerate(zip(view.blocks, view.facts, strict=True)):
        if fact.reads:
            weight = min(3.0, 0.8 + fact.size / 150 + 0.3 * fact.sentences)
            yield index, (Vote(Role.BODY, weight, "shape:running_text"),)
        elif fact.size < _SHORT:
            yield index, _LITTLE
        if fact.linked > _LINKED:
            yield index, _MENU if block.kind is Kind.LINK_LIST or fact.size < _HEADLINE else _HEADLINES
        if fact.size < _LINE:
            yield from _signs(index, block.text, fact)


def _signs(index: int, text: str, fact: Facts) -> Iterator[Heard]:
    """Yield what signs in a short block speak for: a copyright sign, a date."""
    if ("©" in text or "(" in text or "opyright" in text.lower()) and _COPYRIGHT.search(text):
        yield index, _COPY
    if fact.size < _DATE_LINE and fact.sentences < 2 and has_date(text):
        yield index, _DATED
