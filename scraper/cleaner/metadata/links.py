"""Candidates from `rel`: canonical address, licence, author (https://html.spec.whatwg.org/multipage/links.html)."""

from collections.abc import Iterator

from scraper.cleaner.metadata.address import absolute
from scraper.cleaner.metadata.candidate import Candidate, Field, Source
from scraper.cleaner.metadata.gather import Marks
from scraper.cleaner.metadata.wording import tidy


def candidates(marks: Marks) -> Iterator[Candidate]:
    """Yield what links with a telling `rel` point to, or in the case of authors, whom they name."""
    tree = marks.tree
    for node in marks.links:
        attributes = tree.attributes[node]
        rel = (attributes.get("rel") or "").lower().split()
        href = (attributes.get("href") or "").strip()
        if "canonical" in rel and href:
            yield Candidate(Field.CANONICAL, href, Source.HTML, "rel=canonical")
        elif "license" in rel and href:
            yield Candidate(Field.LICENSE, href, Source.HTML, "rel=license")
        elif tree.tags[node] == "a" and ("author" in rel or "/author" in href):
            name = tidy(tree.text(node))
            if name and "/" not in name and not marks.aside(node):
                yield Candidate(Field.AUTHORS, name, Source.HTML, "rel=author" if "author" in rel else "href=author")


def base(marks: Marks, address: str | None) -> str | None:
    """Return what relative addresses on the page are relative to: its `<base>`, else its own address."""
    for node in marks.links:
        href = marks.tree.attributes[node].get("href")
        if marks.tree.tags[node] == "base" and href:
            return absolute(address, href) or address
    return address
