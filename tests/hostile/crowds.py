"""Too much of one thing: attributes, links, paragraphs, cells, entities, words, spaces."""

from functools import partial

from tests.hostile.kind import CODA, STORY, Kind, around, before, head


def _many(piece: str, count: int) -> bytes:
    """Repeat a piece between the sentences."""
    return around(piece * count)


def _numbered(piece: str, count: int) -> bytes:
    """Repeat a piece that holds its number."""
    return around("".join(piece % number for number in range(count)))


def _attributes(count: int) -> bytes:
    """Return one tag with so many attributes."""
    return around("<div " + " ".join(f"a{number}=1" for number in range(count)) + f">{CODA}</div>")


def _same_attribute(count: int) -> bytes:
    """Return one tag with the same attribute again and again."""
    return around("<div " + "class=a " * count + f">{CODA}</div>")


def _classes(count: int) -> bytes:
    """Return one element of so many classes."""
    return around('<div class="' + " ".join(f"c{number}" for number in range(count)) + f'">{CODA}</div>')


def _long_value(size: int) -> bytes:
    """Return one attribute value of so many characters."""
    return around(f'<img src="data:image/png;base64,{"A" * size}" alt=x>')


def _table(count: int) -> bytes:
    """Return one row of so many cells."""
    return around("<table><tr>" + "<td>cell" * count + "</table>")


def _rows(count: int) -> bytes:
    """Return one table of so many rows."""
    return around("<table>" + "<tr><td>one<td>two" * count + "</table>")


def _options(count: int) -> bytes:
    """Return one choice among so many."""
    return around("<select>" + "<option selected>choice" * count + "</select>")


def _body_attributes(count: int) -> bytes:
    """Return a body that is opened again and again, with a new attribute each time."""
    return around("".join(f"<body a{number}=1>" for number in range(count)))


def _style(size: int) -> bytes:
    """Return a style sheet of so many rules."""
    return head("<style>" + ".a{color:red}" * size + "</style>")


CROWDS = (
    Kind("attributes-10000", partial(_attributes, 10_000)),
    Kind("attributes-100000", partial(_attributes, 100_000)),
    Kind("attributes-1000000", partial(_attributes, 1_000_000)),
    Kind("same-attribute-1000000", partial(_same_attribute, 1_000_000)),
    Kind("classes-1000000", partial(_classes, 1_000_000)),
    Kind("body-attributes-100000", partial(_body_attributes, 100_000)),
    Kind("long-value-10mb", partial(_long_value, 10_000_000)),
    Kind("links-100000", partial(_numbered, "<a href=/p%d>link</a> ", 100_000)),
    Kind("links-1000000", partial(_many, "<a href=/>x</a>", 1_000_000)),
    Kind("paragraphs-100000", partial(_numbered, "<p>Paragraph number %d says little.</p>", 100_000)),
    Kind("paragraphs-1000000", partial(_many, "<p>a", 1_000_000)),
    Kind("empty-paragraphs-1000000", partial(_many, "<p>", 1_000_000)),
    Kind("headings-100000", partial(_numbered, "<h2>Heading %d</h2>", 100_000)),
    Kind("breaks-1000000", partial(_many, "<br>", 1_000_000)),
    Kind("lines-100000", partial(_many, "word<br>", 100_000)),
    Kind("cells-100000", partial(_table, 100_000)),
    Kind("cells-1000000", partial(_table, 1_000_000)),
    Kind("rows-100000", partial(_rows, 100_000)),
    Kind("options-100000", partial(_options, 100_000)),
    Kind("images-100000", partial(_numbered, "<img src=/p%d.png alt=picture>", 100_000)),
    Kind("items-100000", partial(_numbered, "<li><a href=/i%d>Entry</a>", 100_000)),
    Kind("entities-1000000", partial(_many, "&amp;", 1_000_000)),
    Kind("entities-unfinished-1000000", partial(_many, "&CounterClockwiseContourIntegra", 300_000)),
    Kind("entities-numeric-1000000", partial(_many, "&#x10FFFF;", 1_000_000)),
    Kind("long-number-entity", lambda: around("&#" + "9" * 5_000_000 + ";")),
    Kind("spans-in-line-1000000", partial(_many, "<i>a</i>", 1_000_000)),
    Kind("inputs-100000", partial(_many, "<input value=a>", 100_000)),
    Kind("iframes-100000", partial(_many, "<iframe src=/></iframe>", 100_000)),
    Kind("forms-100000", partial(_many, "<form><input></form>", 100_000)),
    Kind("comments-1000000", partial(_many, "<!-- x -->", 1_000_000)),
    Kind("scripts-100000", partial(_many, "<script>var a=1</script>", 100_000)),
    Kind("styles-1mb", partial(_style, 1_000_000)),
    Kind("metas-100000", lambda: head("<meta name=author content='A B'>" * 100_000)),
    Kind(
        "metas-that-differ-100000", lambda: head("".join(f"<meta property=og:x{n} content=y>" for n in range(100_000)))
    ),
    Kind("times-100000", partial(_numbered, "<time datetime=2020-01-01T00:00:%d>1 January 2020</time>", 100_000)),
    Kind("dates-in-text-100000", partial(_numbered, "<p>Published on 3 March 2021 at 10:%d by Ann Lee", 100_000)),
    Kind("canonicals-100000", lambda: head("<link rel=canonical href=https://example.org/>" * 100_000)),
    Kind(
        "microdata-100000",
        partial(_many, "<div itemscope itemtype=http://schema.org/Article><i itemprop=name>n", 20_000),
    ),
    Kind("spaces-10mb", lambda: around(" " * 10_000_000)),
    Kind("no-break-spaces-10mb", lambda: around("\u00a0" * 5_000_000)),
    Kind("line-ends-10mb", lambda: around("\r\n" * 5_000_000)),
    Kind("one-word-10mb", lambda: around("a" * 10_000_000)),
    Kind("one-cjk-word-9mb", lambda: around("\u6c34" * 3_000_000)),
    Kind("combining-marks-10mb", lambda: around("a" + "\u0301" * 5_000_000)),
    Kind("full-stops-10mb", lambda: around("<p>" + "." * 10_000_000)),
    Kind("words-10mb", lambda: around("<p>" + "rain and wind " * 700_000)),
    Kind("title-10mb", lambda: head("<title>" + "a b " * 2_500_000 + "</title>")),
    Kind("preformatted-10mb", lambda: around("<pre>" + "code line\n" * 1_000_000 + "</pre>")),
    Kind("textarea-10mb", lambda: around("<textarea>" + "text " * 2_000_000 + "</textarea>")),
    Kind("less-than-10mb", lambda: around("<" * 10_000_000)),
    Kind("ends-1000000", partial(_many, "</div></p></b>", 1_000_000)),
    Kind(
        "page-50mb",
        lambda: around("<div class=a><p>Some words of a paragraph that goes on for a while.</p></div>" * 700_000),
    ),
    Kind("page-70mb", lambda: before("<p>x</p>" * 9_000_000), (STORY,), frozenset({"too_large"})),
)
"""All kinds of the family."""
