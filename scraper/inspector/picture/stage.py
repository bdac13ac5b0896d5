"""The page as it is drawn: a stream of steps that build its elements one by one, harmless and with the same paths.

Theory of operation. What comes out is no markup. The report's own script makes the elements with `createElement`, so
that no parser reads a stranger's text a second time and nothing can change its meaning on the way (mutation). Belts:

1. Here, only listed elements and attributes pass (`allowed`), and style sheets only in checked parts (`styles`).
2. The elements are built inside a frame with `sandbox="allow-same-origin"`: without `allow-scripts`, `allow-forms`,
   `allow-popups` nothing in it can run, send, open or navigate. It keeps the origin so that the report's script can
   build the elements and measure where they come to lie; with no script inside, nobody can use that origin.
3. The frame's and the report's content security policy (`default-src 'none'`) let nothing be loaded.
4. The frame is inert: it takes no pointer and no key. Outlines are the report's own elements above it.

Steps: `[tag]` or `[tag, {attribute: value}]` opens an element, a string is a text node, a number closes that many.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from scraper.inspector.picture.allowed import NAMELESS, drawn_attributes, drawn_tag
from scraper.inspector.picture.styles import kept_declarations, kept_sheet, names_in
from scraper.model.segment import Block
from scraper.model.tree import TEXT, Tree

Step = str | int | list[str | dict[str, str]]
"""One step of building a page."""

_PREFORMATTED = frozenset("listing plaintext pre textarea xmp".split())
_UNSEEN = "data-unseen"
"""Marks what a reader does not see, so that it can be shown when asked for."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A page ready to be drawn."""

    steps: Sequence[Step]
    """How its elements are built."""
    sheet: str
    """What is kept of its style sheets."""
    places: Sequence[Sequence[int]]
    """For each block the text nodes that hold its words, counted in the order of `steps`; empty where none do."""


def set_stage(tree: Tree, blocks: Sequence[Block], sheets: Sequence[tuple[str, str]]) -> Stage:
    """Return the stage of a page, from its tree, its blocks, and media and text of its style sheets."""
    sheet = "\n".join(filter(None, (kept_sheet(media, css) for media, css in sheets)))
    builder = _Builder(names_in(sheet))
    builder.build(tree)
    ordinals = builder.ordinals
    places = [[ordinals[node] for node in block.texts if node in ordinals] for block in blocks]
    return Stage(builder.steps, sheet, places)


@dataclass(slots=True)
class _Builder:
    """The steps of one page in the making."""

    names: frozenset[str]
    steps: list[Step] = field(default_factory=list)
    ordinals: dict[int, int] = field(default_factory=dict)

    def build(self, tree: Tree) -> None:
        """Read all nodes from front to back."""
        ends: list[int] = []
        node = preformatted_end = 0
        while node < len(tree.tags):
            self._close(ends, node)
            tag = tree.tags[node]
            if tag == TEXT:
                self._text(node, tree.texts[node], folded=node >= preformatted_end)
            elif (drawn := drawn_tag(tag)) is None:
                node = tree.ends[node]
                continue
            else:
                if tag in _PREFORMATTED:
                    preformatted_end = max(preformatted_end, tree.ends[node])
                self._open(drawn, tree.attributes[node])
                ends.append(tree.ends[node])
            node += 1
        self._close(ends, node)

    def _close(self, ends: list[int], node: int) -> None:
        """Close the elements that end before a node."""
        closed = 0
        while ends and ends[-1] <= node:
            ends.pop()
            closed += 1
        if closed:
            self.steps.append(closed)

    def _text(self, node: int, text: str, *, folded: bool) -> None:
        """Add a text node; white space between elements need not be kept as it is."""
        self.ordinals[node] = len(self.ordinals)
        self.steps.append(("\n" if "\n" in text else " ") if folded and text.isspace() else text)

    def _open(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """Open an element."""
        kept = {**drawn_attributes(tag, attributes), **self._styled(tag, attributes)}
        if "hidden" in attributes or (tag == "dialog" and "open" not in attributes):
            kept[_UNSEEN] = ""
        if tag in {"details", "dialog"}:
            # What could be opened by hand is open: a frame that takes no hand shows all.
            kept["open"] = ""
        self.steps.append([tag, kept] if kept else [tag])

    def _styled(self, tag: str, attributes: Mapping[str, str | None]) -> Mapping[str, str]:
        """Return class, id and style, as far as anything depends on them."""
        classes = [name for name in (attributes.get("class") or "").split() if name in self.names]
        key = attributes.get("id") or ""
        kept = {
            "class": " ".join(classes),
            "id": key if key in self.names and tag not in NAMELESS else "",
            "style": kept_declarations(attributes.get("style") or ""),
        }
        return {name: value for name, value in kept.items() if value}
