"""Texts without a language."""

import pytest

from scraper.tagger.script import letters
from scraper.tagger.undetermined import undetermined

NAMES = frozenset({"chirper", "photo pile", "news agency"})


def judged(text: str) -> bool:
    """Answer for a text with the letters it has."""
    return undetermined(text, letters([text])[0], NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "12.04.2024",
        "10:45",
        "€ 19,90",
        "X",
        "A B C",
        "xxxx",
        "ааа",
        "A-Z",
        "13 °C",
        "16oz",
        "10.2k",
        "how_to_reg",
        "home.mdx",
        "camelCase",
        "7Zipper",
        "{{ item.title }}",
        "total = sum(price[0:4]);",
        "print(value)",
        "if (x == 1) { return y; }",
        "\ue80d \ue903",
        "Chirper",
        "Chirper | Photo Pile (12)",
        "© Chirper",
    ],
)
def test_texts_of_no_language_are_found(text: str) -> None:
    """Digits, measures, code, icons and rows of known names have no language."""
    assert judged(text)


@pytest.mark.parametrize(
    "text",
    [
        "12 April 2024",
        "Read more",
        "Home",
        "NEWS",
        "Chirper is down again",
        "The function partial() may be called with any number of arguments (see above).",
        "Prices from $8.99 per serving; delivery is free.",
        "更多",
        "哈哈哈",
        "iPhone手机",
        "24時間",
        "Он сказал: «Да»; она ответила (тихо).",
        "α και β",
    ],
)
def test_texts_of_a_language_are_left(text: str) -> None:
    """Words in any script are left to the other steps, with a little code, a price or a known name among them."""
    assert not judged(text)


def test_no_letters_are_enough() -> None:
    """A text of whose cleaned form nothing is left has no language, whatever it looks like."""
    assert undetermined("www.example.org", 0)
