"""What a block's words announce."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.features.words import NAMES, short_words
from scraper.model.lexicon import Category
from scraper.rules.fold import fold
from tests.cleaner.features.columns import blocks_with, columns_of
from tests.cleaner.pages import EN, page, paragraphs

STORY = f"<main>{paragraphs(*EN)}</main>"


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Teilen", Category.SHARE),
        ("Читайте также:", Category.RELATED),
        ("相关阅读", Category.RELATED),
        ("Комментарии (12)", Category.COMMENT),
        ("Newsletter", Category.NEWSLETTER),
    ],
)
def test_labels_in_many_languages_are_one_category(text: str, category: Category) -> None:
    """A block that is a phrase of a lexicon is of that phrase's category, whatever its language."""
    assert blocks_with(page(f"{STORY}<div>{text}</div>"), f"is_{category}") == [text]


def test_beginning_with_a_phrase_is_told_apart() -> None:
    """A block that begins with a phrase is not the phrase itself."""
    html = page(f"{STORY}<p>Читайте также: мост через реку</p>")
    assert blocks_with(html, "starts_related") == ["Читайте также: мост через реку"]
    assert blocks_with(html, "is_related") == []


def test_networks() -> None:
    """The name of a network is one in any script."""
    assert blocks_with(page(f"<p>WhatsApp</p><p>微信</p>{STORY}"), "network") == ["WhatsApp", "微信"]


@pytest.mark.parametrize(
    "text", ["2024-05-01", "01.05.2024, 18:30 Uhr", "May 1, 2024", "1 мая 2024 г.", "2024年5月1日"]
)
def test_dates(text: str) -> None:
    """A short line with a date is one with a date."""
    assert blocks_with(page(f"<p>{text}</p>{STORY}"), "date") == [text]


@pytest.mark.parametrize("text", ["Room 101", "Version 3.2", "12 Angry Ships", f"{EN[0]} 2024-05-01"])
def test_other_numbers_are_no_dates(text: str) -> None:
    """Numbers that are no dates, and dates in a paragraph, do not count."""
    assert blocks_with(page(f"<p>{text}</p>"), "date") == []


def test_announcement_holds_inside_its_element() -> None:
    """What a heading announces holds for what follows in the second element around it that grows, not behind it."""
    links = "<ul><li><a href=/1>New ramp</a><li><a href=/2>Ice on the lake</a></ul>"
    aside = f"<aside><div><h3>Related articles</h3><p>Today</p></div>{links}</aside>"
    html = page(f"{STORY}{aside}<footer><p>Imprint</p><p>Contact</p></footer>")
    assert blocks_with(html, "under_related") == ["Today", "New ramp", "Ice on the lake"]


def test_announcement_fades() -> None:
    """How far ahead an announcement stands falls with each block, and after some dozens it is forgotten."""
    rows = "".join(f"<p>row {at}</p>" for at in range(70))
    found = columns_of(page(f"<p>before</p><h3>Comments</h3>{rows}"), "since_comment")["since_comment"]
    assert found[:3] == [0, 0, 1]
    assert found[2:61] == sorted(found[2:61], reverse=True)
    assert not any(found[61:])


def test_the_nearest_of_two_announcements_counts() -> None:
    """Where a second announcement of the same sort stands below the first it is counted from the second."""
    html = page("<h3>Related articles</h3><p>a</p><p>b</p><h3>Related articles</h3><p>c</p>")
    assert columns_of(html, "since_related")["since_related"][-1] == 1


def test_last_block_announces_nothing() -> None:
    """An announcement that nothing follows holds for nothing."""
    html = page(f"{STORY}<h3>Comments</h3>")
    assert blocks_with(html, "under_comment") == blocks_with(html, "since_comment") == []


def test_numbers_are_within_bounds() -> None:
    """All numbers are between nothing and one."""
    html = page(f"<h3>Related articles</h3>{STORY}<p>Share</p><p>微信</p><h3>Comments</h3><p>18:30</p>")
    for column in columns_of(html, NAMES).values():
        assert all(0 <= value <= 1 for value in column)


@pytest.mark.parametrize(
    ("folded", "words"),
    [
        ("", ()),
        ("share", ("=share",)),
        ("read also", ("=read also", "^read", "also", "also$")),
        ("one two three four five", ("=one two three four five", "^one", "two", "three", "five$")),
        ("相关阅读", ("=相关阅读",)),
        ("x" * 61, ()),
    ],
)
def test_short_words(folded: str, words: tuple[str, ...]) -> None:
    """A short label is known by itself, its first three words and its last; longer text by nothing."""
    assert short_words(folded) == words


@given(st.text(max_size=80))
def test_words_fit_on_a_line(text: str) -> None:
    """No word of any text holds a line break, for vocabularies are kept as one word a line."""
    assert all(len(word.splitlines()) == 1 for word in short_words(fold(text)))
