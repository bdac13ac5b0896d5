"""May a crawler ask for this path? The rules of robots.txt (RFC 9309); the only file that knows protego.

Protego matches paths against patterns, without going back and forth in them, and picks the longest match: there it is
right. Which lines make a group, and which group is ours, is decided here: there it differs from the RFC.

- a line of another field (`Crawl-delay`, an unknown one) between `User-agent` lines does not part a group (2.2.4);
- a group is ours if its product token *is* ours (2.2.1), while protego lets `goo` be `google` too;
- bytes that are no line ends (form feeds, NEL, U+2028) end no line; long lines and files are cut;
- an escaped slash in a query matches a slash (2.2.2, fourth example).

Two customs of Google's parser come with protego and are kept: an allowed `/x/index.html` allows `/x/` too, and a `$` at
the end of a pattern can also stand for itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from protego import Protego

from scraper.crawler.robots.lines import Field, Record, bounded, records

LONGEST_DELAY: Final = 3600.0
"""Seconds between requests that a `Crawl-delay` can ask for; a longer one is taken for this."""

_EVERYONE = "*"
_RULES: Final = frozenset({Field.ALLOW, Field.DISALLOW})
_WISHES: Final = frozenset({Field.DELAY, Field.SIGNAL, Field.USAGE})
_TOKEN: Final = re.compile(r"\*(?=\s|$)|[A-Za-z_-]+")
_WIDE_TOKEN: Final = re.compile(r"[A-Za-z0-9_.-]+")
_NUMBER: Final = re.compile(r"\d{1,9}(?:\.\d{1,9})?")
_ORIGIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*")
_UNSAFE: Final = re.compile(rb"[^\x21-\x7e]")
_SLASH: Final = re.compile(r"%2[Ff]")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the rules say of one path."""

    allowed: bool
    """Whether it may be asked for."""
    rule: str | None = None
    """The line that decided, as understood: `Disallow: /private`; None where none matched."""


@dataclass(frozen=True, slots=True)
class Group:
    """Rules that hold for some crawlers."""

    agents: frozenset[str]
    """Product tokens in lower case, `*` for everyone."""
    rules: tuple[tuple[str, str], ...]
    """`Allow` or `Disallow`, and the pattern; lines without a pattern are none."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A line beside the rules of RFC 9309: `Crawl-delay`, `Content-Signal` or `Content-Usage`."""

    agents: frozenset[str]
    """Product tokens named right above it, in lower case; empty where it stands above all of them."""
    field: Field
    """Which of the three."""
    value: str
    """What it says."""


@dataclass(frozen=True, slots=True)
class Robots:
    """A robots.txt file as read; agents are product tokens (`scraper`) or begin with one (`scraper/1.0 (+https://…)`)."""

    body: bytes
    """The bytes it was read from, as far as they were read: `read_robots(body)` gives an equal one back."""
    groups: tuple[Group, ...]
    """Its groups in order; several may name one crawler."""
    wishes: tuple[Wish, ...]
    """Its further lines in order."""
    sitemaps: tuple[str, ...]
    """Values of its `Sitemap` lines in order, each once, not looked at otherwise."""
    _matchers: dict[str, Protego] = field(default_factory=dict, compare=False, repr=False)
    """The rules for each agent asked about, built when asked."""

    def allows(self, agent: str, address: str) -> bool:
        """Whether a crawler may ask for an absolute address of this origin, or a path with its query."""
        token = self._speaks_to(agent)
        matcher = self._matchers.get(token)
        if matcher is None:
            matcher = self._matchers[token] = _matcher(self._rules(token))
        return matcher.can_fetch(_path(address), _EVERYONE)

    def answer(self, agent: str, address: str) -> Answer:
        """Return the same as `allows` with the line that decided: slower, for telling why."""
        allowed = self.allows(agent, address)
        path = _path(address)
        deciding = "Allow" if allowed else "Disallow"
        rules = [(rule, pattern) for rule, pattern in self._rules(self._speaks_to(agent)) if rule == deciding]
        for rule, pattern in sorted(rules, key=lambda line: len(line[1]), reverse=True):
            if not _matcher([("Disallow", pattern)]).can_fetch(path, _EVERYONE):
                return Answer(allowed, f"{rule}: {pattern}")
        return Answer(allowed)

    def crawl_delay(self, agent: str) -> float | None:
        """Return the seconds a crawler is asked to leave between requests, the most where several say; None without."""
        found = (_NUMBER.match(value) for value in self._said(agent, Field.DELAY))
        return max((min(float(number[0]), LONGEST_DELAY) for number in found if number), default=None)

    def preferences(self, agent: str) -> tuple[str, ...]:
        """Return what is said of uses of the content, as written: `search=yes, ai-train=no`.

        Content signals (contentsignals.org) and the IETF's Content-Usage (draft-ietf-aipref-attach).
        """
        return (*self._said(agent, Field.SIGNAL), *self._said(agent, Field.USAGE))

    def _speaks_to(self, agent: str) -> str:
        """Return the token whose groups hold for a crawler: its own where one names it, else `*` (RFC 9309, 2.2.1)."""
        token = product_token(agent)
        return token if any(token in group.agents for group in self.groups) else _EVERYONE

    def _rules(self, token: str) -> list[tuple[str, str]]:
        return [rule for group in self.groups if token in group.agents for rule in group.rules]

    def _said(self, agent: str, about: Field) -> Iterator[str]:
        token = self._speaks_to(agent)
        said = (wish for wish in self.wishes if wish.field is about)
        return (wish.value for wish in said if not wish.agents or token in wish.agents)


