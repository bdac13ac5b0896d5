"""A small corpus of own pages of many sites to learn from."""

from pathlib import Path
from typing import Any

from scraper.corpora.role_gold import GoldSegment
from scraper.corpora.tokens import tokens_of
from scraper.training.examples import Example, Gold, example_of
from tests.inspector.pages import gold, write_corpus

SITES = 12
_TOWNS = "Arnfeld Bexley Corvin Dunmore Eastmere Fallow Garrow Hexam Ivelton Jarrow Kelso Larne".split()
_THINGS = "bridge harbour library market tram orchard museum school station theatre canal tower".split()


def story(number: int) -> list[str]:
    """Return the paragraphs of one story."""
    town, thing = _TOWNS[number % SITES], _THINGS[number % SITES]
    return [
        f"The old {thing} of {town} was closed on Monday, after the river had risen by {number + 2} metres overnight.",
        f"Nobody in {town} was hurt, said the mayor, but {number + 40} families had to leave their houses by boat.",
        f"Engineers want to look at the {thing} next week, when the water in {town} has gone down again.",
        f"It will take {number + 3} months, the council believes, until people can use the {thing} as they did before.",
    ]


def row(number: int, page_type: str = "article") -> dict[str, Any]:
    """Return the row of one page in a corpus, and its markup."""
    title = f"{_TOWNS[number % SITES]} loses its {_THINGS[number % SITES]} to the river"
    told = "".join(f'<p class="{_THINGS[number % SITES]}">{line}</p>' for line in story(number))
    menu = "".join(f'<li><a href="/{word}">{word}</a></li>' for word in ("Home", "News", "Sport", "Weather"))
    html = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body>'
        f'<nav class="menu"><ul>{menu}</ul></nav><main class="story"><h1>{title}</h1><p class="by">By Ada Lum</p>'
        f'{told}<div class="share"><a href="#">Share on Facebook</a> <a href="#">Copy link</a></div></main>'
        '<aside class="more"><h3>More stories</h3><a href="/a">Bakers want cheaper flour</a></aside>'
        "<footer><p>All rights reserved</p></footer></body></html>"
    )
    text = "\n\n".join(story(number))
    url = f"https://www.site{number}.example/{number}"
    return {"id": str(number), "html": html, "text": text, "title": title, "page_type": page_type, "url": url}


def segments(number: int) -> list[dict[str, str]]:
    """Return the blocks of one page as hands would label them."""
    labelled = [(word, "navigation") for word in ("Home", "News", "Sport", "Weather")]
    labelled += [(row(number)["title"], "title"), ("By Ada Lum", "byline")]
    labelled += [(line, "body") for line in story(number)]
    labelled += [("Share on Facebook Copy link", "share"), ("More stories", "related")]
    labelled += [("Bakers want cheaper flour", "related"), ("All rights reserved", "notice")]
    return [{"text": text, "role": role, "lang": "en"} for text, role in labelled]


def corpus(folder: Path, number: int = SITES) -> Path:
    """Write a corpus of as many pages, each of its own site, and return its folder."""
    return write_corpus(folder / "tiny", *(row(page) for page in range(number)))


def example(folder: Path, number: int, *, by_hand: bool = False) -> Example:
    """Write one page and return what there is to learn from it."""
    made = row(number)
    path = folder / f"{number}.html"
    path.write_text(made.pop("html"), encoding="utf-8")
    labelled = [GoldSegment(**segment) for segment in segments(number)] if by_hand else []
    found = example_of(Gold(gold(path=path, authors=(), published=None, **made), labelled), f"site{number}.example")
    assert found is not None
    assert len(found.tokens) == sum(len(tokens_of(text)) > 0 for text in found.texts)
    return found


def examples(folder: Path, number: int = SITES) -> list[Example]:
    """Return examples of as many sites, every third labelled by hand."""
    return [example(folder, page, by_hand=page % 3 == 0) for page in range(number)]
