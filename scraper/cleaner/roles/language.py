"""Evidence from language: a block in another language than the page's story leads elsewhere."""

from collections.abc import Iterator

from scraper.cleaner.view import View
from scraper.model.judgement import Heard, Vote
from scraper.model.language import UNDETERMINED
from scraper.model.segment import Role

_SURE = 0.8
_TEASER = 40.0
"""Size from which a foreign block tells of another story; shorter ones are labels."""


_CODE = "foreign_language"
_FAR = (Vote(Role.BODY, -3.5, _CODE),)
_NEAR = (Vote(Role.BODY, -1.8, _CODE),)
_FAR_TEASER = (*_FAR, Vote(Role.RELATED, 2.5, _CODE))
_NEAR_TEASER = (*_NEAR, Vote(Role.RELATED, 1.2, _CODE))


def judge(view: View) -> Iterator[Heard]:
    """Yield votes for every block that is surely not in the page's main language."""
    main = view.main_language
    script = next((tag.script for tag in view.tagged if tag.tag == main), "")
    for index, tag in enumerate(view.tagged):
        if tag.tag in (UNDETERMINED, main) or tag.confidence < _SURE or tag.tag[:2] == main[:2]:
            continue
        long = view.facts[index].size >= _TEASER
        if tag.script == script:
            yield index, _NEAR_TEASER if long else _NEAR
        else:
            yield index, _FAR_TEASER if long else _FAR
