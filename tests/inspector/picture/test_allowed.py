"""What of a stranger's markup is drawn."""

import pytest

from scraper.inspector.picture.allowed import PICTURE, SHADOW, TAGS, UNKNOWN, drawn_attributes, drawn_tag


@pytest.mark.parametrize(
    ("tag", "drawn"),
    [
        ("p", "p"),
        ("my-card", "my-card"),
        ("o:p", "o:p"),
        ("template", SHADOW),
        ("img", PICTURE),
        ("script", None),
        ("style", None),
        ("link", None),
        ("base", None),
        ("embed", None),
        ("portal", UNKNOWN),
        ("h1#x", UNKNOWN),
        ("ä-ö", UNKNOWN),
    ],
)
def test_elements(tag, drawn):
    """Listed and custom elements are drawn as they are, those that act not at all, and all others under another name."""
    assert drawn_tag(tag) == drawn


def test_nothing_that_loads_or_runs_is_listed():
    """No element that loads, runs or navigates by itself is in the list."""
    assert TAGS.isdisjoint(
        "script style link meta base iframe frame embed applet img svg math source track portal".split()
    )


@pytest.mark.parametrize(
    "name", ["onclick", "href", "src", "style", "id", "name", "autofocus", "action", "is", "tabindex"]
)
def test_attributes_that_are_not_listed_fall_away(name):
    """Handlers, addresses and names are not among the attributes, whatever the element."""
    assert all(drawn_attributes(tag, {name: "x"}) == {} for tag in TAGS)


def test_values_are_checked():
    """An attribute whose value does not look as it should falls away."""
    assert drawn_attributes("td", {"colspan": "2", "rowspan": "url(x)", "lang": "zh-Hans", "dir": "r t l"}) == {
        "colspan": "2",
        "lang": "zh-Hans",
    }


def test_pictures_keep_their_words():
    """The alternative text of a picture is kept, cut to a sensible length."""
    assert drawn_attributes(PICTURE, {"alt": " A bridge ", "src": "x"}) == {"data-alt": "A bridge"}
    assert len(drawn_attributes(PICTURE, {"alt": "a" * 9999})["data-alt"]) == 300
    assert drawn_attributes(PICTURE, {"alt": None}) == {}
