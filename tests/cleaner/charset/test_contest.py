"""Which reading wins."""

import pytest

from scraper.cleaner.charset.contest import believable, best
from scraper.cleaner.charset.labels import read
from scraper.cleaner.charset.sample import words
from tests.cleaner.charset.sentences import LEGACY, SENTENCES


@pytest.mark.parametrize(("language", "codec", "label"), LEGACY)
def test_the_right_reading_wins(language: str, codec: str, label: str):
    """Among all candidates the one that reads the words rightly wins and looks like a language."""
    sample = words(SENTENCES[language].encode(codec))
    won = best(sample, ())
    assert (read(sample, won.name), won.believable) == (read(sample, label), True)


def test_a_declaration_decides_where_both_read_alike():
    """Where two encodings read the words alike, the declared one wins."""
    assert best(b"na\xefve caf\xe9", ("windows-1254",)).name == "windows-1254"


def test_an_exotic_declaration_takes_part():
    """A declared encoding outside the candidates is tried too."""
    text = SENTENCES["de"].encode("mac_roman")
    assert best(words(text), ("macintosh",)).name == "macintosh"


def test_readings_that_look_like_no_language_are_not_believed():
    """Russian read as Greek is not believable, read as Russian it is, and nothing proves nothing."""
    sample = words(SENTENCES["ru"].encode("cp1251"))
    assert (believable(sample, "iso-8859-7"), believable(sample, "windows-1251"), believable(b"", "gbk")) == (
        False,
        True,
        True,
    )
