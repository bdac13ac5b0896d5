"""The objects of linked data."""

from scraper.cleaner.metadata.things import things, types_of


def test_outer_objects_come_first():
    """Objects are found in lists and behind the keys that are followed, level by level."""
    document = [{"a": {"n": 3}}, {"n": 2, "b": {"n": 9}}]
    assert [thing.get("n") for thing in things(document, lambda key, _: key == "a")] == [None, 2, 3]


def test_endless_documents_come_to_an_end():
    """Of a catalogue only the first objects are looked at."""
    assert len(list(things([{}] * 100_000, lambda *_: True))) < 4000


def test_types_lose_the_address_of_their_vocabulary():
    """One type or several, with or without address, in order; none is said as such."""
    assert types_of({"@type": ["https://schema.org/NewsArticle", "Thing"]}) == ["newsarticle", "thing"]
    assert types_of({"@type": "Recipe"}) == ["recipe"]
    assert types_of({}) == ["none"]
