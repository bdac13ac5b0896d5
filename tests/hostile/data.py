"""Data inside pages, pages that are data, markup of another language, and traps for patterns."""

from functools import partial

from tests.hostile.kind import BEGIN, CODA, END, STORY, Kind, around, head

_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def _linked(data: str) -> bytes:
    """Return a page that describes itself with this."""
    return head(f'<script type="application/ld+json">{data}</script>')


def _state(data: str) -> bytes:
    """Return a page whose program starts with this state."""
    return around(f"<script>window.__STATE__ = {data};</script>")


def _repeated(piece: str, count: int) -> bytes:
    """Repeat a piece in a paragraph."""
    return around(f"<p>{piece * count}</p>")


def _binary(mark: bytes) -> bytes:
    """Return what starts like a binary format and goes on like a page."""
    return mark + bytes(range(32)) * 300 + f"{BEGIN}{END}".encode()


_BINARY = (
    ("pdf", b"%PDF-1.7\n"),
    ("png", b"\x89PNG\r\n\x1a\n"),
    ("jpeg", b"\xff\xd8\xff\xe0"),
    ("gif", b"GIF89a"),
    ("zip", b"PK\x03\x04"),
    ("gzip", b"\x1f\x8b\x08\0"),
    ("elf", b"\x7fELF"),
    ("mp4", b"\0\0\0\x18ftypmp42"),
    ("webp", b"RIFF\0\0\0\0WEBPVP8 "),
    ("sqlite", b"SQLite format 3\0"),
    ("font", b"wOF2"),
)
_REFUSED = frozenset({"not_html"})

DATA = (
    Kind("linked-data-deep-10mb", partial(_linked, '{"a":' * 2_000_000)),
    Kind("linked-data-deep-closed", partial(_linked, "[" * 1_000_000 + "]" * 1_000_000)),
    Kind("linked-data-broken-10mb", partial(_linked, '{"@type":"NewsArticle","headline":"' + "x\\" * 5_000_000)),
    Kind("linked-data-10mb", partial(_linked, '{"@graph":[' + '{"@type":"Person","name":"A B"},' * 320_000 + "{}]}")),
    Kind(
        "linked-data-string-10mb",
        partial(_linked, '{"@type":"NewsArticle","articleBody":"' + "word " * 2_000_000 + '"}'),
    ),
    Kind(
        "linked-data-authors",
        partial(_linked, '{"@type":"NewsArticle","author":[' + '{"name":"Ann Lee"},' * 200_000 + "{}]}"),
    ),
    Kind("linked-data-number", partial(_linked, '{"@type":"NewsArticle","position":' + "9" * 1_000_000 + "}")),
    Kind("linked-data-commas", partial(_linked, "[" + "{},," * 1_000_000 + "]")),
    Kind("linked-data-braces", partial(_linked, "{" * 5_000_000)),
    Kind("linked-data-quotes", partial(_linked, '"' * 5_000_000)),
    Kind("linked-data-escapes", partial(_linked, '{"headline":"' + "\\u0041" * 1_000_000 + '"}')),
    Kind("linked-data-many", lambda: head('<script type="application/ld+json">{"@type":"Article"}</script>' * 50_000)),
    Kind("linked-data-markup", partial(_linked, '{"@type":"NewsArticle","articleBody":"' + "<b>" * 500_000 + '"}')),
    Kind("state-deep", partial(_state, '{"a":' * 500_000)),
    Kind("state-10mb", partial(_state, '{"items":[' + '{"text":"Some words that are data."},' * 250_000 + "{}]}")),
    Kind("state-quotes", partial(_state, "'\\'" * 1_500_000)),
    Kind("state-pushes", lambda: around('<script>self.__next_f.push([1,"a:[1,2,{}]"])</script>' * 50_000)),
    Kind("state-backslashes", partial(_state, '"' + "\\" * 5_000_000)),
    Kind("xxe", f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>{BEGIN}<p>&x;</p>{END}'.encode),
    Kind("billion-laughs", f'<!DOCTYPE l [<!ENTITY l0 "ha">{_LAUGHS}]>{BEGIN}<p>&l9;</p>{END}'.encode),
    Kind("xhtml", f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">{BEGIN}{END}'.encode),
    Kind("pattern-hidden-style", partial(_repeated, '<i style="display' + " " * 500 + '">a</i>', 5_000)),
    Kind("pattern-spaces-style", lambda: around('<i style="display' + " " * 2_000_000 + '">a</i>')),
    Kind("pattern-dates", partial(_repeated, "2021-01-", 500_000)),
    Kind("pattern-digits", partial(_repeated, "1", 3_000_000)),
    Kind("pattern-digit-groups", partial(_repeated, "12.", 1_000_000)),
    Kind("pattern-times", partial(_repeated, "10:", 1_000_000)),
    Kind("pattern-names", partial(_repeated, "Ann Lee and ", 300_000)),
    Kind("pattern-byline", partial(_repeated, "By ", 1_000_000)),
    Kind("pattern-capitals", partial(_repeated, "A", 3_000_000)),
    Kind("pattern-capital-words", partial(_repeated, "Aa ", 1_000_000)),
    Kind("pattern-mail", partial(_repeated, "a.b-c_", 500_000)),
    Kind("pattern-address", partial(_repeated, "http://", 500_000)),
    Kind("pattern-bars", lambda: head("<title>" + "a | " * 1_000_000 + "</title>")),
    Kind("pattern-dashes", lambda: head("<title>" + "a - " * 100_000 + "</title>") + b"<h1>a - </h1>" * 1_000),
    Kind("pattern-brackets", partial(_repeated, "((((", 700_000)),
    Kind("pattern-quotes", partial(_repeated, "\u201c\u201d'\"", 300_000)),
    Kind("pattern-html-in-text", partial(_repeated, "&lt;p&gt;", 300_000)),
    Kind("pattern-base", lambda: head("<base href=" + "../" * 1_000_000 + ">")),
    Kind("pattern-charset", lambda: b"<meta charset" * 80 + around("")),
    Kind("pattern-classes", partial(_repeated, "<i class='a-b-c_d share nav foot'>a</i>", 100_000)),
    Kind("json-50mb", lambda: '{"a":[' + "1," * 25_000_000 + "1]}", (), _REFUSED),
    Kind("json-deep", lambda: "[" * 5_000_000 + "]" * 5_000_000, ("[[[[",)),
    Kind(
        "feed", lambda: '<?xml version="1.0"?><rss><channel>' + "<item><title>a</title></item>" * 100_000, (), _REFUSED
    ),
    Kind("prolog-many", lambda: b"<?xml?><!-- x -->" * 200_000 + around("")),
    Kind("nothing", lambda: b"", (), frozenset({"empty"})),
    Kind("white-space-10mb", lambda: b" \n" * 5_000_000, (), frozenset({"empty"})),
    Kind("one-less-than", lambda: b"<", ("<",)),
    *(Kind(f"binary-{name}", partial(_binary, mark), (), _REFUSED) for name, mark in _BINARY),
    Kind("marks-of-text", lambda: f"{STORY}\n\n{CODA}"),
)
"""All kinds of the family."""
