"""What the markup makes of a block."""

import pytest

from scraper.cleaner.kinds import is_link_list
from scraper.cleaner.parse import parse
from scraper.cleaner.places import Places
from scraper.model.segment import Kind
from tests.cleaner.pages import blocks_of


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<p>x", Kind.PARAGRAPH),
        ("<div>x</div>", Kind.PARAGRAPH),
        ("x", Kind.PARAGRAPH),
        ("<article><span>x</span></article>", Kind.PARAGRAPH),
        ("<h1>x</h1>", Kind.HEADING),
        ("<h6><a href=/><b>x</b></a></h6>", Kind.HEADING),
        ("<div role=heading>x</div>", Kind.HEADING),
        ("<ul><li>x</ul>", Kind.LIST_ITEM),
        ("<ul><li><div>x</div></ul>", Kind.LIST_ITEM),
        ("<ul><li><p>x</p></ul>", Kind.PARAGRAPH),
        ("<dl><dt>x</dl>", Kind.LIST_ITEM),
        ("<dl><dd>x</dl>", Kind.LIST_ITEM),
        ("<blockquote>x</blockquote>", Kind.QUOTE),
        ("<blockquote><div><p>x</p></div></blockquote>", Kind.QUOTE),
        ("<pre><code>x</code></pre>", Kind.CODE),
        ("<figure><figcaption>x</figcaption></figure>", Kind.CAPTION),
        ("<figure><figcaption><p>x</p></figcaption></figure>", Kind.CAPTION),
        ("<table><caption>x</caption></table>", Kind.CAPTION),
        ("<table><tr><td>x<td>y</table>", Kind.TABLE_ROW),
        ("<table><tr><td><p>x</p></table>", Kind.PARAGRAPH),
        ("<button>x</button>", Kind.BUTTON),
        ("<div role=button>x</div>", Kind.BUTTON),
        ("<label>x</label>", Kind.OTHER),
        ("<select><option>x</select>", Kind.OTHER),
        ("<details><summary>x</summary></details>", Kind.OTHER),
        ("<nav><a href=/1>Nachrichten</a> <a href=/2>Kultur</a></nav>", Kind.LINK_LIST),
        ("<h2><a href=/1>x</a> <a href=/2>y</a></h2>", Kind.HEADING),
    ],
)
def test_kind_of_a_block(html: str, kind: Kind) -> None:
    """The nearest element that says what it holds decides, with the wrappers around it."""
    assert [block.kind for block in blocks_of(html)] == [kind]


def test_kind_of_an_element_without_any_above() -> None:
    """Where no element says anything the kind is other."""
    assert Places(parse("<p>x")).place(0)[1] is Kind.OTHER


@pytest.mark.parametrize(
    ("kind", "links", "link_chars", "expected"),
    [
        (Kind.PARAGRAPH, 2, 90, True),
        (Kind.LIST_ITEM, 7, 80, True),
        (Kind.PARAGRAPH, 1, 100, False),
        (Kind.PARAGRAPH, 5, 60, False),
        (Kind.HEADING, 2, 100, False),
        (Kind.TABLE_ROW, 9, 100, False),
    ],
)
def test_list_of_links(kind: Kind, links: int, link_chars: int, *, expected: bool) -> None:
    """Two links or more that are nearly all of a plain block's hundred characters make a list of links."""
    assert is_link_list(kind, links, link_chars, 100) is expected
