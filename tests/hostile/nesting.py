"""Elements inside elements, as deep as nobody writes by hand."""

from collections.abc import Iterator
from functools import partial

from tests.hostile.kind import CODA, STORY, Kind, around, before

_CLOSED = (
    ("div", "<div>", "</div>", (1_000, 2_000, 10_000, 100_000, 1_000_000)),
    ("span", "<span>", "</span>", (10_000, 1_000_000)),
    ("list", "<ul><li>", "</li></ul>", (1_000, 100_000)),
    ("table", "<table><tr><td>", "</td></tr></table>", (1_000, 10_000, 100_000)),
    ("blockquote", "<blockquote>", "</blockquote>", (100_000,)),
    ("section", "<section class=content>", "</section>", (100_000,)),
    ("definition", "<dl><dd>", "</dd></dl>", (10_000, 100_000)),
    ("fieldset", "<fieldset>", "</fieldset>", (100_000,)),
    ("unknown", "<x-y>", "</x-y>", (100_000,)),
    ("object", "<object>", "</object>", (10_000,)),
    ("ruby", "<ruby><rb>", "</rb></ruby>", (10_000,)),
    ("details", "<details open>", "</details>", (10_000,)),
    ("main", "<main><article>", "</article></main>", (50_000,)),
)
_OPEN = (
    ("bold", "<b>", (1_000, 10_000, 100_000)),
    ("italic-bold", "<b><i>", (1_000, 10_000)),
    ("font", "<font color=red>", (1_000, 10_000)),
    ("fonts-that-differ", None, (1_000, 10_000)),
    ("link", "<a href=/x>", (1_000, 100_000)),
    ("form", "<form>", (100_000,)),
    ("button", "<button>", (10_000,)),
    ("nobr", "<nobr>", (10_000,)),
    ("select", "<select><option>", (100_000,)),
    ("optgroup", "<select><optgroup>", (10_000,)),
    ("frameset", "<frameset>", (10_000,)),
    ("caption", "<table><caption>", (10_000,)),
    ("heading", "<h1><h2>", (10_000,)),
    ("paragraph-button", "<p><button>", (10_000,)),
    ("svg", "<svg><g>", (100_000,)),
    ("math", "<math><mi>", (10_000,)),
    ("foreign", "<svg><foreignObject><div>", (10_000,)),
    ("integration", "<math><annotation-xml encoding=text/html><div>", (10_000,)),
    ("template", "<template>", (10_000,)),
    ("marquee", "<marquee>", (10_000,)),
)


def _closed(start: str, end: str, depth: int) -> bytes:
    """Nest with all ends, a sentence at the bottom."""
    return around(start * depth + f"<p>{CODA}</p>" + end * depth)


def _open(start: str | None, depth: int) -> bytes:
    """Nest without ends."""
    many = start * depth if start else "".join(f"<font size={number}>" for number in range(depth))
    return before(many)


def _misnested(depth: int) -> bytes:
    """Open formatting, then paragraphs that must open it again each."""
    return around("<b><i><u><s><em><tt>" * depth + "<p>x" * depth)


def _adoption(depth: int) -> bytes:
    """Close formatting in the wrong order around blocks."""
    return around("<a><b><div>" * depth + "</a></b></div>" * depth)


def _adoption_deep(depth: int) -> bytes:
    """Close formatting below many blocks."""
    return around("<b>" + "<div>" * depth + "</b>" * depth)


def _fostered(depth: int) -> bytes:
    """Put text and elements where a table allows none."""
    return around("<table>" + "<b>x<tr>" * depth + "</table>")


def _numbered(depth: int) -> bytes:
    """Open formatting with an attribute of its own each in paragraphs that are never closed."""
    return around("".join(f"<p><b id={number}>word" for number in range(depth)))


def _kinds() -> Iterator[Kind]:
    """Yield the family."""
    for name, start, end, depths in _CLOSED:
        for depth in depths:
            yield Kind(f"nested-{name}-{depth}", partial(_closed, start, end, depth))
    for name, opening, depths in _OPEN:
        for depth in depths:
            yield Kind(f"open-{name}-{depth}", partial(_open, opening, depth), (STORY,))
    for depth in (100, 1_000, 10_000):
        yield Kind(f"misnested-formatting-{depth}", partial(_misnested, depth), (STORY, CODA))
        yield Kind(f"numbered-formatting-{depth}", partial(_numbered, depth), (STORY, CODA))
        yield Kind(f"adoption-{depth}", partial(_adoption, depth), (STORY, CODA))
        yield Kind(f"adoption-deep-{depth}", partial(_adoption_deep, depth), (STORY, CODA))
        yield Kind(f"fostered-{depth}", partial(_fostered, depth), (STORY, CODA))


NESTING = tuple(_kinds())
"""All kinds of the family."""
