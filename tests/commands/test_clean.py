"""`scraper clean`."""

import io
import json
import sys
from pathlib import Path

import pytest

from scraper.cli import main
from scraper.writer.schema import schema_text
from tests.commands.pages import PAGE, STORY, records, write_page

jsonschema = pytest.importorskip("jsonschema")


def test_one_record_a_page_on_standard_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every page gives one line that is valid by the schema, and every input read is exit code 0."""
    page = write_page(tmp_path)
    (tmp_path / "empty.html").touch()
    assert main(["clean", str(tmp_path)]) == 0
    empty, document = records(capsys.readouterr().out)
    assert (document["source"], document["title"]) == (str(page), "River rises")
    assert STORY in document["text"]
    assert empty["skipped"] == "empty"
    for record in (empty, document):
        jsonschema.Draft202012Validator(json.loads(schema_text())).validate(record)


def test_bad_row_is_a_record_and_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A row that cannot be used is a skip in its place; the file was read, so the exit code is 0."""
    rows = tmp_path / "r.jsonl"
    rows.write_text("nope\n" + json.dumps({"url": "https://example.org/a", "html": PAGE}) + "\n")
    assert main(["clean", str(rows)]) == 0
    bad, good = records(capsys.readouterr().out)
    assert (bad["source"], bad["skipped"]) == (f"{rows}#1", "bad_row")
    assert (good["source"], good["url"]) == (f"{rows}#2", "https://example.org/a")


def test_unreadable_input_is_named_and_the_rest_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing input is named on standard error, the others give their records, and the exit code is 1."""
    page = write_page(tmp_path)
    assert main(["clean", "gone.html", str(page)]) == 1
    out, err = capsys.readouterr()
    assert [record["source"] for record in records(out)] == [str(page)]
    assert "scraper: cannot read gone.html: No such file or directory" in err


def test_standard_input_is_read_for_a_dash(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The path `-` reads the page from standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    assert main(["clean", "-"]) == 0
    assert [record["source"] for record in records(capsys.readouterr().out)] == ["-"]


@pytest.mark.parametrize(("name", "begin"), [("text", "River rises\n\nThe river"), ("markdown", "# River rises\n\n")])
def test_other_formats(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, begin: str) -> None:
    """A format that is asked for is written instead of JSONL."""
    assert main(["clean", "--format", name, str(write_page(tmp_path))]) == 0
    assert capsys.readouterr().out.startswith(begin)


def test_output_file_is_whole_or_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With -o records go to the file and nothing to standard output; a place that cannot be written is exit code 1."""
    page = write_page(tmp_path)
    assert main(["clean", str(page), "-o", str(tmp_path / "out.jsonl")]) == 0
    assert len(records((tmp_path / "out.jsonl").read_text())) == 1
    assert main(["clean", str(page), "-o", str(tmp_path / "gone" / "out.jsonl")]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "scraper: error: cannot write" in err


def test_same_input_same_bytes(tmp_path: Path) -> None:
    """Cleaning twice writes the same bytes."""
    page = write_page(tmp_path)
    outs = [tmp_path / "1.jsonl", tmp_path / "2.jsonl"]
    for out in outs:
        main(["clean", str(page), "-o", str(out)])
    assert outs[0].read_bytes() == outs[1].read_bytes()


def test_second_opinion_fills_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A headline that only trafilatura finds is in the record when it is asked, and the record says so."""
    page = tmp_path / "page.html"
    page.write_text("<body><h2>River rises</h2><p>The river rose all night.</p></body>", encoding="utf-8")
    assert main(["clean", str(page), "-q"]) == 0
    assert main(["clean", str(page), "-q", "--second-opinion"]) == 0
    alone, helped = records(capsys.readouterr().out)
    assert alone["title"] is None
    assert (helped["title"], helped["because"]["title"]) == ("River rises", "trafilatura")
