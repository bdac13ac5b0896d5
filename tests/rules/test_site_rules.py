"""Site rules as files."""

from datetime import date
from pathlib import Path

import pytest

from scraper.errors import RulesError
from scraper.model.segment import Role
from scraper.rules.site_rules import bare_host, packaged_sites, read_sites

GOOD = """\
valid_until = 2030-01-31
note = "Side notes look like text."
page_type = "documentation"

[[rule]]
select = "aside.note"
role = "notice"

[[rule]]
select = "h1"
role = "title"
"""


def write(folder: Path, text: str | bytes, name: str = "docs.example.toml") -> Path:
    (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def test_a_file_is_read(tmp_path: Path) -> None:
    """Host, date, note, type and rules are taken from the file, with the lines they stand on."""
    rules = read_sites(write(tmp_path, GOOD, "www.Docs.example.toml"))
    site = rules.sites["docs.example"]
    assert (site.valid_until, site.page_type, site.note) == (
        date(2030, 1, 31),
        "documentation",
        "Side notes look like text.",
    )
    assert [(rule.selector, rule.role) for rule in site.rules] == [("aside.note", Role.NOTICE), ("h1", Role.TITLE)]
    assert [rule.where for rule in site.rules] == ["www.Docs.example.toml:6", "www.Docs.example.toml:10"]


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("2030-01-31", '"2030"', "docs.example.toml:1: valid_until: must be a date"),
        ("2030-01-31", "2030-01-31T00:00:00", "docs.example.toml:1: valid_until: must be a date"),
        ('"documentation"', '"blog"', "docs.example.toml:3: page_type: 'blog' is none"),
        ('"title"', '"headline"', "docs.example.toml:11: role: 'headline' is no role"),
        ('select = "h1"', 'selector = "h1"', "docs.example.toml:10: selector: no such field"),
        ('select = "h1"\n', "", "docs.example.toml:9: select: must be a string"),
        ('note = "Side notes look like text."', 'note = " "', "docs.example.toml:2: note: must be a string"),
        ("note =", "why =", "docs.example.toml:2: why: no such field"),
        ("[[rule]]", "[[", "docs.example.toml: not a TOML file"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, before: str, after: str, message: str) -> None:
    """Whatever is wrong in a file, the error names file, line and field."""
    with pytest.raises(RulesError) as error:
        read_sites(write(tmp_path, GOOD.replace(before, after)))
    assert message in str(error.value)


def test_a_file_without_rules_is_refused(tmp_path: Path) -> None:
    """A file without any rule says what it needs."""
    with pytest.raises(RulesError, match="needs at least one"):
        read_sites(write(tmp_path, GOOD.split("[[rule]]", maxsplit=1)[0]))


def test_other_bytes_are_refused(tmp_path: Path) -> None:
    """A file that is not UTF-8 is an error of the file, as is a name that is no host, or a host named twice."""
    with pytest.raises(RulesError, match="not a TOML file"):
        read_sites(write(tmp_path, b"\xff\xfe"))
    with pytest.raises(RulesError, match="must be a host"):
        read_sites(write(tmp_path, GOOD, "a host.toml"))


def test_a_host_has_one_file(tmp_path: Path) -> None:
    """Two files for one host, with and without www, are refused."""
    write(tmp_path, GOOD, "www.docs.example.toml")
    with pytest.raises(RulesError, match=r"another file has rules for docs\.example"):
        read_sites(write(tmp_path, GOOD))


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """A folder that is not there is named."""
    with pytest.raises(RulesError, match="gone"):
        read_sites(tmp_path / "gone")


def test_the_digest_follows_the_files(tmp_path: Path) -> None:
    """The digest changes with any byte of a file and stays when nothing changes."""
    first = read_sites(write(tmp_path, GOOD)).digest
    assert read_sites(tmp_path).digest == first
    assert read_sites(write(tmp_path, GOOD + "# new\n")).digest != first


def test_hosts_have_one_spelling() -> None:
    """Case, a final dot and www make no difference."""
    assert bare_host("WWW.Example.ORG.") == "example.org"


def test_the_packaged_rules_can_be_read() -> None:
    """The package ships at least one example."""
    assert "docs.example.org" in packaged_sites()
