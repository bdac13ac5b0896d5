"""Evidence from language: a block in another language than the page's story leads elsewhere."""

from collections import Counter
from collections.abc import Iterator

from scraper.cleaner.view import View
from scraper.model.judgement import Heard, Vote
from scraper.model.language import UNDETERMINED
from scraper.model.segment import Role

_SURE = 0.64
_TEASER = 40.0
"""Size from which a foreign block tells of another story; shorter ones are labels."""


_CODE = "foreign_language"
_FAR = (Vote(Role.BODY, -6.5, _CODE),)
_NEAR = (Vote(Role.BODY, -4.0, _CODE),)
_FAR_TEASER = (*_FAR, Vote(Role.RELATED, 3.0, _CODE))
_NEAR_TEASER = (*_NEAR, Vote(Role.RELATED, 2.0, _CODE))
_SECOND_LANGUAGE = 0.35
"""Share of the page's running text from which a language is one of the page's own, and tells nothing."""


def judge(view: View) -> Iterator[Heard]:
    """Yield votes for every block that is surely not in a language of the page's own."""
    own = _own_languages(view)
    if not own:
        return
    scripts = {tag.script for tag in view.tagged if tag.tag in own}
    for index, tag in enumerate(view.tagged):
        if tag.tag == UNDETERMINED or tag.tag in own or tag.confidence < _SURE:
            continue
        long = view.facts[index].size >= _TEASER
        if tag.script in scripts:
            yield index, _NEAR_TEASER if long else _NEAR
        else:
            yield index, _FAR_TEASER if long else _FAR


def _own_languages(view: View) -> frozenset[str]:
    """Return the page's main language and any other in which a large part of its running text is written."""
    if view.main_language == UNDETERMINED:
        return frozenset()
    running: Counter[str] = Counter()
    for fact, tag in zip(view.facts, view.tagged, strict=True):
        running[tag.tag] += int(fact.size) * fact.reads
    least = _SECOND_LANGUAGE * running.total()
    return frozenset({view.main_language} | {tag for tag, size in running.items() if size > least})
