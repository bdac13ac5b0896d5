"""Rows of a run, found by the page they are of."""

import gzip
import json

import pytest

from scraper.errors import InputError
from scraper.inspector.runs.rows import Index, lines, name_of, opened, read_row
from tests.inspector.runs.records import row, written


def test_pages_are_told_by_address_or_source():
    """A page goes by what was asked for, and by the other where that is missing."""
    one = row("a")
    assert name_of(one, "url") == "https://a.example/a"
    assert name_of(one, "source") == "a.html"
    assert name_of({**one, "url": None}, "url") == "a.html"


def test_rows_are_found_in_any_order(tmp_path):
    """Each row is found once under its name, rows of one name in their order, and the rest is counted."""
    rows = [row("a", title="1"), row("b"), row("a", title="2"), row("c")]
    with opened(written(tmp_path / "run.jsonl", *rows)) as file:
        index = Index(file, tmp_path / "run.jsonl", "source")
        assert index.take("none.html") is None
        assert [json.loads(index.take("a.html") or b"{}").get("title") for _ in range(2)] == ["1", "2"]
        assert index.take("a.html") is None
        assert json.loads(index.take("b.html") or b"") == rows[1]
        assert index.left == 1


def test_many_rows_of_one_name_are_taken_one_by_one(tmp_path):
    """Five thousand rows of one name are taken in their order without looking at each again and again."""
    rows = [row("a", title=str(number)) for number in range(5000)]
    with opened(written(tmp_path / "run.jsonl", *rows)) as file:
        index = Index(file, tmp_path / "run.jsonl", "source")
        found = [json.loads(index.take("a.html") or b"")["title"] for _ in rows]
    assert found == [str(number) for number in range(5000)]


def test_packed_runs_are_read_alike(tmp_path):
    """A run that is packed gives the same rows at the same places, and a damaged one is named."""
    plain = written(tmp_path / "run.jsonl", row("a"), row("b"))
    packed = tmp_path / "run.jsonl.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    with opened(plain) as one, opened(packed) as other:
        assert list(lines(one)) == list(lines(other))
    packed.write_bytes(packed.read_bytes()[:-12])
    with pytest.raises(InputError, match=r"run\.jsonl\.gz"), opened(packed):
        pass


@pytest.mark.parametrize("line", [b"{", b"[]", b'{"a": 1}'])
def test_rows_that_are_no_records_are_named(tmp_path, line):
    """What is no record of a run is refused with the file's name."""
    with pytest.raises(InputError, match="is no run"):
        read_row(line, tmp_path)
