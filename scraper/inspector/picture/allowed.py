"""What of a stranger's markup is drawn: elements and attributes that can be named here, and nothing else.

No attribute here holds an address, a program or a name by which another element could be reached, so nothing that
passes can load, run, send or navigate. Source of the names: HTML Living Standard, sections 4 and 16 (obsolete).
"""

import re
from collections.abc import Mapping

TAGS = frozenset(
    "html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li main marquee menu nav ol p pre search section "
    "summary ul listing plaintext xmp caption col colgroup table tbody td tfoot th thead tr a abbr acronym b bdi bdo "
    "big blink br cite code data del dfn em font i ins kbd label mark nobr q rb rp rt rtc ruby s samp small span "
    "strike strong sub sup time tt u var wbr button datalist input meter optgroup option output progress select "
    "textarea audio canvas map noindex noscript object picture video slot ad content image spacer tag".split()
)
"""Elements that are drawn as they are; `object` and the like without what they would show."""

DROPPED = frozenset("head script style title link meta base embed applet param source track area frame".split())
"""Elements that are left out with all below: they show no text."""

UNKNOWN = "scraper-unknown"
"""What elements become that no list names and that are not custom ones: a browser to come may give them a meaning."""
SHADOW = "scraper-shadow"
"""What a declarative shadow root becomes: an element that has no box."""
PICTURE = "scraper-picture"
"""What an `<img>` becomes: its alternative text, by a rule of the report's own."""

_RENAMED: Mapping[str, str] = {"template": SHADOW, "img": PICTURE}

# A hyphen makes a custom element, which is inert without a program; a colon is in no name of the standard.
_CUSTOM = re.compile(r"[a-z][a-z0-9._]*[-:][a-z0-9._:-]*")

_WORD = re.compile(r"[A-Za-z-]{1,20}")
_NUMBER = re.compile(r"-?\d{1,4}")
_SIZE = re.compile(r"\d{1,4}%?")
_TAG = re.compile(r"[A-Za-z0-9-]{1,35}")
_ANY = re.compile(r".{0,300}", re.DOTALL)

_LONGEST = 300
"""Characters of a picture's alternative text."""

_EVERYWHERE: Mapping[str, re.Pattern[str]] = {"dir": _WORD, "lang": _TAG}
_CELL: Mapping[str, re.Pattern[str]] = {
    "colspan": _NUMBER,
    "rowspan": _NUMBER,
    "align": _WORD,
    "valign": _WORD,
    "width": _SIZE,
}
_BY_TAG: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    "ol": {"start": _NUMBER, "type": _WORD, "reversed": _WORD},
    "li": {"value": _NUMBER},
    "td": _CELL,
    "th": _CELL,
    "table": {"align": _WORD, "width": _SIZE, "border": _NUMBER, "cellpadding": _NUMBER, "cellspacing": _NUMBER},
    "col": {"span": _NUMBER, "width": _SIZE},
    "colgroup": {"span": _NUMBER, "width": _SIZE},
    "div": {"align": _WORD},
    "p": {"align": _WORD},
    "font": {"size": _NUMBER},
    "input": {"placeholder": _ANY},
}
"""Attributes beside those that all elements may have, and what their values must look like as a whole."""

# Inside a form an element is found under its id, also where the form's own methods are looked for.
NAMELESS = frozenset("button fieldset img input object output select textarea".split())
"""Elements that keep no id."""


def drawn_tag(tag: str) -> str | None:
    """Return the name under which an element is drawn, None where it is left out with all below."""
    if tag in TAGS:
        return tag
    if tag in _RENAMED:
        return _RENAMED[tag]
    if tag in DROPPED:
        return None
    return tag if _CUSTOM.fullmatch(tag) else UNKNOWN


def drawn_attributes(tag: str, attributes: Mapping[str, str | None]) -> dict[str, str]:
    """Return the attributes of an element that are drawn; class, id and style are another matter (`stage`)."""
    rules = {**_EVERYWHERE, **_BY_TAG.get(tag, {})}
    pairs = ((name, value or "") for name, value in attributes.items() if name in rules)
    kept = {name: value for name, value in pairs if rules[name].fullmatch(value)}
    words = (attributes.get("alt") or "").strip()[:_LONGEST] if tag == PICTURE else ""
    return {**kept, "data-alt": words} if words else kept
