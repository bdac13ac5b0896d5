"""`scraper inspect`."""

import io
import sys
from pathlib import Path

import pytest

import scraper.fetcher
from scraper.cli import main
from scraper.commands.inspect import default_name
from scraper.errors import ConnectError
from scraper.model.page import FetchResult, Http
from tests.commands.pages import PAGE, STORY, write_page


def test_a_report_of_a_saved_page(tmp_path, monkeypatch, capsys):
    """A page gives one HTML file beside which nothing is left, named after it, with its words inside."""
    write_page(tmp_path, "river.html")
    monkeypatch.chdir(tmp_path)
    assert main(["inspect", "river.html"]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["river.html", "river.report.html"]
    assert STORY in (tmp_path / "river.report.html").read_text("utf-8")
    assert capsys.readouterr().err == "river.report.html: 3 segments\n"


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("a/b/story.html", "story.report.html"),
        ("story.HTML.gz", "story.report.html"),
        ("v1.2", "v1.2.report.html"),
        ("日本.htm", "日本.report.html"),
        ("a b&c.html", "a-b-c.report.html"),
        ("https://www.example.org/a/b?c=d", "www.example.org.report.html"),
    ],
)
def test_default_names(page, name):
    """A report is called after the file without its suffix, or after the host."""
    assert default_name(page) == name


def test_a_report_of_an_address(tmp_path, monkeypatch):
    """An address is fetched, and its answer drawn."""
    answer = FetchResult(
        "https://example.org/a", PAGE.encode(), "https://example.org/a", Http(200, "https://example.org/a")
    )
    monkeypatch.setattr(scraper.fetcher, "fetch", {"https://example.org/a": answer}.__getitem__)
    assert main(["inspect", "https://example.org/a", "-o", str(tmp_path / "r.html"), "-q"]) == 0
    assert "https://example.org/a" in (tmp_path / "r.html").read_text("utf-8")


def test_an_address_that_does_not_answer(tmp_path, monkeypatch, capsys):
    """Where nothing comes from an address, nothing is written and the cause is said."""

    def refuse(url: str) -> FetchResult:
        raise ConnectError(f"{url}: no such host")

    monkeypatch.setattr(scraper.fetcher, "fetch", refuse)
    assert main(["inspect", "https://nowhere.invalid/", "-o", str(tmp_path / "r.html")]) == 1
    assert "no such host" in capsys.readouterr().err
    assert not (tmp_path / "r.html").exists()


def test_standard_input_and_output(monkeypatch, capfdbinary):
    """The page may come in and the report go out through pipes; an address can be given with it."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    assert main(["inspect", "-", "-o", "-", "-q", "--url", "https://example.org/x"]) == 0
    report = capfdbinary.readouterr().out.decode()
    assert report.startswith("<!doctype html>")
    assert '"url":"https://example.org/x"' in report


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nothing.html"], (1, "cannot read nothing.html")),
        (["two"], (2, "more than one page")),
        (["none"], (2, "holds no page")),
        (["empty.html"], (1, "nothing to draw, empty")),
        (["https://example.org/", "--url", "https://example.org/"], (2, "--url is for saved pages")),
        (["page.html", "-o", "two"], (1, "it is a folder")),
        (["page.html", "-o", "no/such/folder.html"], (1, "cannot write")),
    ],
)
def test_what_cannot_be_drawn(words, said, tmp_path, monkeypatch, capsys):
    """What is missing, ambiguous or empty is named, and the exit code says whose fault it is."""
    monkeypatch.chdir(tmp_path)
    for name in ("two", "none"):
        Path(name).mkdir()
    write_page(tmp_path)
    write_page(tmp_path / "two", "a.html")
    write_page(tmp_path / "two", "b.html")
    (tmp_path / "empty.html").touch()
    code, message = said
    assert main(["inspect", *words]) == code
    assert message in capsys.readouterr().err
    assert list(tmp_path.glob("*.report.html")) == []


def test_an_old_report_stays_until_the_new_one_is_whole(tmp_path, capsys):
    """Where a page cannot be drawn, the report that was there stays."""
    (tmp_path / "r.html").write_text("old")
    (tmp_path / "bad.html").write_bytes(b"%PDF-1.7")
    assert main(["inspect", str(tmp_path / "bad.html"), "-o", str(tmp_path / "r.html")]) == 1
    assert (tmp_path / "r.html").read_text() == "old"
    assert "not_html" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "name one page to draw"),
        (["page.html", "--serve", "."], "name one page to draw"),
        (["--serve", ".", "-o", "x.html"], "are for one page"),
        (["--serve", ".", "--url", "https://example.org/"], "are for one page"),
    ],
)
def test_a_page_or_a_folder(words, said, capsys):
    """One page is drawn or one folder is served, and what belongs to the one is refused with the other."""
    assert main(["inspect", *words]) == 2
    assert said in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_not_served(tmp_path, capsys):
    """Serving a folder that is not there ends at once and names it."""
    pytest.importorskip("starlette", reason="serving needs starlette (extra inspect)")
    assert main(["inspect", "--serve", str(tmp_path / "none")]) == 1
    assert "none" in capsys.readouterr().err
