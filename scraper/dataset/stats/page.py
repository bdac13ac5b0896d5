"""A report as one HTML page with pictures in it: nothing is loaded from elsewhere, no script runs."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from scraper.dataset.stats.tables import Table

_STYLE: Final = """:root{color-scheme:light dark;--ink:#1c2230;--soft:#5b6474;--bar:#2f6f9f;--ground:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#e8ebf0;--soft:#a3acba;--bar:#6db3e6;--ground:#14181f}}
body{font:15px/1.45 system-ui,sans-serif;color:var(--ink);background:var(--ground);max-width:76rem}
body{margin:2rem auto;padding:0 1rem}
main{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(34rem,100%),1fr));gap:1.5rem 2.5rem}
h1{font-size:1.5rem}h2{font-size:1.05rem;margin:.2rem 0}p,text.n{color:var(--soft);fill:var(--soft)}
svg{width:100%;height:auto}text{font-size:13px;fill:var(--ink)}rect{fill:var(--bar)}"""

_WIDTH: Final = 560
_NAME: Final = 190
_BAR: Final = 240
_ROW: Final = 22
_LETTERS: Final = 26


def page(title: str, about: str, tables: Sequence[Table]) -> str:
    """Return the page: a heading, one line about the whole, and a picture for every table."""
    return "".join(
        [
            '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>',
            escape(title),
            '</title><meta name="viewport" content="width=device-width,initial-scale=1">',
            f"<style>{_STYLE}</style></head><body><h1>{escape(title)}</h1><p>{escape(about)}</p><main>",
            *map(_section, tables),
            "</main></body></html>\n",
        ]
    )


def _section(table: Table) -> str:
    """Return the picture of one table, with its numbers as text: it is the table."""
    height = _ROW * len(table.rows) + 4
    bars = "".join(_bars(table))
    return (
        f'<section><h2>{escape(table.title)}</h2><svg viewBox="0 0 {_WIDTH} {height}" role="img" '
        f'aria-label="{escape(table.title)}">{bars}</svg></section>'
    )


def _bars(table: Table) -> Iterator[str]:
    """Yield name, bar and number of each row."""
    most = max(count for _, count in table.rows)
    for at, ((name, count), share) in enumerate(zip(table.rows, table.shares(), strict=True)):
        y = at * _ROW
        length = max(1, round(_BAR * count / most)) if count else 0
        yield (
            f'<g><title>{escape(name)}: {count:,}</title><text x="{_NAME - 8}" y="{y + 15}" text-anchor="end">'
            f'{escape(_short(name))}</text><rect x="{_NAME}" y="{y + 3}" width="{length}" height="{_ROW - 7}" rx="2"/>'
            f'<text class="n" x="{_NAME + length + 6}" y="{y + 15}">{count:,} · {share:.1%}</text></g>'
        )


def _short(name: str) -> str:
    """Return a name that fits beside its bar."""
    return name if len(name) <= _LETTERS else f"{name[: _LETTERS - 1]}…"
