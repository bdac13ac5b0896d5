"""The list of a folder as a page of HTML without any script."""

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from importlib import resources
from string import Template
from typing import Final
from urllib.parse import urlencode

from scraper.errors import InputError
from scraper.inspector.fixtures.compare import About, Checked
from scraper.inspector.picture.palette import INKS, css
from scraper.inspector.serve.items import Item
from scraper.inspector.serve.shelf import Seen, Shelf
from scraper.inspector.serve.strips import strip
from scraper.model.document import Skipped

PAGE: Final = 60
"""Items on one page of the list: each is cleaned for it."""


def listing(shelf: Shelf, start: int = 0) -> str:
    """Return the list from an item on; what was found wrong stands first among the items of one page."""
    everything = shelf.items()
    start = max(0, min(start, len(everything) - 1))
    rows = [_looked_at(shelf, item) for item in everything[start : start + PAGE]]
    ranked = sorted(rows, key=lambda row: (-_badness(row[1]), row[0].id))
    return Template(_asset("list.html")).substitute(
        title=escape(shelf.folder.name),
        count=len(everything),
        style=css() + _asset("list.css"),
        legend="".join(_legend()),
        rows="".join(_row(item, found) for item, found in ranked),
        pages="".join(_pages(len(everything), start)),
    )


def _looked_at(shelf: Shelf, item: Item) -> tuple[Item, Seen | Skipped | InputError]:
    """Return an item with its record, or with what is wrong with it: one bad fixture must not hide the others."""
    try:
        return item, shelf.seen(item)
    except InputError as fault:
        return item, fault


def _badness(found: Seen | Skipped | InputError) -> float:
    """Return by what items are ranked: those that cannot be shown, then by what was lost or leaked, then the rest."""
    if not isinstance(found, Seen):
        return float("inf")
    counts = Counter(difference.about for difference in found.checked.differences)
    return 1000 * (counts[About.LOST] + counts[About.LEAKED]) + counts.total()


def _row(item: Item, found: Seen | Skipped | InputError) -> str:
    """Return one row of the list."""
    name = escape(item.id)
    if isinstance(found, Seen):
        link = f'<a href="/item?{escape(urlencode({"id": item.id}))}">{name}</a>'
        title = escape(found.checked.record.title or "")
        about = f'<span class="title" dir="auto">{title}</span>'
        cells = f"<td>{strip(found.checked)}</td>{''.join(_cells(item, found.checked))}"
        return f'<tr><th scope="row">{link}{about}</th>{cells}</tr>'
    why = f"{found.skipped}: {found.detail}" if isinstance(found, Skipped) else str(found)
    return f'<tr><th scope="row">{name}</th><td colspan="6" class="bad">{escape(why)}</td></tr>'


def _cells(item: Item, checked: Checked) -> Iterator[str]:
    """Yield the numbers of one item; a page that is no fixture yet has nothing to be compared with."""
    scores = checked.scores
    if not item.is_fixture:
        yield f'<td colspan="5" class="quiet">no fixture yet; {len(checked.record.segments)} segments</td>'
        return
    numbers = (scores.roles, scores.languages, scores.lost, scores.leaked)
    for number in numbers:
        bad = number < 1 if isinstance(number, float) else number > 0
        yield (
            f'<td class="number{" bad" if bad else ""}">{number:.2f}</td>'
            if isinstance(number, float)
            else (f'<td class="number{" bad" if bad else ""}">{number}</td>')
        )
    told, right = len(checked.fixture.fields), len(scores.fields)
    yield f'<td class="number{" bad" if right < told else ""}">{right}/{told}</td>'


def _legend() -> Iterator[str]:
    """Yield what the colours stand for."""
    for role in INKS:
        yield f'<li><span class="swatch" style="background:var(--role-{role.value})"></span>{role.value}</li>'
    for about in (About.LOST, About.LEAKED, About.ROLE, About.LANGUAGE, About.CUT):
        yield f'<li><span class="swatch low" style="background:var(--about-{about.value})"></span>{about.value}</li>'


def _pages(count: int, start: int) -> Iterator[str]:
    """Yield links to the other pages of a long list."""
    starts: Sequence[int] = range(0, count, PAGE)
    for first in starts if len(starts) > 1 else ():
        here = ' aria-current="page"' if first <= start < first + PAGE else ""
        yield f'<a href="/?from={first}"{here}>{first + 1}–{min(count, first + PAGE)}</a> '


def _asset(name: str) -> str:
    """Return a file of this room."""
    return (resources.files("scraper.inspector.serve") / "assets" / name).read_text(encoding="utf-8")
