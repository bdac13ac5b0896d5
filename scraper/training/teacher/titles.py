"""Evidence from what the page calls itself: a heading that says what `<title>` or `og:title` says is the title."""

from collections.abc import Iterator

from scraper.cleaner.view import View
from scraper.model.judgement import Heard, Vote
from scraper.model.segment import Kind, Role
from scraper.rules.fold import fold

_SHORTEST = 6


def judge(view: View) -> Iterator[Heard]:
    """Yield votes for blocks whose whole text is (the first or last part of) a title the page gives itself."""
    named = _named(view)
    if not named:
        return
    for index, (block, text) in enumerate(zip(view.blocks, view.folded, strict=True)):
        if len(text) < _SHORTEST and len(text) * 3 < len(named[0]):
            continue
        if any(text == name or (len(text) >= _SHORTEST and name.startswith(text)) for name in named):
            weight = 3.5 if block.kind is Kind.HEADING else 1.6
            if view.facts[index].linked >= 0.5:
                weight -= 2.5
            yield index, (Vote(Role.TITLE, weight, "title_match"),)


def _named(view: View) -> list[str]:
    """Return the folded titles in the page's head."""
    tree, found = view.tree, []
    title = next(tree.find("title"), None)
    if title is not None:
        found.append(fold(tree.text(title)))
    for node in tree.find("meta"):
        attributes = tree.attributes[node]
        if "og:title" in (attributes.get("property"), attributes.get("name")):
            found.append(fold(attributes.get("content") or ""))
    return [name for name in found if name]
