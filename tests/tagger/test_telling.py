"""Phrases as evidence."""

import pytest

from scraper.rules.rulebook import load_rulebook
from scraper.tagger import Context, tag, tell
from scraper.tagger.telling import against, key

TELLING = tell(load_rulebook().lexicons)
GERMAN = ("Der Stadtrat hat am Dienstag beschlossen, die alte Hafenbahn wieder zu öffnen.", "Die Bahn fährt ab Mai.")


def test_keys_are_words_alone() -> None:
    """Signs, digits and spaces around words do not count."""
    assert key("» read more (3)") == "read more"


@pytest.mark.parametrize("text", ["Read more", "Privacy Policy", "Load more", "May 1, 2023", "Shares"])
def test_untranslated_buttons_stay_english(text: str) -> None:
    """English labels and dates on a German page are English."""
    found = tag([*GERMAN, text], "de", context=Context(telling=TELLING))
    assert [one.tag for one in found] == ["de", "de", "en"]


@pytest.mark.parametrize("text", ["News", "Shop", "Newsletter"])
def test_loan_words_say_nothing(text: str) -> None:
    """A single word that menus borrow is no evidence for English."""
    assert against([text.lower()], ("de", "en"), TELLING) == {}


def test_what_no_lexicon_has_says_nothing() -> None:
    """Sentences, empty texts and unknown words are no evidence."""
    assert against(["", "x" * 200, "qatlu vimzo", "12 34"], ("de", "en"), TELLING) == {}
