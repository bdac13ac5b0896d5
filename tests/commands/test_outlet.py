"""Where records go, by arguments."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

import pytest

from scraper.commands.outlet import add_outlet_arguments, form_of, is_folder, manner_of, open_outlet
from scraper.errors import LockedError, UsageError
from scraper.writer import SUCCESS, Task, rendered
from scraper.writer.jsonl import render_jsonl
from tests.writer.records import document, segment, skipped


def parse(*words: str) -> Namespace:
    parser = ArgumentParser()
    add_outlet_arguments(parser)
    return parser.parse_args(words)


def test_folder_is_told_by_its_slash_or_by_being_there(tmp_path: Path) -> None:
    """A path that ends in a slash, or a folder that is there, is a folder of shards, and no other path is."""
    assert is_folder(parse("-o", "new/"))
    assert is_folder(parse("-o", str(tmp_path)))
    assert not is_folder(parse("-o", str(tmp_path / "a.jsonl")))
    assert not is_folder(parse())


def test_name_of_a_table_is_enough() -> None:
    """A file ending in .parquet is Parquet unless another format is asked for, and all else is JSONL."""
    assert form_of(parse("-o", "a.parquet")).name == "parquet"
    assert form_of(parse("-o", "a.parquet", "--format", "text")).name == "text"
    assert form_of(parse("-o", "a.gz")).name == "jsonl"


def test_table_is_not_packed_twice() -> None:
    """Packing around Parquet is refused."""
    with pytest.raises(UsageError, match="inside"):
        manner_of(parse("-o", "x/", "--format", "parquet", "--pack", "gz"))


def test_skips_are_left_out_where_nobody_wants_them(tmp_path: Path) -> None:
    """With --without-skipped a file has documents only, and a shard still counts its skips."""
    out = tmp_path / "a.jsonl"
    with open_outlet(parse("-o", str(out), "--without-skipped")) as outlet:
        for record in (skipped(), document(segment("Words."))):
            outlet.put(rendered(render_jsonl, record))
    assert out.read_text().count("\n") == 1
    with open_outlet(parse("-o", f"{tmp_path}/d/", "--without-skipped")) as outlet:
        outlet.put(rendered(render_jsonl, skipped()))
    assert '"skipped":{"empty":1}' in (tmp_path / "d" / "pages" / "_manifest.json").read_text()


def test_folder_that_is_whole_says_so(tmp_path: Path) -> None:
    """A run that came to its end leaves the sign of success, one with an input that broke off takes it away."""
    args = parse("-o", f"{tmp_path}/d/")
    with open_outlet(args) as outlet:
        outlet.begin(Task("a", (("a", "1"),), {}))
    assert (tmp_path / "d" / SUCCESS).exists()
    with open_outlet(args) as outlet:
        assert not (tmp_path / "d" / SUCCESS).exists()
        outlet.begin(Task("b", (("b", "1"),), {}))
        outlet.unreadable("b: damaged")
    assert not (tmp_path / "d" / SUCCESS).exists()


def test_two_runs_do_not_share_a_folder(tmp_path: Path) -> None:
    """A second run into the same folder is refused while the first goes on."""
    args = parse("-o", f"{tmp_path}/d/")
    with open_outlet(args), pytest.raises(LockedError), open_outlet(args):
        pass
