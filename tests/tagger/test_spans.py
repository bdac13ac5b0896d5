"""Languages inside texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.model.options import Options
from scraper.tagger import find_spans, tag

GERMAN = "Die Ministerin sagte gestern vor der Presse, die Brücke werde noch in diesem Jahr gebaut."
ENGLISH = "The bridge will be built before the end of the year, and the town will pay for it."
RUSSIAN = "Вчера министр сказал журналистам, что мост построят до конца года."
CHINESE = "部长昨天对记者说，这座桥将在年底前建成。"


DEFAULTS = Options()


def stretches(text: str, options: Options = DEFAULTS) -> list[tuple[str, str]]:
    """Return language and words of each span of a text that is a page of its own."""
    return [
        (one.lang, text[one.start : one.end]) for one in find_spans([text], tag([text], options=options), options)[0]
    ]


def test_a_text_in_one_language_is_one_span() -> None:
    """The span runs from the first word to the last and has the text's own tag."""
    assert stretches(f"  {GERMAN} ") == [("de", GERMAN)]


@pytest.mark.parametrize(
    ("host", "guest", "tags"),
    [
        (GERMAN, ENGLISH, ("de", "en")),
        (RUSSIAN, ENGLISH, ("ru", "en")),
        (CHINESE, ENGLISH, ("zh-Hans", "en")),
        (ENGLISH, CHINESE, ("en", "zh-Hans")),
        (ENGLISH, RUSSIAN, ("en", "ru")),
    ],
)
def test_a_quotation_is_found(host: str, guest: str, tags: tuple[str, str]) -> None:
    """A sentence of another language in the middle of a paragraph is a span of its own."""
    found = stretches(f"{host} “{guest}” {host}")
    assert [one for one, _ in found] == [tags[0], tags[1], tags[0]]
    assert found[1][1] == f"“{guest}”"


def test_a_brand_is_no_quotation() -> None:
    """Single words in another script do not break a text."""
    assert len(stretches(f"{RUSSIAN} Потом он купил iPhone Pro в магазине Apple.")) == 1


def test_only_allowed_languages_are_named() -> None:
    """A restriction of languages holds inside texts too."""
    found = stretches(f"{GERMAN} “{ENGLISH}” {GERMAN}", Options(languages=("de", "fr")))
    assert {one for one, _ in found} <= {"de", "fr"}


def test_texts_without_words_have_no_spans() -> None:
    """Nothing, white space and a missing text have no spans; text without a language is one `und`."""
    texts = ["", " \n", None, "2024-05-01 12:00"]
    assert [[one.lang for one in found] for found in find_spans(texts, tag(texts))] == [[], [], [], ["und"]]


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.sampled_from(["Wort", "word and", "слово", "字", "\ud800", "😀", "1", " ", "“", "\x85"]), max_size=20)
)
def test_spans_cover_all_but_spaces(parts: list[str]) -> None:
    """Whatever a text is made of, its spans are in order, without overlap, and miss nothing but white space."""
    text = " ".join(parts)
    end = 0
    for span in find_spans([text], tag([text]))[0]:
        assert text[end : span.start].strip() == ""
        assert span.start < span.end <= len(text)
        end = span.end
    assert text[end:].strip() == ""
