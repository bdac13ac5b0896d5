"""What a source tells: the passages of a story, and the page's own names for it by which the right one is known."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from scraper.cleaner.embedded.prose import bare, size
from scraper.cleaner.head import metas
from scraper.cleaner.metadata.wording import folded
from scraper.model.tree import Tree

_TITLES = ("og:title", "twitter:title")
_SHORTEST = 8
"""Characters of the shortest headline that can be told from a word of the menu."""


class Story(NamedTuple):
    """Text that was found in a script."""

    title: str | None
    """Its headline where the source gives one."""
    passages: tuple[str, ...]
    """Its paragraphs or documents in order: plain text or HTML."""
    own: bool
    """Whether it is surely the page's own: it bears the page's title, or nothing else could."""

    def size(self) -> float:
        """Return the size of all passages, without markup."""
        return sum(size(bare(passage)) for passage in self.passages)


class Titles:
    """What the page calls its story, for comparing."""

    def __init__(self, tree: Tree) -> None:
        """Take the titles out of `<title>`, the metadata beside it and the first headings."""
        self._names = tuple(filter(None, map(folded, _titles(tree))))

    def name(self, text: object) -> bool:
        """Whether a value is the headline: said by one of the page's titles, alone or beside the site's name."""
        if not isinstance(text, str) or not 0 < len(text) <= 500:
            return False
        words = folded(bare(text))
        return size(words) >= _SHORTEST and any(words in name for name in self._names)


def _titles(tree: Tree) -> Iterator[str]:
    """Yield the texts of the first titles."""
    for node in (*list(tree.find("title"))[:2], *list(tree.find("h1"))[:2]):
        yield tree.text(node)
    yield from (content for _, content in metas(tree, _TITLES))


def unlike(passages: Iterable[str], title: str | None) -> tuple[str, ...]:
    """Return the passages that say something, each once, and not merely the title again."""
    kept: dict[str, str] = {}
    for passage in passages:
        kept.setdefault(folded(bare(passage)), passage)
    for nothing in ("", folded(title or "")):
        kept.pop(nothing, None)
    return tuple(kept.values())
