"""The index over all lexicons: what a segment's words announce."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.model.lexicon import Category, Lexicon, Phrases
from scraper.rules.fold import fold
from scraper.rules.phrases import Hit, index_phrases
from scraper.rules.rulebook import load_phrases


def lexicon(tag: str, category: Category, exact: tuple[str, ...] = (), prefix: tuple[str, ...] = ()) -> Lexicon:
    """Make a lexicon with phrases in one category only."""
    return Lexicon(tag, tag, {category: Phrases(frozenset(exact), prefix)}, (), ())


def test_same_phrase_in_several_languages_is_one_hit() -> None:
    """A phrase that several languages share gives one hit with all their tags, sorted."""
    index = index_phrases([lexicon("nb", Category.SHARE, ("del",)), lexicon("da", Category.SHARE, ("del",))])
    assert index.match("del") == (Hit(Category.SHARE, ("da", "nb"), exact=True),)


def test_prefix_needs_a_word_boundary() -> None:
    """In scripts with spaces a prefix does not match the beginning of a longer word."""
    index = index_phrases([lexicon("en", Category.BYLINE, prefix=("by",))])
    assert index.match("by jane doe") == (Hit(Category.BYLINE, ("en",), exact=False),)
    assert index.match("bystanders said") == ()


@pytest.mark.parametrize("text", ["相关阅读丨某事", "相关阅读某事"])
def test_prefix_needs_no_boundary_without_spaces(text: str) -> None:
    """In scripts without spaces a prefix matches whatever follows."""
    index = index_phrases([lexicon("zh-Hans", Category.RELATED, prefix=("相关阅读",))])
    assert index.match(text)[0].category is Category.RELATED


def test_prefix_alone_is_a_whole_segment() -> None:
    """A segment that is nothing but a label counts as exact, with or without the label's sign."""
    index = index_phrases([lexicon("de", Category.CAPTION, prefix=("foto:",))])
    assert index.match(fold("Foto:")) == (Hit(Category.CAPTION, ("de",), exact=True),)
    assert index.match(fold("Foto der Woche")) == ()


def test_longest_prefix_wins_within_a_category() -> None:
    """Of several prefixes of one category the longest gives the hit."""
    short = lexicon("en", Category.SHARE, prefix=("share this",))
    long = lexicon("xx", Category.SHARE, prefix=("share this page",))
    assert index_phrases([short, long]).match("share this page now") == (Hit(Category.SHARE, ("xx",), exact=False),)


@pytest.mark.parametrize("text", ["12 comments", "comments 1,234", "3 · comments", "١٢ comments"])
def test_count_beside_a_phrase_is_not_regarded(text: str) -> None:
    """A number before or after a whole phrase does not hide it."""
    index = index_phrases([lexicon("en", Category.COMMENT, ("comments",))])
    assert index.match(fold(text)) == (Hit(Category.COMMENT, ("en",), exact=True),)


@pytest.mark.parametrize(
    ("text", "category", "tag"),
    [
        ("ΣΧΕΤΙΚΑ ΑΡΘΡΑ", Category.RELATED, "el"),
        ("اقرأ أيضاً: خبر آخر", Category.READ_MORE, "ar"),
        ("あわせて読みたい", Category.RELATED, "ja"),
        ("看看这些相关内容", Category.RELATED, "zh-Hans"),
        ("Czytaj także", Category.RELATED, "pl"),
        ("Поделиться", Category.SHARE, "ru"),
        ("ข่าวที่เกี่ยวข้อง", Category.RELATED, "th"),
        ("Tin liên quan", Category.RELATED, "vi"),
        ("무단전재 및 재배포 금지", Category.COPYRIGHT, "ko"),
        ("Das könnte Sie auch interessieren", Category.RELATED, "de"),
    ],
)
def test_sites_own_words_are_found(text: str, category: Category, tag: str) -> None:
    """What sites write over their blocks is found with its category and language."""
    assert any(hit.category is category and tag in hit.tags for hit in load_phrases().match(fold(text)))


@given(st.text())
def test_match_takes_any_text(text: str) -> None:
    """Any text is matched without an error, at most one hit a category, whole phrases first."""
    hits = load_phrases().match(fold(text))
    assert len({hit.category for hit in hits}) == len(hits)
    assert [hit.exact for hit in hits] == sorted((hit.exact for hit in hits), reverse=True)


@given(st.text())
def test_match_takes_text_that_was_not_folded(text: str) -> None:
    """A caller that forgets to fold gets an answer, not an error."""
    assert isinstance(load_phrases().match(text), tuple)
