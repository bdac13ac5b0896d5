"""What can be measured of a block alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.facts import Facts, measure
from scraper.model.segment import Block, Kind
from tests.cleaner.pages import AR, DE, EN, RU, ZH


def facts_of(text: str, link_chars: int = 0) -> Facts:
    block = Block(text, Kind.PARAGRAPH, 0, "html", hidden=False, links=int(link_chars > 0), link_chars=link_chars)
    return measure([block])[0]


@pytest.mark.parametrize(
    ("text", "size"),
    [("ab c\td\ne", 5.0), ("мост", 4.0), ("东京", 5.0), ("부산", 5.0), ("ฝน", 5.0), ("a東", 3.5), ("", 0.0)],
)
def test_size_weighs_dense_scripts(text: str, size: float) -> None:
    """Characters are counted without white space, and those of dense scripts two and a half times."""
    assert facts_of(text).size == size


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It rained. It snowed! Did it hail? Nobody knew…", 4),
        ("Версия 3.14 вышла в пять часов утра.", 1),
        ("下雨了。下雪了！天气预报怎么说？没有人知道会这样。", 4),
        ("هل نزل المطر هنا اليوم؟ لا أحد يعرف ذلك حتى الآن.", 2),
        ("यहाँ आज बहुत बारिश हुई। कल धूप निकलेगी।", 2),
        ("«Regen, nichts als Regen.» Sagte sie, und ging.", 2),
        ("No end in sight for the rain over the hills", 0),
    ],
)
def test_ends_of_sentences_in_many_scripts(text: str, sentences: int) -> None:
    """Ends of sentences are counted in every script, and a point inside a number is none."""
    assert facts_of(text).sentences == sentences


@pytest.mark.parametrize("text", [*EN, *DE, *RU, *ZH, *AR])
def test_paragraphs_read(text: str) -> None:
    """A paragraph of any language is running text."""
    assert facts_of(text).reads


@pytest.mark.parametrize(
    ("text", "link_chars"),
    [(EN[0], 80), ("Read more.", 0), ("Home News Sport Culture Weather Travel Food Cars Books Music Film", 0), ("", 0)],
)
def test_links_and_labels_do_not_read(text: str, link_chars: int) -> None:
    """Text that is mostly a link, a short line, and a row of labels without a sentence are no running text."""
    assert not facts_of(text, link_chars).reads


def test_long_text_without_a_full_stop_reads() -> None:
    """Very long text is running text even without the end of a sentence."""
    assert facts_of("word " * 60).reads


def test_share_of_links() -> None:
    """The share of link characters lies between nothing and one, even where the count of characters disagrees."""
    assert facts_of("half here", 4).linked == 0.5
    assert facts_of("ab", 10).linked == 1.0
    assert facts_of("", 0).linked == 0.0


def test_blocks_are_measured_apart() -> None:
    """The facts of a block are the same alone and among others, empty ones included."""
    texts = ["", EN[0], ZH[0], "", "x.", "\u3000", AR[0], "\ud800 \U00020000\U0001f600", ""]
    blocks = [
        Block(text, Kind.PARAGRAPH, 0, "html", hidden=False, links=0, link_chars=at) for at, text in enumerate(texts)
    ]
    assert measure(blocks) == [measure([block])[0] for block in blocks]
    assert measure([]) == []


@given(st.text(), st.integers(0, 50))
def test_facts_stay_in_bounds(text: str, link_chars: int) -> None:
    """Sizes and counts are never negative, and shares are between nothing and one, for any text."""
    facts = facts_of(text, link_chars)
    assert facts.size >= 0
    assert facts.sentences >= 0
    assert 0 <= facts.linked <= 1
