"""Stories that can be announced elsewhere."""

from pathlib import Path

import pytest

from scraper.corpora.guests import guests_of, read_sentences
from scraper.errors import InputError
from tests.corpora.hosts import FRENCH, JAPANESE, LINES, STORY
from tests.inspector.pages import gold

LONG = "The council spoke about the bridge, the boats, the school and the road to the north " * 6


def test_pages_become_guests() -> None:
    """A page with a headline and a story is a guest in its story's language, with site and first sentences."""
    (guest,) = guests_of([gold(title="River rises", text=STORY, url="https://www.news.example/a")])
    assert (guest.name, guest.site, guest.language, guest.headline) == ("tiny/1", "news.example", "en", "River rises")
    assert guest.sentences == LINES


def test_headline_can_stand_in_the_text() -> None:
    """Where the gold's text begins with the headline, that is the headline and no sentence."""
    (guest,) = guests_of([gold(title=None, text=f"River rises\n{STORY}", title_in_text=True)])
    assert guest.headline == "River rises"
    assert guest.sentences[0] == LINES[0]


@pytest.mark.parametrize("changes", [{"title": None}, {"text": "Short."}, {"title": "x" * 500}])
def test_others_are_no_guests(changes: dict[str, str | None]) -> None:
    """A page without a headline of usual length, or with hardly a story, is not announced."""
    assert [*guests_of([gold(**{"text": STORY, **changes})])] == []


def test_teasers_have_a_teasers_length() -> None:
    """A teaser has as many sentences as are asked for while it stays short, and one that is too long is cut."""
    assert FRENCH.teaser(1) == FRENCH.sentences[0]
    assert FRENCH.teaser(3) == " ".join(FRENCH.sentences)
    assert JAPANESE.teaser(2) == JAPANESE.sentences[0]
    (long,) = guests_of([gold(text=LONG)])
    assert len(long.teaser(2)) <= 300
    assert long.teaser(2).endswith("…")


def test_sentences_become_guests(tmp_path: Path) -> None:
    """Lines of a language's file become stories in it, the shortest line as headline, the same for the same seed."""
    (tmp_path / "sk.txt").write_text("\n".join(f"Toto je veta číslo {n} o rieke a moste {'x' * n}." for n in range(9)))
    guests = [*read_sentences(tmp_path, 1)]
    assert [guest.language for guest in guests] == ["sk", "sk"]
    assert all(len(guest.headline) <= len(sentence) for guest in guests for sentence in guest.sentences)
    assert guests == [*read_sentences(tmp_path, 1)]


def test_folder_without_sentences_is_refused(tmp_path: Path) -> None:
    """A folder without sentences is an error."""
    with pytest.raises(InputError, match="no sentences"):
        [*read_sentences(tmp_path, 1)]
