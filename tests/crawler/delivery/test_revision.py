"""What changed in a story."""

import json
import time

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from scraper.crawler.delivery import record_line, revise, story_digest
from scraper.crawler.delivery.revision import compare
from scraper.crawler.delivery.story import KEPT, story_of
from scraper.model.document import Changes, Document, Edited, Removed
from scraper.model.segment import Role
from scraper.writer.schema import schema_text
from tests.writer.records import document, segment

RIVER = "The river was opened to swimmers on Monday after ten years of cleaning."
BRIDGE = "A new bridge will follow in the spring, said the mayor at the shore."
FISH = "Fish have come back: pike, perch and eel were counted in the summer."
CITY = "市长周一在河岸边表示,新桥将于明年春天开工建设。"


def page(*texts: str) -> Document:
    """Make a page with a menu around the story."""
    menu = segment("Home", Role.NAVIGATION)
    return document(menu, segment("River opens", Role.TITLE), *map(segment, texts), menu)


def changes(old: Document, new: Document) -> Changes:
    first = revise(old, None, 0)
    assert first is not None
    second = revise(new, first.past, 1)
    assert second is not None
    assert second.record.changes is not None
    return second.record.changes


def test_first_record_has_number_one_and_no_changes() -> None:
    """The first record of an address is the document itself, with its number."""
    revision = revise(page(RIVER), None, 0)
    assert revision is not None
    assert (revision.record.revision, revision.record.changes) == (1, None)
    assert revision.record.segments == page(RIVER).segments
    assert revision.digest == story_digest(page(RIVER))


def test_unchanged_story_gives_no_record() -> None:
    """When only what stands around the story changed, or its byline, there is nothing to deliver."""
    first = revise(page(RIVER, BRIDGE), None, 0)
    assert first is not None
    around = document(
        segment("River opens", Role.TITLE), segment("2 hours ago", Role.BYLINE), segment(RIVER), segment(BRIDGE)
    )
    assert revise(page(RIVER, BRIDGE), first.past, 1) is None
    assert revise(around, first.past, 1) is None


def test_segments_are_added_removed_and_edited() -> None:
    """New segments, gone ones and reworded ones are told apart, by their place in the new record."""
    edited = RIVER.replace("Monday", "Tuesday")
    assert changes(page(RIVER), page(RIVER, FISH)) == Changes((3,), (), ())
    assert changes(page(RIVER, FISH), page(FISH)) == Changes((), (Removed(Role.BODY, RIVER),), ())
    assert changes(page(RIVER, FISH), page(edited, FISH)) == Changes((), (), (Edited(2, RIVER),))
    assert changes(page(RIVER, FISH), page(BRIDGE, edited, FISH)) == Changes((2,), (), (Edited(3, RIVER),))
    assert changes(page(RIVER, CITY), page(BRIDGE, FISH, CITY.replace("周一", "周二"))) == Changes(
        (2, 3), (Removed(Role.BODY, RIVER),), (Edited(4, CITY),)
    )


def test_lone_segment_between_neighbours_is_edited_whatever_it_says() -> None:
    """One segment in the place of one, between unchanged neighbours, is an edit however little they share."""
    assert changes(page(RIVER, CITY, FISH), page(RIVER, BRIDGE, FISH)) == Changes((), (), (Edited(3, CITY),))


def test_moved_segments_are_no_change_of_their_own() -> None:
    """Segments in another order make a record without added, removed or edited ones."""
    assert changes(page(RIVER, BRIDGE, FISH), page(FISH, BRIDGE, RIVER)) == Changes((), (), ())


def test_words_behind_the_bound_are_unknown() -> None:
    """Of a very long story it is told that a segment is gone, but not what it said."""
    long = "x" * KEPT
    assert changes(page(long, FISH), page(long)).removed == (Removed(Role.BODY, None),)


STORY = st.lists(st.sampled_from([RIVER, BRIDGE, FISH, CITY, "a", "b", RIVER.replace("ten", "two")]), max_size=9)


@given(old=STORY, new=STORY)
def test_changes_account_for_every_segment(old: list[str], new: list[str]) -> None:
    """What was there, less what is gone, with what is new, is what is there."""
    before, after = story_of(page(*old)), story_of(page(*new))
    told = compare(before, after)
    texts = {passage.place: passage.text for passage in after}
    left = [passage.text for passage in before]
    for gone in told.removed:
        left.remove(gone.text)
    for edit in told.edited:
        left.remove(edit.before)
        left.append(texts[edit.segment])
    left += [texts[place] for place in told.added]
    assert sorted(map(str, left)) == sorted(map(str, texts.values()))
    assert (told == Changes((), (), ())) is (sorted(old) == sorted(new))


def test_records_of_a_crawl_keep_to_the_contract() -> None:
    """A record of a crawl is valid by the schema, and has three fields more than one of a saved page."""
    first = revise(page(RIVER, FISH), None, 0)
    assert first is not None
    second = revise(page(RIVER.replace("ten", "two"), BRIDGE, CITY), first.past, 1)
    assert second is not None
    for record in (first.record, second.record):
        jsonschema.validate(json.loads(record_line(record)), json.loads(schema_text()))
    plain, crawled = json.loads(record_line(page(RIVER))), json.loads(record_line(first.record))
    assert [*crawled] == [*plain, "revision", "changes", "signals"]


def test_repetitions_without_end_take_no_time() -> None:
    """A table of a thousand equal rows that becomes another such table is compared at once."""
    begin = time.process_time()
    compare(story_of(page(*["x"] * 1000)), story_of(page(*["x", "y"] * 500)))
    assert time.process_time() - begin < 10
