"""Candidates for the declared language, from markup and header (https://www.rfc-editor.org/info/bcp47)."""

from collections.abc import Iterator, Mapping

from scraper.cleaner.metadata.candidate import Candidate, Field, Source
from scraper.model.page import Page
from scraper.model.tree import Tree


def candidates(page: Page, tree: Tree) -> Iterator[Candidate]:
    """Yield the language of the root element and of the answer's header."""
    root = tree.attributes[0]
    for name in ("lang", "xml:lang"):
        value = root.get(name)
        if value:
            yield Candidate(Field.LANGUAGE, value, Source.HTML, "lang")
    header = page.http.content_language if page.http else None
    if header:
        yield Candidate(Field.LANGUAGE, header, Source.HTTP, "content-language header")


def canonical(tag: str) -> str | None:
    """Return the tag in the form of BCP 47 (`zh_hans_cn` becomes `zh-Hans-CN`), None where it is no tag.

    Of a list of languages (`en, fr`) nothing is known of the page, so it is none. Source: RFC 5646 section 2.1.1.
    """
    parts = tag.strip().replace("_", "-").split(".")[0].split("-")
    language, rest = parts[0].lower(), parts[1:]
    if not (language.isascii() and language.isalpha() and 2 <= len(language) <= 3):
        return None
    if not all(part.isascii() and part.isalnum() and len(part) <= 8 for part in rest):
        return None
    if language in {"und", "mul", "zxx"}:
        return None
    shaped = [_OLD.get(language, language)]
    for part in rest:
        shaped.append(_shaped(part, alone="-".join(shaped)))
    return "-".join(shaped)


_OLD: Mapping[str, str] = {"iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro"}
"""Withdrawn codes that pages still use."""


def _shaped(part: str, alone: str) -> str:
    """Return a subtag in its usual case: scripts like Hans, regions like CN, the rest small."""
    if any(len(before) == 1 for before in alone.split("-")):
        return part.lower()
    if len(part) == 4 and part.isalpha():
        return part.title()
    return part.upper() if len(part) == 2 else part.lower()
