"""Work in shards, and work that was done before."""

import gzip
import json
from pathlib import Path

import pytest

from scraper.cli import main
from scraper.commands.batches import batches, task_of
from scraper.errors import UsageError
from scraper.reader import Input, Unreadable
from tests.commands.pages import PAGE, write_page


def rows(path: Path, *names: str) -> Path:
    path.write_text("".join(json.dumps({"url": f"https://e.example/{name}", "html": PAGE}) + "\n" for name in names))
    return path


def tree(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return what lies in a folder, with the time it was written."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.name[0] != "."]
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def sources(folder: Path) -> list[str]:
    lines = [line for path in sorted(folder.rglob("part-*.jsonl")) for line in path.read_text().splitlines()]
    return sorted(json.loads(line)["source"].rsplit("/", 1)[1] for line in lines)


def test_neighbours_of_one_page_share_a_shard() -> None:
    """Files of many pages are shards of their own, neighbouring files of one page share one, faults pass."""
    places = [Input(name, name) for name in ("a.html", "b.html.gz", "c.jsonl", "d.warc.gz", "e.html")]
    fault = Unreadable("x", "gone")
    found = [*batches([*places, fault])]
    assert found == [tuple(places[:2]), (places[2],), (places[3],), fault, (places[4],)] or found == [
        tuple(places[:2]), (places[2],), (places[3],), (places[4],), fault
    ]  # fmt: skip


def test_standard_input_is_no_shard() -> None:
    """What nothing tells from another input cannot be known to be done."""
    with pytest.raises(UsageError, match="standard input"):
        task_of((Input("-", "-"),), {})


def test_finished_shards_are_not_done_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second run does what is new or changed, and leaves what is finished as it is."""
    one, two = rows(tmp_path / "one.jsonl", "1", "2"), rows(tmp_path / "two.jsonl", "3")
    out = tmp_path / "out"
    assert main(["clean", str(one), str(two), "-o", f"{out}/"]) == 0
    before = tree(out)
    assert sources(out) == ["one.jsonl#1", "one.jsonl#2", "two.jsonl#1"]
    rows(two, "3", "4")
    capsys.readouterr()
    assert main(["clean", str(one), str(two), "-o", str(out)]) == 0
    assert "done before, 2 records" in capsys.readouterr().err
    after = tree(out)
    assert sources(out) == ["one.jsonl#1", "one.jsonl#2", "two.jsonl#1", "two.jsonl#2"]
    assert {name for name in before if after[name] != before[name] and name != "_SUCCESS"} == {
        name for name in before if name.startswith("two")
    }


def test_other_options_are_other_work(tmp_path: Path) -> None:
    """A shard that was made with other options is made again, in its place."""
    one, out = rows(tmp_path / "one.jsonl", "1"), tmp_path / "out"
    main(["clean", str(one), "-o", f"{out}/", "-q"])
    main(["clean", str(one), "-o", f"{out}/", "-q", "--min-chars", "9999"])
    (part,) = out.rglob("part-*.jsonl")
    assert json.loads(part.read_text())["skipped"] == "filtered"


def test_what_breaks_off_is_done_again(tmp_path: Path) -> None:
    """A shard whose input is damaged has what could be read, and is done again when the input is whole."""
    good = gzip.compress(rows(tmp_path / "x", "1", "2").read_bytes())
    path, out = tmp_path / "one.jsonl.gz", tmp_path / "out"
    path.write_bytes(gzip.compress(rows(tmp_path / "x", "1").read_bytes()) + good[:-9])
    assert main(["clean", str(path), "-o", f"{out}/", "-q"]) == 1
    assert not (out / "_SUCCESS").exists()
    path.write_bytes(good)
    assert main(["clean", str(path), "-o", f"{out}/", "-q"]) == 0
    assert sources(out) == ["one.jsonl.gz#1", "one.jsonl.gz#2"]
    assert (out / "_SUCCESS").exists()


def test_run_that_is_cut_off_leaves_whole_shards_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When a run breaks off in its second shard the first is whole, nothing of the second is seen, and it goes on."""
    one, two, out = rows(tmp_path / "one.jsonl", "1"), rows(tmp_path / "two.jsonl", "2", "3"), tmp_path / "out"
    seen = []

    def add(self: object, record: object) -> None:
        seen.append(record)
        if len(seen) == 2:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("scraper.commands.summary.Summary.add", add)
        assert main(["clean", str(one), str(two), "-o", f"{out}/", "-q"]) == 130
    assert sources(out) == ["one.jsonl#1"]
    first = tree(out)
    assert main(["clean", str(one), str(two), "-o", f"{out}/", "-q"]) == 0
    assert sources(out) == ["one.jsonl#1", "two.jsonl#1", "two.jsonl#2"]
    assert {name: what for name, what in tree(out).items() if name in first} == first


def test_pages_become_files_for_reading(tmp_path: Path) -> None:
    """As Markdown every page of a folder is a file of its own."""
    write_page(tmp_path, "a.html")
    write_page(tmp_path, "b.html")
    assert main(["clean", str(tmp_path), "-o", f"{tmp_path}/out/", "-q", "--format", "markdown"]) == 0
    assert len([*(tmp_path / "out").rglob("*.md")]) == 2


def test_chosen_columns_are_read(tmp_path: Path) -> None:
    """Rows whose pages stand under other names are read by those names."""
    path, out = tmp_path / "r.jsonl", tmp_path / "o.jsonl"
    path.write_text(json.dumps({"content": PAGE, "at": "https://e.example/x"}))
    words = ["--html-column", "content", "--url-column", "at", "-q", "-o", str(out), "--fields", "url,title"]
    assert main(["clean", str(path), *words]) == 0
    assert json.loads(out.read_text()) == {"url": "https://e.example/x", "title": "River rises", "skipped": None}
