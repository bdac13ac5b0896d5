"""Profiles of users' own languages."""

from pathlib import Path

import pytest

from scraper.errors import RulesError, UsageError
from scraper.model.options import Options
from scraper.tagger import tag
from scraper.tagger.learning import learn, read_profiles, save

# Words of an invented language, so that no profile of the package knows it.
WORDS = "qatlu vimzo xupra qelmi zyvko taqqu muvzi xolpe qirda vyzzu paxmi luqto zemvy xaqri qopvu mizxa".split()
LINES = "\n".join(f"{one} {other} {third}" for one in WORDS for other in WORDS[::3] for third in WORDS[::5])
TEXTS = [("words.txt", LINES.encode())]


def test_the_same_texts_give_the_same_bytes(tmp_path: Path) -> None:
    """Two trainings from the same texts write the same file, and it names its sources."""
    one, two = (save(learn("qv", TEXTS), tmp_path / name) for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()
    (profile,) = read_profiles(tmp_path / "one")
    assert profile == learn("qv", TEXTS) or profile.source == learn("qv", TEXTS).source
    assert profile.source.startswith("words.txt sha256:")
    assert (profile.tag, profile.script) == ("qv", "Latn")


def test_a_trained_language_is_found_and_the_others_still_are(tmp_path: Path) -> None:
    """Texts in a trained language are given its tag, those of other languages and scripts keep theirs."""
    save(learn("qv", TEXTS), tmp_path)
    texts = [
        "vimzo qelmi taqqu zyvko",
        "The children went to the sea with their grandmother.",
        "Вчера дети пошли гулять.",
    ]
    options = Options(languages_folder=tmp_path)
    assert [found.tag for found in tag(texts, options=options)] == ["qv", "en", "ru"]
    assert tag(["vimzo qelmi taqqu zyvko"])[0].tag != "qv"


def test_a_script_of_one_language_needs_that_one_too(tmp_path: Path) -> None:
    """A second language of a script that one language had to itself asks for the first one's profile."""
    yiddish = "\n".join("דער מענטש איז געקומען צו דער שטאט און האט געזען א סך נייע זאכן" for _ in range(20))
    texts = (
        yiddish
        + "\nאיך וויל אויך גיין אהיים ווייל עס איז שוין שפעט ביינאכט" * 20
        + "\n"
        + "\n".join(
            "".join(chr(0x5D0 + (at * step) % 27) for at in range(8)) + " " for step in range(1, 40) for _ in range(2)
        )
    )
    save(learn("yi", [("yi.txt", texts.encode())]), tmp_path)
    with pytest.raises(RulesError, match="train he too"):
        tag(["דער מענטש"], options=Options(languages_folder=tmp_path))


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [("!!", LINES, "no language tag"), ("qv", "ab ab", "too little text"), ("qv", "12 34", "no letters")],
)
def test_what_cannot_be_learnt_is_said(name: str, text: str, why: str) -> None:
    """A tag that is none, too little text and text without letters are refused with the reason."""
    with pytest.raises(UsageError, match=why):
        learn(name, [("a.txt", text.encode())])


def test_bad_folders_are_said(tmp_path: Path) -> None:
    """A folder without profiles, and a file that is none, are refused by name."""
    with pytest.raises(RulesError, match="holds no profiles"):
        read_profiles(tmp_path)
    (tmp_path / "xx.profile.npz").write_bytes(b"no archive")
    with pytest.raises(RulesError, match=r"xx\.profile\.npz"):
        read_profiles(tmp_path)
