"""Style sheets cut down to what places and sets text."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.inspector.picture.styles import kept_declarations, kept_sheet, names_in


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".a > p:first-child { float: left; color: red }", ".a > p:first-child{float:left}"),
        ("p{margin:0 auto!important;}", "p{margin:0 auto}"),
        (".md\\:flex{display:flex}", ".md\\:flex{display:flex}"),
        ('a[rel="x"]{display:block}', 'a[rel="x"]{display:block}'),
        ("@media (min-width: 600px){p{width:50%}}", "@media (min-width: 600px){p{width:50%}}"),
        ("@layer base{p{width:50%}}", "p{width:50%}"),
        ("@media print{p{display:none}}", ""),
        ("@import url(x.css); p{width:1px}", "p{width:1px}"),
        ("@font-face{font-family:x;src:url(x)}p{width:1px}", "p{width:1px}"),
        ("@keyframes k{from{width:1px}to{width:2px}}p{width:3px}", "p{width:3px}"),
        ("/* p{} */ b{font-family:'Noto Sans', serif}", "b{font-family:Noto Sans, serif}"),
        (":root{--gap:4px}p{gap:var(--gap)}", ":root{--gap:4px}p{gap:var(--gap)}"),
        ("p{width:1px", ""),
        ("}}p{width:1px}", "p{width:1px}"),
        ("p{.b{width:1px}}", ""),
        ("p:has(b){width:1px}", ""),
        ("p\\{width:1px}", ""),
    ],
)
def test_sheets(css, kept):
    """Rules come out with the declarations that are harmless, and what is not understood falls away."""
    assert kept_sheet("", css) == kept


@pytest.mark.parametrize(
    "declaration",
    [
        "position:fixed",
        "background:url(x)",
        "width:expression(1)",
        "list-style:url(x)",
        "--x:url(x)",
        "height:100vh",
        "width:50vmin",
        "margin:99999px",
        "padding:1e9px",
        "display:no\\6e e",
        "content:'x'",
        "z-index:9",
        "font:image-set(x)",
        "width:attr(x)",
        "display",
        ":none",
    ],
)
def test_declarations_that_fall_away(declaration):
    """What loads, covers, cuts off or makes a page endless falls away."""
    assert kept_declarations(declaration) == ""


def test_media_are_kept_around_a_sheet():
    """A sheet for some media stands inside them, and one for print is left out."""
    assert (
        kept_sheet("screen and (min-width: 9px)", "p{width:1px}") == "@media screen and (min-width: 9px){p{width:1px}}"
    )
    assert kept_sheet("print", "p{width:1px}") == kept_sheet('x{}"', "p{width:1px}") == ""


def test_names_are_those_of_selectors():
    """Classes and ids that a sheet names are found, escapes resolved."""
    assert names_in(".a.b-c #d{width:1px}.md\\:flex{x:y}") >= {"a", "b-c", "d", "md:flex"}


PARTS = [
    "p",
    ".a",
    "{",
    "}",
    ";",
    ":",
    "url(x)",
    "@media x",
    "@import",
    '"',
    "'",
    "\\",
    "/*",
    "*/",
    "width",
    "1px",
    "!important",
    "<",
    ")",
]


@given(st.lists(st.sampled_from(PARTS), max_size=40))
def test_output_is_harmless_whatever_comes_in(parts):
    """Nothing that loads or escapes comes out of any input, and braces are always closed."""
    for joint in ("", " "):
        kept = kept_sheet("", joint.join(parts))
        assert not re.search(r"url|@import|important|<|/\*|\"|'(?!])", kept)
        assert kept.count("{") == kept.count("}")


@pytest.mark.parametrize(
    "css", ["{" * 300_000, "/*" * 300_000, "a{" * 200_000 + "}" * 200_000, '[a="' * 200_000, "p{x:(" * 200_000]
)
def test_time_grows_with_the_sheet(css):
    """A sheet that is made to take long does not."""
    begun = time.process_time()
    kept_sheet("", css)
    assert time.process_time() - begun < 15
