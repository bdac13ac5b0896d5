"""`scraper score`."""

import gzip
import json
from pathlib import Path

import pytest

from scraper.cli import main
from tests.commands.pages import PAGE, STORY
from tests.inspector.pages import write_corpus


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Write a corpus of two pages, the second without gold text."""
    story = f"{STORY}\n{STORY.replace('night', 'evening')}"
    rows = [
        {"id": "1", "html": PAGE, "text": story, "title": "River rises", "page_type": "article"},
        {"id": "2", "html": PAGE, "text": "", "title": "Other", "page_type": "article"},
    ]
    return write_corpus(tmp_path / "tiny", *rows)


def test_tables_for_a_person(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Means, metadata, and peers in columns beside this package are printed."""
    assert main(["score", str(corpus), "--against", "trafilatura", "--worst", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split()[-1] == "trafilatura"
    assert lines[1].split()[:4] == ["tiny", "all", "1", "1.000"]
    assert any(line.startswith("tiny/1 (article): F1 1.000") for line in lines)


def test_json_for_a_program(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same comes as JSON, metadata over the pages whose gold has it."""
    assert main(["score", str(corpus), "--json", "--limit", "5"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["pages"] == 2
    assert [(row["field"], row["pages"], row["right"]) for row in data["metadata"]] == [("title", 2, {"scraper": 0.5})]


def test_roles_against_labels(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --roles the figures of labelled pages are printed as JSON."""
    roles = corpus.parent / "roles"
    roles.mkdir()
    segments = [{"text": STORY, "role": "body", "lang": "en"}]
    (roles / "1.json").write_text(json.dumps({"id": "1", "html": "tiny/html/1.html.gz", "segments": segments}))
    assert main(["score", "--roles", str(roles)]) == 0
    assert json.loads(capsys.readouterr().out)["coverage"] == 1.0


def test_speed_prints_ratios(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --speed the times of this package are given as ratios to the peers."""
    assert main(["score", "--speed", str(corpus), "--against", "trafilatura", "--limit", "1", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["pages"] == 1
    assert data["ratio"]["scraper"]["all"] == 1.0
    assert data["ratio"]["trafilatura"]["all"] > 0


def test_spliced_pages(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --spliced pages are scored with teasers in them, of stories made from a folder of sentences."""
    sentences = corpus.parent / "sentences"
    sentences.mkdir()
    lines = (f"Le pont numéro {n} restera fermé pendant toute la durée des travaux {'x' * n}." for n in range(8))
    (sentences / "fr.txt").write_text("\n".join(lines))
    assert main(["score", "--spliced", str(corpus), str(sentences), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["pages"], data["left_out"], data["guest_languages"]) == (1, {"no_article": 1}, 1)
    assert main(["score", "--spliced", str(corpus), str(sentences), "--limit", "1"]) == 0
    assert capsys.readouterr().out.startswith("pages: 1; languages of hosts: 1")


@pytest.mark.parametrize("words", [["--against", "nobody"], ["--limit", "0"]])
def test_wrong_usage_is_exit_code_2(corpus: Path, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    """A peer that does not exist and a limit of nothing are wrong usage."""
    assert main(["score", str(corpus), *words]) == 2
    assert "scraper: error: --" in capsys.readouterr().err


def test_missing_page_is_exit_code_1(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A corpus whose page is missing or damaged cannot be scored, and the error names the file."""
    page = corpus / "html" / "1.html.gz"
    page.write_bytes(gzip.compress(b"x" * 1000)[:-9])
    assert main(["score", str(corpus)]) == 1
    assert str(page) in capsys.readouterr().err
