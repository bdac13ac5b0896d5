"""Scoring lines by profiles that have not seen them."""

from pathlib import Path

import pytest

from scraper.errors import InputError, UsageError
from scraper.inspector.held_out import HeldOut, Unseen, score_held_out, unseen_report
from scraper.inspector.langid_score import KINDS
from scraper.model.options import Options
from scraper.tagger.catalogue import Figures

NEPALI = ("नेपाली घर छ", "मलाई पानी चाहिन्छ", "उनीहरू भोलि आउँछन्", "गुपचुप")
HINDI = ("मुझे पानी चाहिए", "वह घर में है", "वे कल आएंगे", "चुपचाप")


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder of lines in Hindi, Nepali and Greek."""
    folder = tmp_path_factory.mktemp("lines")
    for kind in KINDS:
        (folder / kind).mkdir()
        for tag, texts in (("hi", HINDI), ("ne", NEPALI), ("el", ("καλημέρα", "καλημέρα"))):
            (folder / kind / f"{tag}.txt").write_text("\n\n".join(texts), encoding="utf-8")
    return folder


def test_every_line_is_judged_without_itself(lines: Path) -> None:
    """All lines are judged, and those whose words only they have are told apart."""
    ticks: list[int] = []
    found = score_held_out(lines, Options(), None, lambda: ticks.append(1))
    assert found.figures.held_out
    assert found.figures.version.startswith("data ")
    assert found.figures.languages["el"] == (1.0, 1.0, 1.0)
    # Two builds and three languages.
    assert len(ticks) == 5
    # The same lines stand in all kinds, at the same places: a word is new where the other half has not got it.
    assert [one.lines for one in found.unseen["ne"]] == [4, 4, 4]
    assert [one.lines for one in found.unseen["el"]] == [0, 0, 0]
    assert found.unseen["ne"][0].right == round(found.figures.languages["ne"].sentences * 4)


def test_the_report_names_lines_and_languages(lines: Path) -> None:
    """One line for all languages and one for langdetect's, each kind with the number of its lines."""
    shown = [*unseen_report(score_held_out(lines, Options(), 2, lambda: None))]
    assert len(shown) == 2
    assert shown[0].startswith("without a word seen in building, all: sentences ")
    assert "languages)" in shown[0]


def test_languages_without_new_words_have_no_share() -> None:
    """Where no line is new, a dash stands for the share."""
    nothing = (Unseen(0, 0), Unseen(1, 2), Unseen(0, 0))
    shown = [*unseen_report(HeldOut(Figures("data 0", 0, {}, held_out=True), {"de": nothing}))]
    assert shown[0].endswith("all: sentences –; word-pairs 50.0 (2 lines, 1 languages); single-words –")


@pytest.mark.parametrize("options", [Options(detector="cld2"), Options(languages_folder=Path())])
def test_only_the_own_profiles_can_be_built(lines: Path, options: Options) -> None:
    """Other detectors and profiles of a user's own are refused."""
    with pytest.raises(UsageError, match="only the package's own profiles"):
        score_held_out(lines, options, None, lambda: None)


def test_a_folder_without_lines_is_named(tmp_path: Path) -> None:
    """A folder of another form is an input error."""
    with pytest.raises(InputError, match="holds no lines of known language"):
        score_held_out(tmp_path, Options(), None, lambda: None)
