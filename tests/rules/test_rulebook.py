"""Reading a folder of rules: what is taken, what is refused, and in which words."""

import shutil
from pathlib import Path

import pytest

from scraper.errors import RulesError
from scraper.model.lexicon import Category
from scraper.rules.rulebook import load_phrases, load_rulebook, read_rulebook

NETWORKS = 'networks = ["Facebook", "微博"]\nbrands = ["AddToAny"]\nagencies = ["AFP", "新华社"]\n'
MONTHS = "months = [" + ", ".join(f'["m{number}"]' for number in range(1, 13)) + "]\n"
WEEKDAYS = "weekdays = [" + ", ".join(f'["d{number}"]' for number in range(1, 8)) + "]\n"
SECTIONS = "".join(f'[{category}]\nexact = ["{category}"]\nprefix = ["{category} of:"]\n' for category in Category)
LEXICON = f'tag = "xx"\nname = "Example"\n{SECTIONS}[dates]\n{MONTHS}{WEEKDAYS}'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a folder of rules with one language."""
    (tmp_path / "lexicons").mkdir()
    (tmp_path / "lexicons" / "xx.toml").write_text(LEXICON, encoding="utf-8")
    (tmp_path / "networks.toml").write_text(NETWORKS, encoding="utf-8")
    return tmp_path


def test_names_are_folded(folder: Path) -> None:
    """Networks, brands and agencies come folded, as segments do."""
    rules = read_rulebook(folder)
    assert rules.networks == {"facebook", "微博"}
    assert rules.brands == {"addtoany"}
    assert rules.agencies == {"afp", "新华社"}


def test_lexicon_is_read_whole(folder: Path) -> None:
    """A lexicon comes with tag, name, all categories and the calendar."""
    (lexicon,) = read_rulebook(folder).lexicons
    assert (lexicon.tag, lexicon.name) == ("xx", "Example")
    assert set(lexicon.categories) == set(Category)
    assert lexicon.categories[Category.SHARE].prefix == ("share of:",)
    assert (lexicon.months[11], lexicon.weekdays[6]) == (("m12",), ("d7",))


def test_a_language_is_added_by_its_file_alone(folder: Path) -> None:
    """A further file in the folder is a further language, in the order of the tags."""
    (folder / "lexicons" / "aa.toml").write_text(LEXICON.replace('"xx"', '"aa"'), encoding="utf-8")
    assert [lexicon.tag for lexicon in read_rulebook(folder).lexicons] == ["aa", "xx"]


def test_digest_follows_every_rule_file(folder: Path) -> None:
    """The digest is the same for the same files and another when any file changes, a site's rules included."""
    before = read_rulebook(folder).digest
    assert before == read_rulebook(folder).digest
    (folder / "sites").mkdir()
    (folder / "sites" / "example.org.toml").write_text("", encoding="utf-8")
    assert len(before) == 12
    assert read_rulebook(folder).digest != before


def test_package_rules_are_read_once() -> None:
    """The package's own rules and index are made once a process."""
    assert load_rulebook() is load_rulebook()
    assert load_phrases() is load_phrases()


WRONG = (
    ('tag = "xx"', 'tag = "yy"', "tag"),
    ('tag = "xx"', "tag = 1", "tag"),
    ('name = "Example"', 'name = ""', "name"),
    ("[share]\n", "[sharing]\n", "sharing"),
    ('[share]\nexact = ["share"]\nprefix = ["share of:"]\n', "", "share"),
    ('exact = ["share"]', "", "exact"),
    ('exact = ["share"]', 'exact = "share"', "[share] exact"),
    ('exact = ["share"]', "exact = [1]", "[share] exact"),
    ('exact = ["share"]', 'exact = ["share"]\nmore = []', "more"),
    ('exact = ["share"]', 'exact = ["»"]', "'»'"),
    ('exact = ["share"]\nprefix = ["share of:"]', "exact = []\nprefix = []", "[share]"),
    ('["m12"]', "", "months"),
    ('["m12"]', "[]", "months"),
    ('["m12"]', "12", "months"),
    ('["m12"]', "[12]", "months[11]"),
    ('["d7"]', '["…"]', "weekdays[6]"),
    ("[dates]", "[dates", "TOML"),
)


@pytest.mark.parametrize(("right", "wrong", "field"), WRONG)
def test_malformed_lexicon_is_refused_by_name(folder: Path, right: str, wrong: str, field: str) -> None:
    """A malformed lexicon gives an error that names the file and the field."""
    (folder / "lexicons" / "xx.toml").write_text(LEXICON.replace(right, wrong), encoding="utf-8")
    with pytest.raises(RulesError) as caught:
        read_rulebook(folder)
    assert "lexicons/xx.toml" in str(caught.value)
    assert field in str(caught.value)


def test_bytes_that_are_no_text_are_refused(folder: Path) -> None:
    """A file in another encoding than UTF-8 gives an error that names it."""
    (folder / "lexicons" / "xx.toml").write_bytes(LEXICON.encode("utf-16"))
    with pytest.raises(RulesError, match=r"lexicons/xx\.toml"):
        read_rulebook(folder)


def test_missing_networks_are_refused(folder: Path) -> None:
    """A folder without `networks.toml` gives an error that says so."""
    (folder / "networks.toml").unlink()
    with pytest.raises(RulesError, match=r"networks\.toml"):
        read_rulebook(folder)


def test_networks_need_all_lists(folder: Path) -> None:
    """A list that is missing in `networks.toml` is named."""
    (folder / "networks.toml").write_text("networks = []\nbrands = []\n", encoding="utf-8")
    with pytest.raises(RulesError, match=r"networks\.toml agencies"):
        read_rulebook(folder)


def test_folder_can_be_copied_and_extended(folder: Path, root: Path) -> None:
    """A copy of the package's rules with one more language has all of them."""
    copy = folder / "copy"
    shutil.copytree(root / "scraper" / "rules" / "lexicons", copy / "lexicons")
    shutil.copy(root / "scraper" / "rules" / "networks.toml", copy)
    (copy / "lexicons" / "xx.toml").write_text(LEXICON, encoding="utf-8")
    assert len(read_rulebook(copy).lexicons) == len(load_rulebook().lexicons) + 1
