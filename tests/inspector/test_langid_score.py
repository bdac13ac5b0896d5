"""Scoring single lines."""

from pathlib import Path

import pytest

from scraper.errors import InputError
from scraper.inspector.langid_score import KINDS, means, report, score_langid
from scraper.model.options import Options
from scraper.tagger.catalogue import Accuracy


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """Give a folder of lines: Greek all right, Chinese all right, `eo` all wrong."""
    for kind in KINDS:
        (tmp_path / kind).mkdir()
        for tag, line in (("el", "καλημέρα"), ("zh", "更多新闻"), ("eo", "добрый день")):
            (tmp_path / kind / f"{tag}.txt").write_text(f"{line}\n\n{line}\n", encoding="utf-8")
    return tmp_path


def test_every_line_is_judged_alone(lines: Path) -> None:
    """Shares of right lines by language and kind; both written forms of Chinese are `zh`."""
    ticks: list[int] = []
    found = score_langid(lines, Options(), None, lambda: ticks.append(1))
    assert dict(found.languages) == {"el": Accuracy(1, 1, 1), "eo": Accuracy(0, 0, 0), "zh": Accuracy(1, 1, 1)}
    assert len(ticks) == 3
    assert found.version.startswith("data ")


def test_means_are_of_languages(lines: Path) -> None:
    """The mean over all languages, and over those that langdetect knows."""
    found = means(score_langid(lines, Options(), 1, lambda: None))
    assert found["all (3)"] == pytest.approx(Accuracy(2 / 3, 2 / 3, 2 / 3))
    assert found["langdetect's (2)"] == Accuracy(1, 1, 1)


def test_the_report_is_in_percent(lines: Path) -> None:
    """A line for each mean and language follows the head."""
    shown = [*report("profiles", score_langid(lines, Options(), 1, lambda: None))]
    assert len(shown) == 2 + 2 + 3
    assert shown[-1].split() == ["zh", "100.0", "100.0", "100.0", "100.0"]


def test_a_folder_without_lines_is_named(tmp_path: Path) -> None:
    """A folder of another form is an input error."""
    with pytest.raises(InputError, match="holds no lines of known language"):
        score_langid(tmp_path, Options(), None, lambda: None)


def test_a_missing_kind_is_named(lines: Path) -> None:
    """A language without words is an input error that names the file."""
    (lines / KINDS[2] / "el.txt").unlink()
    with pytest.raises(InputError, match=r"el\.txt: not a file of lines"):
        score_langid(lines, Options(), None, lambda: None)
