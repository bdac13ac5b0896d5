"""Stories in the state of a program: JSON of any shape, in which nobody says what the story is.

Theory of operation. Every value gets a mass: the size of the running prose in it. The story's object is the one that
bears the page's title, or the whole; from there the way goes down to the heaviest value as long as one outweighs its
siblings, keys that name a body going first. Where the mass parts (a list of paragraphs, the posts of a thread), the
story is all that is below. The same in every framework, so that none has to be known.
"""

from collections.abc import Iterator, Mapping

from scraper.cleaner.embedded.prose import bare, reads, size
from scraper.cleaner.embedded.rich_text import is_catalogue, paragraphs
from scraper.cleaner.embedded.story import Story, Titles, unlike
from scraper.cleaner.embedded.words import ASIDE, BODIES, TEXTS, TITLES, is_furniture, plain_key

_MOST = 60_000
"""Values looked at in one state."""
_DEEPEST = 60
"""Values one inside the other."""
_ASIDE_WEIGHT = 0.2
_BODY_SHARE, _PLAIN_SHARE, _ITEM_SHARE = 0.3, 0.5, 0.7
"""Share of the mass from which the way goes down: into a value named as a body, any other, an item of a list."""

Json = Mapping[str, object] | list[object]


def read_state(value: object, titles: Titles, *, untitled: bool) -> Story | None:
    """Return the story in a value made of lists, objects and strings, None where there is no prose.

    Where no object bears the page's title, the whole is looked through only if `untitled` allows it.
    """
    scales = _Scales(titles)
    if scales.weigh(value, "", 0) <= 0:
        return None
    own = scales.own if scales.own is not None and scales.of(scales.own) >= scales.of(value) * 0.2 else value
    title = scales.title if own is scales.own else None
    if title is None and not untitled:
        return None
    heart = _heart(own, scales)
    found = unlike(paragraphs(heart), title) or unlike(_asides(heart, 0), title)
    return Story(title, found, own=title is not None) if found else None


class _Scales:
    """The masses of all values of one state, and the object that bears the page's title."""

    def __init__(self, titles: Titles) -> None:
        self._titles = titles
        self._masses: dict[int, float] = {}
        self._seen = 0
        self.own: Json | None = None
        self.title: str | None = None

    def of(self, value: object, key: str = "") -> float:
        """Return the mass of a value that was weighed before."""
        return _string_mass(value, key) if isinstance(value, str) else self._masses.get(id(value), 0.0)

    def weigh(self, value: object, key: str, depth: int) -> float:
        """Return the mass of a value, and keep it with those of all values inside."""
        self._seen += 1
        if isinstance(value, str):
            return _string_mass(value, key)
        if not isinstance(value, dict | list) or depth > _DEEPEST or self._seen > _MOST:
            return 0.0
        if isinstance(value, list) and is_catalogue(value):
            return 0.0
        mass = sum(self.weigh(inner, name, depth + 1) for name, inner in members(value, key))
        self._masses[id(value)] = mass
        if isinstance(value, dict) and mass > self.of(self.own):
            title = next((value[name] for name in TITLES if self._titles.name(value.get(name))), None)
            if isinstance(title, str):
                self.own, self.title = value, bare(title)
        return mass


def members(value: Json, key: str) -> Iterator[tuple[str, object]]:
    """Yield what is in a value, with keys; items of a list go by the key of the list; furniture is left out."""
    if isinstance(value, list):
        yield from ((key, inner) for inner in value)
    else:
        yield from ((name, inner) for raw, inner in value.items() if not is_furniture(name := plain_key(raw)))


def _string_mass(text: str, key: str) -> float:
    """Return how much prose a string holds; next to nothing where its key names a summary."""
    if len(text) < 10 or (len(text) < 30 and key not in TEXTS):
        return 0.0
    words = bare(text)
    if not reads(words):
        return size(words) / 2 if key in TEXTS and " " in words and len(words) < 80 and words[-1:].isalpha() else 0.0
    return size(words) * (_ASIDE_WEIGHT if key in ASIDE else 1.0)


def _asides(value: object, depth: int) -> Iterator[str]:
    """Yield summaries and descriptions: all the prose of an object that has no body, as those of products have none."""
    if depth > _DEEPEST or not isinstance(value, dict | list):
        return
    for name, inner in members(value, ""):
        if isinstance(inner, str) and name in ASIDE and reads(bare(inner)):
            yield inner
        else:
            yield from _asides(inner, depth + 1)


def _heart(value: object, scales: _Scales) -> object:
    """Return the value at which the mass parts."""
    key = ""
    for _ in range(_DEEPEST):
        if not isinstance(value, dict | list):
            return value
        step = _heaviest(value, key, scales)
        if step is None:
            return value
        key, value = step
    return value


def _heaviest(value: Json, key: str, scales: _Scales) -> tuple[str, object] | None:
    """Return the member that holds nearly all of the mass, None where it is spread."""
    total = scales.of(value)
    inner = [(scales.of(member, name), name, member) for name, member in members(value, key)]
    shares = ((_BODY_SHARE, BODIES), (_PLAIN_SHARE, None)) if isinstance(value, dict) else ((_ITEM_SHARE, None),)
    for share, names in shares:
        fitting = [row for row in inner if row[0] >= share * total and (names is None or row[1] in names)]
        if fitting and total > 0:
            _, name, member = max(fitting, key=lambda row: row[0])
            return name, member
    return None
