"""Languages of gold pages."""

from pathlib import Path

import pytest

from scraper.corpora.story_language import story_language
from tests.inspector.pages import gold

MALAY = "Kerajaan negeri akan membina sebuah jambatan baharu di atas sungai itu pada tahun hadapan.\n" * 3


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Реката се покачи с два метра през нощта и старият мост беше затворен преди зори.", "bg"),
        ("夜のうちに川の水位が二メートル上がり、古い橋は夜明け前に閉鎖された。", "ja"),
        ("", "und"),
    ],
)
def test_words_say_the_language(text: str, language: str) -> None:
    """A story has the language of its words, whatever the gold says, and none without words."""
    assert story_language(gold(path=Path("x"), text=text, language="de")) == language


def test_country_decides_between_neighbours() -> None:
    """What looks like Indonesian is Malay where the publisher is in Malaysia."""
    assert story_language(gold(text=MALAY, language="my")) == "ms"
