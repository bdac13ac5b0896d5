"""Random markup with known words: what a reader sees of it, what is hidden, what is no text at all."""

import html
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from hypothesis import strategies as st

_SCRIPTS = ("rain", "дождь", "雨水", "비", "مطر", "βροχή", "ฝน", "वर्षा", "a&b", "<i>", "O’Neil", "e\u0301t\u00e9")
_NUMBER = "\ue000"
"""Stands for the number of a word until the page is complete."""


class Word(NamedTuple):
    """A piece of text, or (empty) a place where words must not run together."""

    text: str
    """Its characters; empty for a border between blocks, lines, cells or links."""
    hidden: bool = False
    """Whether the markup hides it."""
    dropped: bool = False
    """Whether it is no text for a reader at all."""


BORDER = Word("")


@dataclass(frozen=True)
class Markup:
    """A piece of a page and the words in it, in order."""

    html: str
    """As it stands in the page."""
    words: tuple[Word, ...]
    """What it holds."""


def visible(markup: Markup) -> list[str]:
    """Return the words a reader sees, those that touch each other put together."""
    text = "".join(word.text or " " for word in markup.words if not word.hidden and not word.dropped)
    return text.split()


def hidden(markup: Markup) -> list[str]:
    """Return the words that the markup hides."""
    return [word.text for word in markup.words if word.hidden and not word.dropped and word.text.strip()]


def dropped(markup: Markup) -> list[str]:
    """Return the words that are no text."""
    return [word.text for word in markup.words if word.dropped]


def _joined(parts: list[Markup], sep: str = "") -> Markup:
    return Markup(sep.join(part.html for part in parts), tuple(word for part in parts for word in part.words))


def _around(before: str, inner: Markup, after: str, *, bordered: bool = True) -> Markup:
    border = (BORDER,) if bordered else ()
    return Markup(before + inner.html + after, (*border, *inner.words, *border))


def _all(inner: Markup, *, hidden: bool = False, dropped: bool = False) -> Markup:
    words = (Word(word.text, word.hidden or hidden, word.dropped or dropped) for word in inner.words)
    return Markup(inner.html, tuple(words))


def _numbered(markup: Markup) -> Markup:
    """Give every word its own number, in page order; the brackets keep 1 apart from 11."""
    parts = markup.html.split(_NUMBER)
    page = parts[0] + "".join(f"{number}{part}" for number, part in enumerate(parts[1:]))
    numbers = count()
    words = (
        w._replace(text=w.text.replace(_NUMBER, str(next(numbers)))) if _NUMBER in w.text else w for w in markup.words
    )
    return Markup(page, tuple(words))


_word = st.sampled_from(_SCRIPTS).map(
    lambda text: Markup(html.escape(f"[{_NUMBER}{text}]"), (Word(f"[{_NUMBER}{text}]"),))
)
_space = st.sampled_from((" ", "\n  ", "\t", "&nbsp;", " \n ")).map(lambda text: Markup(text, (Word(" "),)))
_break = st.sampled_from(("<br>", "<br/>", "<br><br>", "<br> <br class=x>")).map(lambda tag: Markup(tag, (BORDER,)))
_nothing = st.sampled_from(("<!-- no > text -->", "<img alt='none'>", "<wbr>", "<input value=none>")).map(
    lambda tag: Markup(tag, ())
)


def _element(tags: tuple[str, ...], inner: st.SearchStrategy[Markup], *, bordered: bool) -> st.SearchStrategy[Markup]:
    names = ("", ' class="c"', ' id="i-1" data-x="&lt;"')
    return st.builds(
        lambda tag, name, inside: _around(f"<{tag}{name}>", inside, f"</{tag}>", bordered=bordered),
        st.sampled_from(tags),
        st.sampled_from(names),
        inner,
    )


def _several(part: st.SearchStrategy[Markup], most: int = 4) -> st.SearchStrategy[Markup]:
    return st.lists(part, min_size=1, max_size=most).map(_joined)


