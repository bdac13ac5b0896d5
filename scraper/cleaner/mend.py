"""Markup that would break the parser, mended before it is parsed: the text stays, what nobody wrote by hand goes.

Parsing by the standard's rules takes quadratic time, or makes a thousand elements of one, in a few cases: elements
nested a hundred thousand deep, one tag with a hundred thousand attributes, formatting that is never closed and has to
be opened again in every paragraph. `mended` tells pages without any of that by a few linear scans in C, and gives them
back as they are. Others are read once, tag by tag, and lose the tags above these limits, never their text:

- elements deeper than `_DEEPEST` (Chromium's own limit; there they become siblings), formatting above `_FORMATTING`;
- attributes after `_ATTRIBUTES` of one tag, and those of a second `<body>`;
- all tags after `_TAGS` elements or `_READ` tags, for which spaces stand: there text is all that is found.

Source of what closes what: https://html.spec.whatwg.org/multipage/parsing.html, as far as it matters for counting.
"""

from collections import Counter
from collections.abc import Mapping
from io import StringIO
from itertools import islice
from re import Match
from types import MappingProxyType
from typing import Final

from scraper.cleaner.tags import ATTRIBUTE, FORMATTING_TAG, TAG, TAGS_IN_A_ROW, TOKEN

_MANY: Final = 20_000
"""Tags up to which depth does no harm."""
_STRIDE: Final = 2_000
"""Characters up to which a tag may have any attributes."""
_ATTRIBUTES: Final = 1_000
_UNCLOSED: Final = 400
"""Tags without an end that any page may have: pictures, line breaks, paragraphs."""
_FORMATTING: Final = 64
"""Formatting elements that are open at a time."""
_DEEPEST: Final = 512
_TAGS: Final = 70_000
"""Elements of a page, those included that the parser makes to open formatting again."""
_READ: Final = 80_000
"""Tags that are read one by one; none of 2,450 pages has half as many."""

_FORMATS: Final = frozenset("b i u s em tt big font small strong code strike".split())
_ALONE: Final = frozenset({"a", "nobr"})
"""Formatting of which the next one closes the last."""
_VOID: Final = frozenset("area base br col embed hr img input link meta param source track wbr image keygen".split())
_ROOTS: Final = frozenset({"html", "body", "head"})


def _closing(*rows: tuple[str, str]) -> Mapping[str, frozenset[str]]:
    """Return, by name of a start tag, the elements that it ends where one is innermost."""
    return MappingProxyType({name: frozenset(ended.split()) for names, ended in rows for name in names.split()})


_ENDS: Final = _closing(
    ("p div ul ol dl table section article aside header footer nav main h1 h2 h3 h4 h5 h6 pre form blockquote", "p"),
    ("li", "p li"),
    ("dt dd", "p dt dd"),
    ("option", "option"),
    ("optgroup", "option optgroup"),
    ("td th", "p td th"),
    ("tr", "p td th tr"),
    ("tbody thead tfoot", "p td th tr tbody thead tfoot caption colgroup"),
    ("rb rt rtc rp", "rb rt rp"),
)


def mended(markup: str) -> str:
    """Return markup that parses in linear time and has the same text; nearly always the very same markup."""
    tags = markup.count("<")
    if tags <= _MANY and not _has_deep_formatting(markup, tags) and not _has_crowded_tag(markup):
        return markup
    return _Mender(markup).result()


def _has_deep_formatting(markup: str, tags: int) -> bool:
    """Whether so much formatting is open at a time that opening it again for every tag makes too many elements."""
    if tags - 2 * markup.count("</") <= _UNCLOSED:
        return False
    is_open: Counter[str] = Counter()
    deepest = depth = 0
    for slash, name in FORMATTING_TAG.findall(markup):
        if not slash:
            is_open[name] += 1
            depth += 1
            deepest = max(depth, deepest)
        elif is_open[name]:
            is_open[name] -= 1
            depth -= 1
    return deepest * tags > _TAGS


def _has_crowded_tag(markup: str) -> bool:
    """Whether some tag has more attributes than any page needs; looks at long ones only."""
    at, size = 0, len(markup)
    while at < size:
        following = markup.find("<", at, at + _STRIDE)
        if following >= 0:
            at += _STRIDE
            continue
        begin = markup.rfind("<", 0, at)
        tag = TAG.match(markup, begin) if begin >= 0 else None
        if tag and _is_crowded(tag[0]):
            return True
        at = markup.find("<", at)
        if at < 0:
            return False
    return False


