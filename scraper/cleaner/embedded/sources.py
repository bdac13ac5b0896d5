"""Where embedded text may stand: one row a kind of place, each with how it is read. `SOURCES` is the table."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from scraper.cleaner.embedded.linked_data import read_linked_data
from scraper.cleaner.embedded.literals import assigns, values
from scraper.cleaner.embedded.revive import flight, rows, unfold
from scraper.cleaner.embedded.state import read_state
from scraper.cleaner.embedded.story import Story, Titles
from scraper.cleaner.metadata.repair import documents
from scraper.cleaner.parse import programs
from scraper.model.tree import Tree

_LEAST = 100
"""Characters of the shortest script that can hold a story: a hundred of Chinese say as much as 250."""
_MOST = 3_000_000
"""Characters read on one page and from one source."""
_ATTRIBUTES = ("data-page", "data-preloaded", "data-state", "data-props", "data-initial-state", "data-react-props")
"""Attributes in which pages hand state to their programs (Inertia, Discourse, react-rails …)."""
# Angular wrote its state with escapes of its own up to version 16.
_ANGULAR = (("&q;", '"'), ("&s;", "'"), ("&l;", "<"), ("&g;", ">"), ("&a;", "&"))


@dataclass(frozen=True)
class Shell:
    """A page that may be a shell, as the sources see it."""

    tree: Tree
    """The markup."""
    markup: str
    """The page as text, for what the tree leaves out."""
    titles: Titles
    """What the page calls its story."""
    bare: bool
    """Whether it shows so little that a story need not bear its title."""

    @cached_property
    def programs(self) -> Mapping[int, str]:
        """Texts of the scripts that are programs, by node; parsed once more, which only shells pay."""
        return programs(self.markup) if assigns(self.markup) else {}


Found = tuple[int, Story]
"""The node a story stands in, and the story."""


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of place for embedded text."""

    name: str
    """What reasons and records call it: `json-ld` or `state`."""
    read: Callable[[Shell], Iterator[Found]]
    """Yields the stories of a page."""


def _json_ld(shell: Shell) -> Iterator[Found]:
    for node, text in _data(shell, linked=True):
        story = read_linked_data(text, shell.titles)
        if story is not None:
            yield node, story


def _state(shell: Shell) -> Iterator[Found]:
    for node, text in _within(_data(shell, linked=False)):
        yield from _stories(shell, node, map(unfold, documents(_plain(text))))
    for node, text in _within(_attributes(shell.tree)):
        yield from _stories(shell, node, documents(text))


def _plain(text: str) -> str:
    """Return the text of a data script without Angular's own escapes."""
    for short, char in _ANGULAR if "&q;" in text else ():
        text = text.replace(short, char)
    return text


def _programs(shell: Shell) -> Iterator[Found]:
    for node, text in _within(shell.programs.items()):
        if "__next_f" not in text:
            yield from _stories(shell, node, values(text))


def _stream(shell: Shell) -> Iterator[Found]:
    """Yield the story of a React Flight stream; the parts of it stand in many scripts, the longest is named."""
    parts = {node: flight(text) for node, text in _within(shell.programs.items()) if "__next_f" in text}
    if parts:
        node = max(parts, key=lambda node: len(parts[node]))
        yield from _stories(shell, node, [list(rows("".join(parts.values())))])


SOURCES: tuple[Source, ...] = (
    Source("json-ld", _json_ld),
    Source("state", _state),
    Source("state", _programs),
    Source("state", _stream),
)
"""All places, in the order in which they are asked; a later one only where no earlier one tells a story."""


def _data(shell: Shell, *, linked: bool) -> Iterator[tuple[int, str]]:
    """Yield the scripts that hold JSON-LD, or JSON of any other kind."""
    tree = shell.tree
    for node in tree.find("script"):
        kind = (tree.attributes[node].get("type") or "").lower()
        if "json" in kind and ("ld+json" in kind) is linked:
            yield node, "".join(tree.texts[node : tree.ends[node]])


def _attributes(tree: Tree) -> Iterator[tuple[int, str]]:
    """Yield the state in attributes."""
    for node in tree.named:
        for name in _ATTRIBUTES:
            text = tree.attributes[node].get(name)
            if text and text[0] in "[{":
                yield node, text


def _within(texts: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield the texts that are long enough, until they become too many."""
    read = 0
    for node, text in texts:
        read += len(text)
        if read > _MOST:
            return
        if len(text) >= _LEAST:
            yield node, text


def _stories(shell: Shell, node: int, found: Iterable[object]) -> Iterator[Found]:
    """Yield the stories in the values of one script."""
    for value in found:
        story = read_state(value, shell.titles, untitled=shell.bare)
        if story is not None:
            yield node, story
