"""A sources file: what it says, and everything that is wrong with it at once."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.crawler.sources import read_sources
from scraper.crawler.sources.fields import LIMITS, OUTPUT, POLITENESS, SOURCE, TOP
from scraper.crawler.sources.read import check_sources
from scraper.errors import InputError, ScraperError, SourcesError
from scraper.fetcher.limits import Limits
from scraper.model.source import Crawl, HostRules, Kind, Output, Politeness, Recrawl, Schedule, Source

EXAMPLE = Path(__file__).resolve().parents[3] / "scraper" / "crawler" / "sources.example.toml"
HEAD = 'state = "s"\ncontact = "a@b.org"\n[output]\nfolder = "o"\n'
SOURCE_HEAD = '[[source]]\nname = "n"\nkind = "feed"\naddress = "https://h.org/f"\nevery = 60\n'


def check(text: str) -> Crawl:
    """Read a text as a sources file."""
    return check_sources(text, Path("folder/sources.toml"))


def faults(text: str) -> list[str]:
    """Return what is wrong with a text, without the name of the file."""
    with pytest.raises(SourcesError) as caught:
        check(text)
    return [line.removeprefix("folder/sources.toml:") for line in str(caught.value).split("\n")]


def test_the_example_is_read():
    """The file that shows every field is a right one, and gives what its comments say."""
    crawl = read_sources(EXAMPLE)
    assert [source.name for source in crawl.sources] == [
        "example-news",
        "example-archive",
        "example-section",
        "example-list",
    ]
    assert crawl.state == EXAMPLE.parent / "crawl.sqlite"
    assert "examplebot" in crawl.user_agent
    assert crawl.contact in crawl.user_agent
    news, archive, section, listed = crawl.sources
    assert news.schedule == Schedule(every=1800.0, jitter=120.0)
    assert news.exclude == ("/live/", r"\.pdf$")
    assert news.languages == ("en", "zh")
    assert archive.schedule == Schedule(cron="0 6 * * MON-FRI", timezone="Europe/Berlin")
    assert archive.recrawl == Recrawl(on=False)
    assert len(section.addresses) == 2
    assert listed.file == EXAMPLE.parent / "addresses.txt"
    assert crawl.hosts["example.org"] == HostRules({"deadline": 120.0}, {"delay": 5.0})


def test_the_example_shows_every_field():
    """No field can be given that the example does not show."""
    shown = set(re.findall(r"^(?:# )?(\w+) = ", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE))
    assert shown == {*TOP, *OUTPUT, *LIMITS, *POLITENESS, *SOURCE}


def test_the_example_shows_what_holds_without():
    """Where the example shows a default, it is the one that holds when the field is left out."""
    crawl = read_sources(EXAMPLE)
    assert crawl.output == Output(EXAMPLE.parent / "records")
    assert crawl.politeness == Politeness()
    assert Limits(**crawl.limits) == Limits()
    assert crawl.sources[0].recrawl == Recrawl()
    defaults = {field.name: field.default for field in fields(Source)} | {"parallel": 64}
    assert (crawl.sources[2].depth, crawl.sources[2].next_pages) == (defaults["depth"], defaults["next_pages"])
    assert crawl.parallel == next(field.default for field in fields(Crawl) if field.name == "parallel")


def test_little_is_needed():
    """A file needs a state, a contact, a folder, and a source with name, kind, address and schedule."""
    crawl = check(HEAD + SOURCE_HEAD)
    expected = Source("n", Kind.FEED, ("https://h.org/f",), Schedule(every=60.0))
    assert crawl.sources == (expected,)
    assert crawl.agent == "scraper"
    assert crawl.state == Path("folder/s")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("evry = 3", "10: source[1].evry: unknown field; did you mean 'every'?"),
        ("xyzzy = 3", "10: source[1].xyzzy: unknown field"),
        ("links = 'x'", "10: source[1].links: expected only where kind = 'section'"),
        ("include = ['a', '(']", "10: source[1].include[2]: expected a regular expression"),
        ("include = [\n'a',\n'(']", "12: source[1].include[2]: expected a regular expression"),
        ("include = []", "10: source[1].include: expected at least one value"),
        ("cron = '0 6 * * *'", "9: source[1].every: expected either every or cron, and not both"),
        ("timezone = 'UTC'", "10: source[1].timezone: expected only beside cron"),
        ("timezone = 'Europe/Berln'", "did you mean 'Europe/Berlin'?"),
        ("jitter = '1m'", "10: source[1].jitter: expected less than every"),
        ("recrawl = 'yes'", "10: source[1].recrawl: expected true or false, found 'yes'"),
        ("recrawl_min = '60d'", "source[1].recrawl_max: expected no less than recrawl_min (5184000 s)"),
        ("max_pages = 0", "10: source[1].max_pages: expected a whole number from 1 to"),
        ("languages = ['de', 'klingon']", "10: source[1].languages[2]: expected a BCP 47 tag"),
        ("[hosts.'Example.org']", "10: hosts.Example.org: expected a host name in lower-case"),
        ("[hosts.'a.org']\ndealy = 3", "11: hosts.a.org.dealy: unknown field; did you mean 'delay'?"),
        ("[hosts]\n'a.org' = 3", "11: hosts.a.org: expected a table"),
        ("[politeness]\ndelay = '3 parsecs'", "11: politeness.delay: expected seconds or a period"),
        ("[politeness]\ndelay = nan", "11: politeness.delay: expected seconds or a period"),
        ("[politeness]\nparallel = true", "11: politeness.parallel: expected a whole number from 1 to 64, found true"),
        ("[limits]\nmax_bytes = '10 furlongs'", "11: limits.max_bytes: expected bytes or a size"),
        ("[limit]\nmax_bytes = 1", "10: limit: unknown field; did you mean 'limits'?"),
        (SOURCE_HEAD, "11: source[2].name: 'n' is the name of another source too"),
    ],
)
def test_faults_name_line_and_field(line, said):
    """Each fault is told with its line and field, with what is expected, and with the word that may be meant."""
    found = faults(HEAD + SOURCE_HEAD + line)
    assert any(said in fault for fault in found), found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD, "1: source: missing; a crawl has at least one [[source]]"),
        (HEAD + "[source]\nname = 'n'", "5: source: expected tables [[source]], with two brackets"),
        (HEAD + "[[source]]\nname = 'n'\nkind = 'list'\nevery = 1", "5: source[1].address: missing"),
        (HEAD + "[[source]]\nkind = 'rss'", "6: source[1].kind: expected one of 'feed', 'sitemap'"),
        (HEAD + SOURCE_HEAD.replace("feed", "section"), "5: source[1].links: missing"),
        (HEAD + SOURCE_HEAD.replace("https", "ftp"), "8: source[1].address: expected an http(s) address"),
        (HEAD + SOURCE_HEAD.replace("https:", "https://u:p@"), "8: source[1].address: expected an http(s) address"),
        (HEAD.replace("a@b.org", "me"), "2: contact: expected an address of a page or of mail"),
        ("agent = 'a b'\n" + HEAD, "1: agent: expected a name of letters"),
        ("user_agent = 'Mozilla/5.0'\n" + HEAD, "1: user_agent: expected 'scraper' in it"),
        ("sources = 3\n" + HEAD, "1: sources: unknown field; did you mean 'source'?"),
        ("output = 3\nhosts = 4", "2: hosts: expected tables"),
        ("a = \n", "1: not TOML: Invalid value"),
        ("a = 1\na = 2\n", "2: not TOML: "),
        ('a = """\n\n', "not TOML: "),
    ],
)
def test_faults_of_the_whole_are_told_too(text, said):
    """What is missing, doubled or no TOML is told with the line it concerns."""
    found = faults(text)
    assert any(said in fault for fault in found), found


