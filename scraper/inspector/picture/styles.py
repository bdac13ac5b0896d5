"""Style sheets of strangers, cut down to what places and sets text: output is made of checked parts only.

Theory of operation. The sheet is cut at braces and semicolons; nothing of it is passed on as it stands. A rule comes
out when its selector is made of harmless characters, a declaration when its property is in `PROPERTIES` and its value
is words, numbers and listed functions. Whatever a browser may think of the input, the output reads in one way only.

What falls away, and why: everything that loads (`url`, `@import`, `@font-face`); everything that takes text out of its
place or cuts it off (position, transform, overflow, height), so that each segment stays where its outline is; colours
and backgrounds, because the colours in a report are those of roles, and because white text whose picture is missing
could not be read; `!important`, so that the report's own rules win; lengths in heights of the window, which here is
as high as the page. Source: CSS Syntax Module Level 3.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

PROPERTIES = frozenset(
    "display visibility float clear width max-width min-width margin margin-top margin-right margin-bottom margin-left "
    "margin-inline margin-inline-start margin-inline-end margin-block padding padding-top padding-right padding-bottom "
    "padding-left padding-inline padding-inline-start padding-inline-end padding-block border border-top border-right "
    "border-bottom border-left border-width border-style border-radius border-collapse border-spacing box-sizing font "
    "font-family font-size font-style font-variant font-weight line-height text-align text-decoration "
    "text-decoration-line text-transform letter-spacing word-spacing white-space word-break overflow-wrap word-wrap "
    "hyphens direction unicode-bidi writing-mode vertical-align list-style list-style-type list-style-position "
    "table-layout caption-side flex flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap order gap "
    "row-gap column-gap justify-content justify-items justify-self align-content align-items align-self place-items "
    "grid-template-columns grid-template-areas grid-column grid-row grid-area grid-auto-flow columns "
    "column-count".split()
)
"""Properties that are kept; custom ones (`--name`) are too."""

_FUNCTIONS = frozenset(["", *"calc clamp fit-content hsl hsla max min minmax repeat rgb rgba var".split()])
_CALLED = re.compile(r"([\w-]*)\(")
_VALUE = re.compile(r"[\w\s#%.,+*/()-]{1,300}")
_CUSTOM = re.compile(r"--[a-z0-9_-]{1,60}")
_IMPORTANT = re.compile(r"\s*!\s*important\s*$", re.IGNORECASE)
# Lengths in heights of the window, and numbers that no layout needs (colours begin with a sign).
_REFUSED = re.compile(r"\d(?:[sld]?v(?:h|b|min|max))\b|(?<![#\w.])\d{5,}|(?<![#\w.])[\d.]+e[+-]?\d", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_BORDER = re.compile(r"[{};]")
_ATTRIBUTE = re.compile(r"\[[\w-]{1,60}(?:[~|^$*]?=(?:\"[\w ./:-]{0,80}\"|'[\w ./:-]{0,80}'|[\w-]{1,80}))?\]")
_SELECTOR = re.compile(r"(?:[\w\s.#>+~*:,()%-]|\\[^\s\w{};<]){1,2000}")
_CONDITION = re.compile(r"[\w\s(),:.<>=/%-]{0,300}")
_NAME = re.compile(r"[.#]((?:[\w-]|\\.)+)")
_LONGEST = 1_000_000
"""Characters of a page's style sheets that are looked at."""
_MOST = 300_000
"""Characters that are kept."""
_DEEPEST = 20


@dataclass(slots=True)
class _Open:
    """A block whose brace is not closed yet."""

    head: str | None
    """What comes out before the brace; empty for a group that only holds rules together, None for what is dropped."""
    is_rule: bool
    """Whether declarations stand in it, not rules."""
    inside: list[str] = field(default_factory=list)
    """What came out of it."""


def kept_sheet(media: str, css: str) -> str:
    """Return what is kept of one style sheet, an empty string where that is nothing."""
    if "print" in media.lower() or not _CONDITION.fullmatch(media):
        return ""
    kept = "".join(_rules(_COMMENT.sub(" ", css[:_LONGEST])))[:_MOST]
    # Cutting may leave a rule half: it ends where the last whole one does.
    kept = kept if len(kept) < _MOST else ""
    return f"@media {media}{{{kept}}}" if kept and media.strip() else kept


def kept_declarations(css: str) -> str:
    """Return what is kept of the inside of a rule, or of a `style` attribute."""
    return ";".join(_declarations(_COMMENT.sub(" ", css)))


def names_in(sheet: str) -> frozenset[str]:
    """Return the classes and ids that the selectors of a kept sheet name; all others need not be drawn."""
    return frozenset(name.replace("\\", "") for name in _NAME.findall(sheet))


def _rules(css: str) -> Iterator[str]:
    """Yield the rules and groups of a sheet."""
    outermost = _Open("", is_rule=False)
    opened, at = [outermost], 0
    for border in _BORDER.finditer(css):
        text, at = css[at : border.start()].strip(), border.end()
        innermost = opened[-1]
        if innermost.is_rule and border.group() != "{":
            innermost.inside += _declarations(text)
        if border.group() == "{":
            opened.append(_begun(text, innermost, len(opened)))
        elif border.group() == "}" and len(opened) > 1:
            closed = opened.pop()
            opened[-1].inside += _ended(closed)
    yield from outermost.inside


def _begun(text: str, around: _Open, depth: int) -> _Open:
    """Return the block that a text before a brace opens."""
    if around.head is None or around.is_rule or depth > _DEEPEST:
        return _Open(None, is_rule=False)
    if not text.startswith("@"):
        return _Open(text if _is_harmless(text) else None, is_rule=True)
    name, _, condition = text[1:].partition(" ")
    name = name.lower()
    if name in {"media", "supports"} and _CONDITION.fullmatch(condition) and "print" not in condition:
        return _Open(f"@{name} {condition}" if "url" not in condition else None, is_rule=False)
    # What stands in a layer would be stronger than rules outside where it is important; outside it is like all others.
    return _Open("" if name == "layer" else None, is_rule=False)


def _ended(block: _Open) -> Iterator[str]:
    """Yield what comes out of a block that is closed."""
    if block.head is None or not block.inside:
        return
    if not block.head:
        yield from block.inside
    else:
        yield f"{block.head}{{{(';' if block.is_rule else '').join(block.inside)}}}"


def _is_harmless(selector: str) -> bool:
    """Whether a selector is made of names, signs and simple attributes; `:has` would make drawing slow."""
    bare = _ATTRIBUTE.sub("", selector)
    lowered = bare.lower()
    return _SELECTOR.fullmatch(bare) is not None and ":has" not in lowered and "url" not in lowered


def _declarations(css: str) -> Iterator[str]:
    """Yield the declarations that are kept, without what parts them."""
    for declaration in css.split(";"):
        name, colon, value = declaration.partition(":")
        name = name.strip().lower()
        if not colon or not (name in PROPERTIES or _CUSTOM.fullmatch(name)):
            continue
        value = _IMPORTANT.sub("", value.strip()).replace('"', "").replace("'", "")
        if _VALUE.fullmatch(value) and not _REFUSED.search(value) and _FUNCTIONS.issuperset(_CALLED.findall(value)):
            yield f"{name}:{value}"
