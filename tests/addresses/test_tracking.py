"""Rules on tracking parameters: the packaged file, and what is said of a malformed one."""

import pytest

from scraper.addresses.tracking import packaged_tracking, read_tracking
from scraper.errors import RulesError


def test_packaged_rules_know_the_usual_names_and_spare_everyday_words():
    """Campaign and click ids are tracking everywhere; words with a meaning of their own are not."""
    names = packaged_tracking().everywhere
    assert all(map(names.hold, ["utm_source", "UTM_Medium", "fbclid", "gclid", "mc_eid", "yclid", "PHPSESSID"]))
    assert not any(map(names.hold, ["", "id", "q", "ref", "source", "sid", "page", "utm", "lang", "p", "s", "from"]))


def test_rules_of_a_host_hold_below_it():
    """A host's rules hold for itself and the hosts below it, not for hosts that end alike."""
    rules = read_tracking('[everywhere]\nnames = ["a"]\n[hosts."x.org"]\nnames = ["B"]\nprefixes = ["c_"]')
    assert [names.hold("b") for names in rules.of("www.x.org.")] == [False, True]
    assert [names.hold("C_1") for names in rules.of("x.org")] == [False, True]
    assert len(rules.of("notx.org")) == len(rules.of("org")) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[everywhere", "tracking.toml: "),
        ("[other]", "unknown table 'other'"),
        ("everywhere = 1", "everywhere must be a table"),
        ('[hosts]\n"x.org" = 1', "hosts.x.org must be a table"),
        ("[everywhere]\nname = []", "everywhere has an unknown field 'name'"),
        ('[everywhere]\nnames = "a"', "everywhere.names must be a list of words"),
        ('[hosts."x.org"]\nprefixes = [""]', "hosts.x.org.prefixes must be a list of words"),
    ],
)
def test_malformed_rules_are_named(text, said):
    """What is wrong is said with its table and field; an empty prefix, which would drop everything, is wrong."""
    with pytest.raises(RulesError, match=said.replace("[", r"\[")):
        read_tracking(text)
