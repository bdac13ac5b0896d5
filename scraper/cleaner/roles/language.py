"""Evidence from language: a block in another language than the page's story leads elsewhere."""

from collections.abc import Iterator

from scraper.cleaner.view import View
from scraper.model.judgement import Evidence
from scraper.model.language import UNDETERMINED
from scraper.model.segment import Role

_SURE = 0.8
_TEASER = 40.0
"""Size from which a foreign block tells of another story; shorter ones are labels."""


def judge(view: View) -> Iterator[Evidence]:
    """Yield evidence for every block that is surely not in the page's main language."""
    main = view.main_language
    if main == UNDETERMINED:
        return
    for index, (fact, tag) in enumerate(zip(view.facts, view.tagged, strict=True)):
        if tag.tag in (UNDETERMINED, main) or tag.confidence < _SURE or tag.tag[:2] == main[:2]:
            continue
        far = tag.script != view_script(view)
        yield Evidence(index, Role.BODY, -3.5 if far else -1.8, "foreign_language")
        if fact.size >= _TEASER:
            yield Evidence(index, Role.RELATED, 2.5 if far else 1.2, "foreign_language")


def view_script(view: View) -> str:
    """Return the script of the first block in the page's main language."""
    return next((tag.script for tag in view.tagged if tag.tag == view.main_language), "")