def _is_crowded(tag: str) -> bool:
    """Whether a start tag has too many attributes."""
    return len(tag) > _STRIDE and sum(1 for _ in islice(ATTRIBUTE.finditer(tag), _ATTRIBUTES + 2)) > _ATTRIBUTES + 1


class _Mender:
    """One reading of a page, tag by tag."""

    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._kept: list[str] = []
        self._at = 0
        self._elements = 0
        self._depth = 0
        self._stack: list[tuple[str, bool]] = []
        self._open: Counter[str] = Counter()
        self._formats: list[str] = []
        self._roots: set[str] = set()

    def result(self) -> str:
        """Return the mended markup."""
        for number, token in enumerate(TOKEN.finditer(self._markup)):
            self._kept.append(self._markup[self._at : token.start()])
            self._at = token.end()
            self._read(token)
            if self._elements > _TAGS or number > _READ:
                return self._levelled()
        return "".join([*self._kept, self._markup[self._at :]])

    def _levelled(self) -> str:
        """Return what was kept so far, and of the rest only the text."""
        markup, at = self._markup, self._at
        # A list of a million pieces takes more memory than the page.
        whole = StringIO()
        whole.writelines([*self._kept, *self._ends()])
        self._kept.clear()
        for tags in TAGS_IN_A_ROW.finditer(markup, at):
            begin, end = tags.span()
            if begin > at:
                whole.write(markup[at:begin])
                whole.write(" ")
            at = end
        whole.write(markup[at:])
        return whole.getvalue()

    def _read(self, token: Match[str]) -> None:
        """Keep or drop one token."""
        start, end = token["start"], token["end"]
        if start:
            self._start(start.lower(), token[0])
        elif end:
            self._end(end.lower(), token[0])
        else:
            self._keep(token[0])

    def _keep(self, text: str) -> None:
        """Keep a token that costs an element."""
        self._kept.append(text)
        self._elements += 1

    def _start(self, name: str, text: str) -> None:
        """Read a start tag."""
        if name in _FORMATS or name in _ALONE:
            self._format(name, text)
        elif name in _ROOTS:
            self._keep(text if name not in self._roots else f"<{name}>")
            self._roots.add(name)
        elif name in _VOID:
            self._keep(_shortened(text))
        else:
            self._nest(name, text)

    def _nest(self, name: str, text: str) -> None:
        """Open an element, unless it stands too deep."""
        closed = _ENDS.get(name, frozenset())
        while self._stack and self._stack[-1][0] in closed:
            self._pop()
        is_kept = self._depth < _DEEPEST
        self._stack.append((name, is_kept))
        self._open[name] += 1
        if is_kept:
            self._depth += 1
            self._elements += len(self._formats)
            self._keep(_shortened(text))
        else:
            self._kept.append(" ")

    def _format(self, name: str, text: str) -> None:
        """Open a formatting element, unless too many are open."""
        if name in _ALONE and name in self._formats:
            self._formats.remove(name)
        if len(self._formats) < _FORMATTING:
            self._formats.append(name)
            self._keep(_shortened(text))

    def _end(self, name: str, text: str) -> None:
        """Read an end tag: it goes where its start tag went."""
        if name in _FORMATS or name in _ALONE:
            if name in self._formats:
                self._formats.remove(name)
                self._kept.append(text)
        elif self._open[name]:
            # One that was dropped may stand below others that were kept and are closed with it.
            while self._stack[-1][0] != name:
                self._pop()
            self._kept.append(text if self._pop() else " ")
        elif name in _ROOTS or name == "p":
            self._keep(text)

    def _pop(self) -> bool:
        """Close the innermost element and return whether it was kept."""
        name, is_kept = self._stack.pop()
        self._open[name] -= 1
        self._depth -= is_kept
        return is_kept

    def _ends(self) -> list[str]:
        """Return the end tags of all that is open, so that the rest does not stand inside a picture or a list."""
        return [f"</{name}>" for name, is_kept in reversed(self._stack) if is_kept]


def _shortened(tag: str) -> str:
    """Return a start tag with no more attributes than a page needs."""
    if not _is_crowded(tag):
        return tag
    # The first that the pattern finds is the name.
    found = [attribute[0] for attribute in islice(ATTRIBUTE.finditer(tag), _ATTRIBUTES + 1)]
    return f"{''.join(found)}>"
