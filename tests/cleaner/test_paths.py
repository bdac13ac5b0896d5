"""CSS paths of elements."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.parse import parse
from scraper.cleaner.places import Places
from scraper.model.tree import TEXT


def path_to(html: str, tag: str) -> str:
    tree = parse(html)
    return Places(tree).place(tree.tags.index(tag))[0]


@pytest.mark.parametrize(
    ("html", "tag", "path"),
    [
        ("<p>x", "html", "html"),
        ("<p>x", "p", "html > body > p"),
        ("<div></div><div><i></i><b>x</b></div>", "b", "html > body > div:nth-of-type(2) > b"),
        ("<p>a<div><p>b</p></div><em>x</em>", "em", "html > body > em"),
        ("<o:p>x</o:p>", "o:p", "html > body > o\\:p"),
        ("<my-card>x</my-card>", "my-card", "html > body > my-card"),
    ],
)
def test_path(html: str, tag: str, path: str) -> None:
    """Each step is a tag under its parent, numbered only where siblings have the same tag."""
    assert path_to(html, tag) == path


def test_path_into_a_shadow_root_is_its_host() -> None:
    """No selector reaches into a shadow root, so everything inside has the path of its host."""
    inner = "<b>x</b><div><i>y</i></div>"
    html = f'<p></p><x-a></x-a><x-a><template shadowrootmode="open">{inner}</template></x-a>'
    assert path_to(html, "b") == path_to(html, "i") == "html > body > x-a:nth-of-type(2)"


@pytest.mark.parametrize(
    "html",
    [
        "<div><p>a<p>b<div><p>c</div></div>" * 3,
        "<table><caption>c<tr><td>a<th>b<tr><td>c</table>",
        "<a:b><a.b><a$b>x</a$b></a.b></a:b><h1#x>y</h1#x>",
        "<svg><g></g></svg><svg></svg><math><mi>x<mi>y</math>",
        "<ÄPFEL>x</ÄPFEL><x'y>1</x'y><x\"y>2",
        "<frameset><frame><frame></frameset>",
    ],
)
def test_every_path_finds_its_own_element_only(html: str) -> None:
    """The path of each element finds one element, and no two elements have the same path."""
    tree = parse(html)
    places = Places(tree)
    found = [places.place(node)[0] for node, tag in enumerate(tree.tags) if tag != TEXT]
    page = LexborHTMLParser(html)
    assert len(set(found)) == len(found)
    assert [(path, len(page.css(path))) for path in found if len(page.css(path)) != 1] == []
