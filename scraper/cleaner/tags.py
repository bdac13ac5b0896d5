"""Patterns of the tags in markup, as the parser of the standard cuts them; all of them run in linear time.

Source: https://html.spec.whatwg.org/multipage/parsing.html, tokenization.
"""

import re
from typing import Final

_INSIDE: Final = r"""[^>"'=]*+(?:(?:=\s*+(?:"[^"]*+"?|'[^']*+'?)?|["'])[^>"'=]*+)*+>?"""
"""The rest of a tag; a quote that is never closed takes the rest of the page, as in browsers."""
TAG: Final = re.compile(rf"<[a-z][^\s/>]*+{_INSIDE}", re.IGNORECASE)
"""A start tag."""
ATTRIBUTE: Final = re.compile(r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>]*+))?""")
"""An attribute of a start tag, or its name."""
# The sign that all alternatives begin with is searched for much faster than they are; frequent ones come first.
TOKEN: Final = re.compile(
    rf"<(?:/(?P<end>[a-z][^\s/>]*+){_INSIDE}"
    rf"|(?=[stxin])(?P<raw>script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>]){_INSIDE}"
    rf"(?:.*?(?:</(?P=raw)(?=[\s/>]){_INSIDE}|\Z))"
    r"|(?=p)plaintext[\s/>].*"
    rf"|(?P<start>[a-z][^\s/>]*+){_INSIDE}"
    r"|!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|[!?/][^>]*+>?)",
    re.IGNORECASE | re.DOTALL,
)
"""Anything that is no text: a tag (`start`, `end`), an element whose content is no markup (`raw`), a comment."""
_PLAIN: Final = r"""(?:/|(?![stxin]|plaintext))[a-z][^>"']*+>"""
"""The rest of most tags: neither quotes nor, maybe, text that is no markup."""
# Bounded, because every repetition is remembered. A possessive row would not be, but in Python 3.11 it loses its way
# where a repetition fails after its first sign (CPython issue 106052 up to 3.11.4; wrong groups later too).
TAGS_IN_A_ROW: Final = re.compile(rf"(?:<(?:{_PLAIN}|{TOKEN.pattern.removeprefix('<')})){{1,200}}", TOKEN.flags)
"""As many tokens as stand in a row, up to 200."""
FORMATTING_TAG: Final = re.compile(r"<(/?)(b|i|u|s|em|tt|big|font|small|strong|code|strike)(?=[\s/>])", re.IGNORECASE)
