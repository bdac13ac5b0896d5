"""Stories in JSON-LD: `articleBody` first, then threads and reviews, then descriptions of things.

Vocabulary: https://schema.org/Article, /DiscussionForumPosting, /QAPage, /Recipe, /Product.
"""

from collections.abc import Callable, Iterable, Iterator

from scraper.cleaner.embedded.prose import bare, size
from scraper.cleaner.embedded.story import Story, Titles, unlike
from scraper.cleaner.metadata.repair import documents
from scraper.cleaner.metadata.things import Thing, things, types_of

_MOST = 3000
"""Strings of one value that are read."""
_DEEPEST = 12
"""Objects one inside the other."""
_THREADS = frozenset({"discussionforumposting", "question", "answer", "comment", "socialmediaposting", "conversation"})
_NOT_THINGS = ("page", "website", "organization", "article", "posting", "list", "person", "imageobject", "corporation")
"""Ends of types whose description is a summary for search engines, or of somebody else."""
_TEXTS = ("articleBody", "text", "reviewBody", "transcript", "recipeIngredient")
_INNER = (
    "mainEntity", "acceptedAnswer", "suggestedAnswer", "comment", "liveBlogUpdate", "review", "recipeInstructions",
    "step", "itemListElement",
)  # fmt: skip
"""Properties whose objects go on telling the same story."""


def read_linked_data(text: str, titles: Titles) -> Story | None:
    """Return the story of the JSON-LD in one script, None where it tells none; any text will do."""
    objects = [thing for document in documents(text) for thing in things(document, _is_structured)]
    for tells in _STAGES:
        told = [story for thing in objects if (story := tells(thing)) is not None and story.passages]
        if told:
            alone = tells is _article and len(told) == 1
            stories = [story._replace(own=alone or titles.name(story.title)) for story in told]
            return max(stories, key=lambda story: (story.own, story.size()))
    return None


def _is_structured(_: str, value: object) -> bool:
    """Whether a value can hold objects."""
    return isinstance(value, dict | list)


def _article(thing: Thing) -> Story | None:
    """Return what an object with a body of an article tells."""
    bodied = "articleBody" in thing or "liveBlogUpdate" in thing
    return _told(thing) if bodied else None


def _thread(thing: Thing) -> Story | None:
    """Return what a post or a question tells, answers and comments included."""
    return _told(thing) if _THREADS.intersection(types_of(thing)) else None


def _work(thing: Thing) -> Story | None:
    """Return what any other object with a text of its own tells."""
    named = any(name in thing for name in (*_TEXTS, "recipeInstructions", "step"))
    return _told(thing) if named else None


def _description(thing: Thing) -> Story | None:
    """Return the description of a product, a course, an event, a position and the like."""
    types = types_of(thing)
    if not types or any(name.endswith(_NOT_THINGS) for name in types) or "description" not in thing:
        return None
    return _story(thing, _strings(thing["description"]))


_STAGES: tuple[Callable[[Thing], Story | None], ...] = (_article, _thread, _work, _description)
"""What tells a story, best first; a later one is asked only where none of the earlier ones is there."""


def _told(thing: Thing) -> Story:
    """Return the texts of an object and of those that go on with it."""
    return _story(thing, _texts(thing, 0))


def _story(thing: Thing, passages: Iterable[str]) -> Story:
    """Return the story of an object; whose it is shows later."""
    title = _title(thing)
    return Story(title, unlike(passages, title), own=False)


def _texts(thing: Thing, depth: int) -> Iterator[str]:
    """Yield the texts of an object, then those of the objects inside it that go on with them."""
    if "question" in types_of(thing) and depth:
        yield from _strings(thing.get("name"))
    for name in _TEXTS:
        yield from _strings(thing.get(name))
    for name in _INNER if depth < _DEEPEST else ():
        value = thing.get(name)
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                yield from _texts(inner, depth + 1)
            elif name in {"recipeInstructions", "step"}:
                yield from _strings(inner)


def _strings(value: object) -> Iterable[str]:
    """Return the strings a value is made of."""
    values = value[:_MOST] if isinstance(value, list) else [value]
    return [text for text in values if isinstance(text, str) and size(text) > 1]


def _title(thing: Thing) -> str | None:
    """Return the headline of an object."""
    title = thing.get("headline") or thing.get("name")
    return bare(title) or None if isinstance(title, str) else None