def test_all_faults_are_told_at_once():
    """A file with six faults is mended in one go, line by line."""
    text = HEAD.replace('"o"', "3") + SOURCE_HEAD + "evry = 1\nmax_pages = 'x'\ninclude = ['[', '(']\n"
    found = faults(text)
    assert [fault.split(":")[0] for fault in found] == ["4", "10", "11", "12", "12"]


def test_a_file_that_is_not_there_is_an_error_of_its_own(tmp_path):
    """A missing file and one that is not UTF-8 are told apart from faults inside."""
    with pytest.raises(InputError, match=r"absent\.toml: the sources file cannot be read"):
        read_sources(tmp_path / "absent.toml")
    (tmp_path / "latin.toml").write_bytes(b"# ok\n# caf\xe9\n")
    with pytest.raises(SourcesError, match=r"latin\.toml:2: the file is not UTF-8"):
        read_sources(tmp_path / "latin.toml")


VALUES = st.recursive(
    st.sampled_from(["1", "-1", "true", '"x"', '"1h"', "1.5", "nan", "1979-05-27", '"https://h.org/"', '"("']),
    lambda inner: (
        st.lists(inner, max_size=2).map(lambda items: f"[{', '.join(items)}]")
        | inner.map(lambda item: f"{{ name = {item} }}")
    ),
    max_leaves=4,
)


@given(st.lists(st.tuples(st.sampled_from([*TOP, *SOURCE, "hosts", "output", "x"]), VALUES), max_size=6), st.booleans())
def test_no_value_breaks_the_reader(pairs, in_source):
    """Whatever stands where, the file is read or its faults are told, each with a line."""
    body = "".join(f"{key} = {value}\n" for key, value in dict(pairs).items())
    text = f"{HEAD}[[source]]\n{body}" if in_source else body
    found = ""
    try:
        check(text)
    except ScraperError as error:
        found = str(error)
    assert all(re.match(r"folder/sources\.toml:\d+: \S+: .", line) for line in found.splitlines())