def _hide(tags: tuple[str, ...], inner: st.SearchStrategy[Markup], *, bordered: bool) -> st.SearchStrategy[Markup]:
    ways = ("hidden", 'style="display:none"', "style='color: red; DISPLAY : none'", 'style="visibility: hidden"')
    return st.builds(
        lambda tag, way, inside: _around(f"<{tag} {way}>", _all(inside, hidden=True), f"</{tag}>", bordered=bordered),
        st.sampled_from(tags),
        st.sampled_from(ways),
        inner,
    )


def _no_text(word: Markup) -> list[Markup]:
    gone = _all(word, dropped=True)
    tags = ("style", "svg", "template", "script")
    return [_around(f"<{tag}>", gone, f"</{tag}>", bordered=False) for tag in tags]


_dropped = _word.flatmap(lambda word: st.sampled_from(_no_text(word)))
_plain = _word | _word | _space | _nothing
_phrase = st.recursive(
    _plain,
    lambda inner: _element(("b", "em", "span", "font", "code", "sup", "mark"), _several(inner), bordered=False),
    max_leaves=5,
)
# Links side by side: their words are parted even where no space stands between them.
_links = (
    st.lists(_phrase, min_size=1, max_size=3)
    .map(lambda texts: _joined([_around('<a href="/x">', text, "</a>", bordered=True) for text in texts]))
    .map(lambda run: Markup(f" {run.html} ", (Word(" "), *run.words, Word(" "))))
)
_ruby = _word.map(lambda word: Markup(f"<ruby>{word.html}<rt>r</rt></ruby>", (*word.words, Word("r"))))
_seen_line = _several(_phrase | _links | _ruby | _break)
_line = _several(_phrase | _links | _ruby | _break | _dropped | _hide(("span", "i"), _word, bordered=False))

_row_of = ("<td>", "<th scope=row>", '<td class="n">')


def _cells(cells: list[Markup]) -> Markup:
    inside = [_around(_row_of[at % 3], cell, f"</{_row_of[at % 3][1:3]}>") for at, cell in enumerate(cells)]
    return _around("<tr>", _joined(inside, "\n"), "</tr>")


def _wrapped(before: str, after: str) -> Callable[[list[Markup]], Markup]:
    return lambda parts: _around(before, _joined(parts), after)


_items = st.lists(_line.map(lambda line: _around("<li>", line, "</li>")), min_size=1, max_size=3)
_options = st.lists(_word.map(lambda word: _around("<option>", word, "</option>")), min_size=1, max_size=3)
_terms = st.lists(_line, min_size=2, max_size=4).map(
    lambda lines: [_around(f"<d{'td'[at % 2]}>", line, f"</d{'td'[at % 2]}>") for at, line in enumerate(lines)]
)
_leaf = (
    _line
    | _element(("p", "h1", "h3", "address", "figcaption", "button", "summary", "legend"), _line, bordered=True)
    | _items.map(_wrapped("<ul>", "</ul>"))
    | _terms.map(_wrapped("<dl>", "</dl>"))
    | _options.map(_wrapped("<select>", "</select>"))
    | st.lists(st.lists(_seen_line, min_size=1, max_size=3).map(_cells), min_size=1, max_size=3).map(
        _wrapped("<table><caption></caption>", "</table>")
    )
    | _word.map(lambda word: _around("<pre>", word, "</pre>"))
    | _hide(("p", "div", "section"), _seen_line, bordered=True)
    | _seen_line.map(lambda line: _around("<noscript><p>", _all(line, hidden=True), "</p></noscript>"))
    | _seen_line.map(lambda line: _around("<dialog>", _all(line, hidden=True), "</dialog>"))
)
_blocks = ("div", "section", "article", "blockquote", "details", "figure", "main", "aside", "center")
_fragment = st.recursive(
    _leaf,
    lambda inner: (
        _element(_blocks, _several(inner), bordered=True)
        | _several(inner).map(lambda cell: _around("<table><tr><td>", cell, "</td></tr></table>"))
        | _several(inner).map(lambda item: _around("<ul><li>", item, "</li></ul>"))
        | _hide(("div",), _several(inner), bordered=True)
    ),
    max_leaves=8,
)
BODIES = _several(_fragment).map(_numbered)
"""Bodies of pages."""