def read_robots(body: bytes) -> Robots:
    """Read a robots.txt file; any bytes are one, at worst without rules."""
    body = bounded(body)
    lines = list(records(body))
    sitemaps = (line.value.decode("utf-8", "replace") for line in lines if line.field is Field.SITEMAP and line.value)
    return Robots(body, tuple(_groups(lines)), tuple(_wishes(lines)), tuple(dict.fromkeys(sitemaps)))


def product_token(agent: str) -> str:
    """Return the name a crawler is called by in robots.txt, in lower case: `scraper` of `Scraper/1.0 (+https://…)`."""
    return agent.partition("/")[0].strip().lower()


def _groups(lines: list[Record]) -> Iterator[Group]:
    """Yield groups: `User-agent` lines up to a rule, and the rules up to the next `User-agent` line."""
    agents: set[str] = set()
    rules: list[tuple[str, str]] = []
    ruled = False
    for line in lines:
        if line.field is Field.AGENT:
            if ruled:
                yield Group(frozenset(agents), tuple(rules))
                agents, rules, ruled = set(), [], False
            agents |= _tokens(line.value)
        elif line.field in _RULES and agents:
            ruled = True
            rules += [(line.field.value, _pattern(line.value))] if line.value else []
    if agents:
        yield Group(frozenset(agents), tuple(rules))


def _wishes(lines: list[Record]) -> Iterator[Wish]:
    """Yield the further lines with the crawlers they are for: those named since the last line of another kind."""
    named: list[str] = []
    agents: frozenset[str] = frozenset()
    naming = False
    for line in lines:
        if line.field is Field.AGENT:
            if not naming:
                named = []
            named += _tokens(line.value)
            naming = True
        elif line.field is not Field.SITEMAP:
            agents = frozenset(named) if naming else agents
            naming = False
        if line.field in _WISHES:
            yield Wish(agents, line.field, line.value.decode("utf-8", "replace"))


def _tokens(value: bytes) -> frozenset[str]:
    """Return what a `User-agent` line names: letters, `_` and `-` by the RFC, but `bot2` is meant for `bot2` too."""
    text = value.decode("ascii", "replace")
    found = (pattern.match(text) for pattern in (_TOKEN, _WIDE_TOKEN))
    return frozenset(match[0].lower() for match in found if match)


def _matcher(rules: list[tuple[str, str]]) -> Protego:
    return Protego.parse("".join(["User-agent: *\n", *(f"{rule}: {pattern}\n" for rule, pattern in rules)]))


def _pattern(value: bytes) -> str:
    """Return a pattern in printable ASCII: what protego reads as one line, and as one word."""
    text = _UNSAFE.sub(lambda byte: b"%%%02X" % byte[0][0], value).decode("ascii")
    path, mark, query = text.partition("?")
    return f"{path}{mark}{_SLASH.sub('/', query)}"


def _path(address: str) -> str:
    """Return what rules are matched against, as an absolute address: protego would take `//x` for a host."""
    path = _ORIGIN.sub("", address, count=1) if _ORIGIN.match(address) else address
    target = _pattern(path.partition("#")[0].encode("utf-8", "surrogatepass"))
    return f"http://h{target if target.startswith('/') else f'/{target}'}"
