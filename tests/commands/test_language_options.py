"""Arguments about languages."""

import argparse
import json
from pathlib import Path

import pytest

from scraper.cli import main
from scraper.commands.language_options import add_detector_arguments, add_language_arguments, options, tags
from scraper.model.options import Options
from scraper.writer.schema import schema_text
from tests.commands.pages import records, write_page

jsonschema = pytest.importorskip("jsonschema")


def read(*words: str) -> Options:
    """Return the options of a command line."""
    parser = argparse.ArgumentParser()
    add_language_arguments(parser)
    return options(parser.parse_args(words))


def test_nothing_said_is_the_default() -> None:
    """Without arguments the options are the default ones, also for commands that have only some of them."""
    parser = argparse.ArgumentParser()
    add_detector_arguments(parser)
    assert read() == options(parser.parse_args([])) == Options()


def test_everything_said_is_an_option() -> None:
    """Each argument sets its option."""
    words = "--detector cld2 --language-second-opinion lingua --languages en,zh --only-lang en --spans".split()
    expected = {"languages": ["en", "zh"], "only_languages": ["en"], "spans": True}
    assert read(*words) == Options(detector="cld2", language_second_opinion="lingua", **expected)


def test_tags_are_parted_by_commas() -> None:
    """Spaces, repeats and empty parts do not count."""
    assert tags(" en, zh,,en ") == ("en", "zh")


def test_pages_in_other_languages_are_skips(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page in a language that is not wanted gives a record that says so, and is valid by the schema."""
    write_page(tmp_path)
    assert main(["clean", str(tmp_path), "--only-lang", "de,zh"]) == 0
    (record,) = records(capsys.readouterr().out)
    assert record["skipped"] == "other_language"
    assert record["detail"] == "the story is in 'en', asked for was de, zh"
    jsonschema.Draft202012Validator(json.loads(schema_text())).validate(record)
    assert main(["clean", str(tmp_path), "--only-lang", "en-GB"]) == 0
    assert records(capsys.readouterr().out)[0]["language"]["tag"] == "en"


def test_spans_are_in_the_record_when_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every segment says its spans with the option and has no such field without it; both are valid by the schema."""
    write_page(tmp_path)
    validator = jsonschema.Draft202012Validator(json.loads(schema_text()))
    for words, there in (([], False), (["--spans"], True)):
        assert main(["clean", str(tmp_path), *words]) == 0
        (record,) = records(capsys.readouterr().out)
        validator.validate(record)
        assert all(("spans" in segment) is there for segment in record["segments"])
    first = record["segments"][0]
    assert first["spans"] == [{"start": 0, "end": len(first["text"]), "lang": first["lang"]}]


def test_a_wrong_tag_is_an_error_before_any_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A tag that means nothing stops the run, and no output file is left."""
    write_page(tmp_path)
    out = tmp_path / "out.jsonl"
    assert main(["clean", str(tmp_path / "page.html"), "--languages", "english", "-o", str(out)]) == 2
    assert "'english' is no language" in capsys.readouterr().err
    assert not out.exists()
