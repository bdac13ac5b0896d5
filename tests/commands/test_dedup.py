"""`scraper dedup`."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from scraper.cli import main
from scraper.writer.record import encode
from scraper.writer.schema import schema_text
from tests.commands.pages import records
from tests.writer.records import document, segment, skipped

WORDS = "the river rose by two metres in the night and the old bridge was closed before dawn by order of the town"
STORY = f"{WORDS} while people watched from their windows how boats were carried away one after the other {WORDS[::-1]}"
OTHER = "nothing of that kind was ever heard of in a village on the other side of these hills where it had not rained"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file with a story, another, the first with other signs, with words more, and a skip."""
    texts = {"a": STORY, "b": OTHER, "c": STORY.upper() + " …", "d": f"{STORY} and so on it went", "e": ""}
    rows = [document(segment(text), source=name, text=text) for name, text in texts.items()]
    path = tmp_path / "r.jsonl"
    path.write_bytes(b"".join(encode(row) + b"\n" for row in [*rows, skipped()]))
    return path


def dedup(path: Path, *words: str) -> list[dict[str, Any]]:
    out = path.with_name("out.jsonl")
    assert main(["dedup", "-q", str(path), "-o", str(out), *words]) == 0
    return records(out.read_text())


def test_records_are_marked(path: Path) -> None:
    """Each document says its group, which record stands for it and why; skips stay as they are."""
    pytest.importorskip("rensa")
    a, b, c, d, e, skip = dedup(path)
    assert [row["duplicate"]["of"] for row in (a, b, c, d, e)] == [None, None, "a", "a", None]
    assert [row["duplicate"]["how"] for row in (a, b, c, d)] == [None, None, "exact", "near"]
    assert a["duplicate"]["group"] == c["duplicate"]["group"] == d["duplicate"]["group"] != b["duplicate"]["group"]
    assert e["duplicate"]["group"] == ""
    assert skip == json.loads(encode(skipped()))
    for row in (a, c, skip):
        jsonschema.Draft202012Validator(json.loads(schema_text())).validate(row)


def test_longest_can_stand_for_its_group(path: Path) -> None:
    """With --keep longest the others point to the longest, also where it comes later."""
    pytest.importorskip("rensa")
    assert [row["duplicate"]["of"] for row in dedup(path, "--keep", "longest")[:4]] == ["d", None, "d", None]


def test_exact_alone_leaves_near_ones(path: Path) -> None:
    """With --exact only the same words count."""
    assert [row["duplicate"]["of"] for row in dedup(path, "--exact")[:4]] == [None, None, "a", None]


def test_near_can_be_made_nearer(path: Path) -> None:
    """With --similarity 1 a few words more are a story of its own; shares that make no sense are refused."""
    pytest.importorskip("rensa")
    assert [row["duplicate"]["of"] for row in dedup(path, "--similarity", "1")[:4]] == [None, None, "a", None]
    with pytest.raises(SystemExit):
        main(["dedup", str(path), "--similarity", "0.2"])


def test_duplicates_can_be_dropped(path: Path) -> None:
    """With --drop duplicates are skips, and left out with them where that is asked for."""
    rows = dedup(path, "--exact", "--drop")
    assert [row.get("skipped") for row in rows] == [None, None, "filtered", None, None, "empty"]
    kept = dedup(path, "--exact", "--drop", "--without-skipped")
    assert [row["source"] for row in kept] == ["a", "b", "d", "e"]


def test_marks_are_the_same_again(path: Path) -> None:
    """Marking what is marked gives the same file."""
    dedup(path, "--exact")
    first = path.with_name("out.jsonl").read_bytes()
    path.write_bytes(first)
    dedup(path, "--exact")
    assert path.with_name("out.jsonl").read_bytes() == first


def test_standard_input_cannot_be_read_twice(capsys: pytest.CaptureFixture[str]) -> None:
    """Standard input is refused with the reason."""
    assert main(["dedup", "-"]) == 2
    assert "twice" in capsys.readouterr().err


def test_account_is_told(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The account says how many records stand for themselves and how many do not."""
    assert main(["dedup", "--exact", str(path)]) == 0
    assert "1 exact duplicates, 4 kept, 1 skips (empty)" in capsys.readouterr().err
