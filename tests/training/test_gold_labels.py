"""Which blocks of a page are part of its gold text."""

from hypothesis import given
from hypothesis import strategies as st

from scraper.training.gold_labels import Label, label_blocks
from tests.training.lessons import story

LINES = story(0)
GOLD = "\n\n".join(LINES)
WORDS = [f"word{number}" for number in range(300)]
MENU = ["Home", "News", "Weather"]


@st.composite
def own_lines(draw: st.DrawFn) -> list[str]:
    """Draw lines long enough to be believed, each of words that are in no other line."""
    sizes = draw(st.lists(st.integers(8, 30), min_size=1, max_size=8))
    return [" ".join(WORDS[sum(sizes[:at]) : sum(sizes[:at]) + size]) for at, size in enumerate(sizes)]


@given(own_lines())
def test_the_golds_own_lines_are_in(lines: list[str]) -> None:
    """A page whose blocks are the gold's lines as they are is part of it from first to last."""
    assert label_blocks(lines, "\n".join(lines)) == [Label.IN] * len(lines)


@given(own_lines(), st.lists(st.integers(0, 40), min_size=1, max_size=6))
def test_text_that_the_gold_lacks_is_out(lines: list[str], sizes: list[int]) -> None:
    """Blocks of words that the gold has nowhere are out, wherever they stand; one without words cannot be told."""
    others = [" ".join(f"other{number}" for number in range(size)) for size in sizes]
    labels = label_blocks([*others, *lines, *others], "\n".join(lines))
    outside = [Label.OUT if size else Label.UNKNOWN for size in sizes]
    assert labels == [*outside, *[Label.IN] * len(lines), *outside]


@given(own_lines(), st.lists(st.text(max_size=40), max_size=12))
def test_every_block_has_a_label(lines: list[str], texts: list[str]) -> None:
    """Whatever the page says, there is one label for each block."""
    assert len(label_blocks(texts, "\n".join(lines))) == len(texts)


def test_menus_around_the_story_are_out() -> None:
    """Menus before and behind the story are out, the story is in."""
    labels = label_blocks([*MENU, *LINES, *MENU], GOLD)
    assert labels == [*[Label.OUT] * 3, *[Label.IN] * 4, *[Label.OUT] * 3]


def test_copy_of_the_story_is_not_in_twice() -> None:
    """A paragraph that stands in a menu once more is in at one place only."""
    for page, copies in (([LINES[0], *MENU, *LINES], (0, 4)), ([*LINES, *MENU, LINES[2]], (2, 7))):
        labels = label_blocks(page, GOLD)
        assert sorted(labels[copy] for copy in copies) == [Label.UNKNOWN, Label.IN]
        assert labels.count(Label.IN) == len(LINES)


def test_story_told_twice_is_in_once() -> None:
    """Of two copies of the whole story one is in, and no paragraph of the other."""
    labels = label_blocks([*LINES, *LINES], GOLD)
    assert sorted((labels[:4], labels[4:])) == [[Label.UNKNOWN] * 4, [Label.IN] * 4]


def test_moved_paragraph_is_still_in() -> None:
    """A paragraph that the page has at another place than the gold is part of the story all the same."""
    assert label_blocks([LINES[3], *MENU, *LINES[:3]], GOLD)[0] is Label.IN


def test_short_heading_is_believed_inside_the_story() -> None:
    """A heading of the gold is in among its paragraphs, and out where the page has it far away in a menu."""
    gold = "\n".join([*LINES[:2], "What comes next", *LINES[2:]])
    inside = label_blocks([*LINES[:2], "What comes next", *LINES[2:], *MENU * 3], gold)
    assert inside[2] is Label.IN
    outside = label_blocks(["What comes next", *MENU * 3, *LINES], gold)
    assert outside[0] in (Label.OUT, Label.UNKNOWN)


def test_block_of_which_the_gold_has_half_is_left_out() -> None:
    """A block about half of which is gold is neither in nor out."""
    half = LINES[0] + " " + " ".join(WORDS[: len(LINES[0].split())])
    assert label_blocks([half, *LINES[1:]], GOLD)[0] is Label.UNKNOWN


def test_nothing_is_wanted_from_an_empty_page() -> None:
    """A page without blocks has no labels, and a gold without words has nothing in."""
    assert label_blocks([], GOLD) == []
    assert label_blocks(LINES, " ") == [Label.OUT] * 4
