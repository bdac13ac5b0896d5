"""Who does the work."""

import filecmp
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import scraper
from scraper.cli import main
from tests.cluster import standin
from tests.commands.pages import records, write_page


def clean(folder: Path, out: str, *words: str) -> Path:
    """Clean the pages of a folder into shards, from inside that folder."""
    done = subprocess.run(
        [sys.executable, "-m", "scraper", "clean", "pages", "-o", out, "--workers", "1", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(scraper.__file__).parent.parent)},
        check=False,
        capture_output=True,
    )
    assert b" pages in " in done.stderr, done.stderr
    assert done.stdout == b""
    return folder / out


def test_address_is_that_of_a_cluster(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An address without the engine that has one is refused with a word on what to add."""
    assert main(["clean", str(write_page(tmp_path)), "--address", "auto"]) == 2
    assert "--engine ray" in capsys.readouterr().err


def test_missing_engine_names_its_extra(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without Ray one line says which extra brings it."""
    monkeypatch.setitem(sys.modules, "ray", None)
    assert main(["clean", str(write_page(tmp_path)), "--engine", "ray"]) == 1
    assert "scraper[cluster]" in capsys.readouterr().err


def test_records_and_shards_are_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine changes no byte of standard output, of a shard or its manifest, and shards that are done stay."""
    standin.install(monkeypatch)
    write_page(tmp_path)
    assert main(["clean", str(tmp_path), "--engine", "ray"]) == 0
    there = capsys.readouterr().out
    assert main(["clean", str(tmp_path)]) == 0
    assert there == capsys.readouterr().out
    assert len(records(there)) == 1
    page = str(tmp_path / "page.html")
    for out, engine in (("a", "ray"), ("b", "workers"), ("a", "ray")):
        assert main(["clean", page, "-o", f"{tmp_path}/{out}/", "--engine", engine]) == 0
    assert "done before, 1 records" in capsys.readouterr().err
    (shard,) = (path.name for path in (tmp_path / "a").glob("page*"))
    names = ["part-00000.jsonl", "_manifest.json"]
    assert filecmp.cmpfiles(tmp_path / "a" / shard, tmp_path / "b" / shard, names, shallow=False)[0] == names


def test_what_ray_prints_is_no_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an engine prints while records are written comes to standard error, and of each text its first line only."""
    standin.install(monkeypatch)

    def loud(*_: object, **__: object) -> None:
        print("a machine is gone\nand why\n" * 9)  # noqa: T201

    monkeypatch.setattr("ray.init", loud)
    assert main(["clean", str(write_page(tmp_path)), "--engine", "ray", "-q"]) == 0
    out, err = capsys.readouterr()
    assert len(records(out)) == 1
    assert err == "a machine is gone\n"


def test_ray_itself(tmp_path: Path) -> None:
    """On a cluster that Ray starts here, shards and manifests are those of workers, and nothing else is printed."""
    pytest.importorskip("ray", reason="needs Ray (extra cluster)")
    (tmp_path / "pages").mkdir()
    for number in range(5):
        write_page(tmp_path / "pages", f"{number}.html")
    (tmp_path / "pages" / "r.jsonl").write_text(
        json.dumps({"html": "<p>Rain fell on all of the valley."}) + "\nno row\n"
    )
    one, other = clean(tmp_path, "a/"), clean(tmp_path, "b/", "--engine", "ray")
    files = {path.relative_to(one) for path in one.rglob("*") if path.is_file() and path.name != ".scraper.lock"}
    assert len(files) == 5
    for name in files:
        assert (one / name).read_bytes() == (other / name).read_bytes()
