"""Lines whose language is known."""

from pathlib import Path

from scraper.tagger.material import SOURCES, known, lines, phrases, sentences, web


def test_phrases_are_those_of_the_lexicon() -> None:
    """A language with a lexicon has its phrases as they are written, each once; others have none."""
    found = phrases("de")
    assert "Artikel teilen" in found
    assert len(found) == len(set(found))
    assert phrases("qv") == []


def test_lines_of_all_kinds_are_read(tmp_path: Path) -> None:
    """Sentences, pairs and words of a language come without empty lines, cleaned."""
    for kind, text in (("sentences", "Ein SATZ.\n\n"), ("word-pairs", "zwei Worte\n"), ("single-words", "Wort")):
        (tmp_path / "langid" / kind).mkdir(parents=True)
        (tmp_path / "langid" / kind / "qv.txt").write_text(text, "utf-8")
    assert list(known(tmp_path / "langid", "qv")) == ["Ein SATZ.", "zwei Worte", "Wort"]
    assert lines(tmp_path / "langid", "qv") == ["ein satz.", "zwei worte", "wort"]


def test_halves_have_every_line_once(tmp_path: Path) -> None:
    """Lines are dealt into two halves file by file, empty ones not counted."""
    for kind in ("sentences", "word-pairs", "single-words"):
        (tmp_path / kind).mkdir()
        (tmp_path / kind / "qv.txt").write_text("a\n\nb\nc\n", "utf-8")
    assert [*known(tmp_path, "qv", 0)] == ["a", "c"] * 3
    assert [*known(tmp_path, "qv", 1)] == ["b"] * 3


def test_sentences_of_this_project_come_in_pieces_too() -> None:
    """A language that only this project wrote in has sentences and pairs of words; others have none."""
    found = sentences("gl")
    assert {"Non sei", "Non sei onde deixei as chaves da casa, axúdasme a buscalas?"} <= set(found)
    assert sentences("de") == []


def test_labelled_pages_are_left_out(shared: Path) -> None:
    """English lines come from pages, and the sources are named with their licences."""
    found = list(web(shared / "corpora"))
    assert len(found) > 1000
    assert "CC-BY-4.0" in SOURCES
