"""`scraper tag`."""

import io
import json
import sys
from pathlib import Path

import pytest

from scraper.cli import main

TEXT = "The river rose by two metres in the night.\nЭто новый мост через реку.\r\n\n更多\t新闻内容\n"


@pytest.fixture
def told(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]):
    """Give a function that labels bytes and returns what was printed."""

    def run(raw: bytes, *words: str) -> str:
        (tmp_path / "lines.txt").write_bytes(raw)
        assert main(["tag", str(tmp_path / "lines.txt"), *words]) == 0
        return capsysbinary.readouterr().out.decode("utf-8")

    return run


def test_every_line_has_its_language(told) -> None:
    """One line of tag, confidence and text comes for every line, empty ones too, in order."""
    rows = [line.split("\t", 2) for line in told(TEXT.encode()).splitlines()]
    assert [row[0] for row in rows] == ["en", "ru", "und", "zh-Hans"]
    assert [row[2] for row in rows][1:] == ["Это новый мост через реку.", "", "更多\t新闻内容"]
    assert all(0 <= float(row[1]) <= 1 for row in rows)


def test_json_has_the_script_too(told) -> None:
    """JSON lines carry tag, confidence, script and text."""
    rows = [json.loads(line) for line in told(TEXT.encode(), "--jsonl").splitlines()]
    assert [(row["lang"], row["script"]) for row in rows][3] == ("zh-Hans", "Hans")
    assert set(rows[0]) == {"lang", "lang_confidence", "script", "text"}


def test_lines_of_a_page_help_each_other(told) -> None:
    """A label of one word is German among German lines, and is judged by itself otherwise."""
    raw = ("Gestern gingen die Kinder mit ihrer Großmutter ans Meer.\n" * 3 + "Service\n").encode()
    assert told(raw, "--page").splitlines()[-1].startswith("de\t")
    assert not told(raw).splitlines()[-1].startswith("de\t")


@pytest.mark.parametrize("words", [(), ("--page",), ("--jsonl",)])
@pytest.mark.parametrize(
    "raw", [b"\xff\xfe\x85\n\x00", b"", b"\n", "😀\n".encode(), b"\xed\xa0\x80 salut", b"a" * 10**7]
)
def test_bad_bytes_are_labelled_all_the_same(told, raw: bytes, words: tuple[str, ...]) -> None:
    """Whatever the bytes are, every line gives one line of valid UTF-8."""
    assert told(raw, *words).count("\n") == len(raw.splitlines())


def test_a_mark_of_byte_order_is_no_text(told) -> None:
    """A mark at the beginning of the file is left out, one in the middle is kept."""
    assert told("\ufeffHello\n\ufeffHello\n".encode()).split("\n")[:2] == [
        told(b"Hello\n").rstrip("\n"),
        told(b"Hello\n").rstrip("\n").replace("Hello", "\ufeffHello"),
    ]


def test_standard_input_is_a_dash(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Lines are read from standard input, and candidates may be restricted."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"the house\n")))
    assert main(["tag", "-", "--languages", "de,fr"]) == 0
    assert capsysbinary.readouterr().out[:2] in {b"de", b"fr"}


@pytest.mark.parametrize(
    ("words", "message", "code"),
    [
        (["nothing-there.txt"], "cannot read nothing-there.txt", 1),
        (["."], ". is a folder", 1),
        (["-", "--detector", "x"], "no detector 'x'", 2),
        (["-", "--languages", "en,xx"], "'xx' is no language", 2),
    ],
)
def test_mistakes_are_named(words: list[str], message: str, code: int, monkeypatch, capsys) -> None:
    """What cannot be read or chosen is said in one line."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a\n")))
    assert main(["tag", *words]) == code
    assert message in capsys.readouterr().err
