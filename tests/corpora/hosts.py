"""Own small pages with their gold, and stories to announce on them."""

import gzip
import random
from pathlib import Path
from typing import Any

from scraper.corpora.corpus import GoldPage
from scraper.corpora.guests import Guest

LINES = (
    "The river rose by two metres in the night, and the old bridge was closed before dawn.",
    "Nobody was hurt, said the mayor, but forty families had to leave their houses by boat.",
    "Engineers want to look at the pillars next week, when the water has gone down again.",
)
STORY = "\n\n".join(LINES)
FRENCH = Guest(
    "paper/1",
    "journal.example",
    "fr",
    "Le musée rouvre ses portes après dix ans de travaux",
    (
        "Les visiteurs attendaient depuis le matin devant les grilles de la vieille gare.",
        "Le directeur promet une entrée gratuite pour les écoles de la ville.",
    ),
)
JAPANESE = Guest(
    "paper/2", "", "ja", "新しい橋が開通", ("川を渡る新しい橋が土曜日に開通し、多くの市民が朝から歩いて渡った。",)
)
SPANISH = Guest(
    "paper/3",
    "diario.example",
    "es",
    "El puerto recibe su primer barco eléctrico",
    ("El barco llegó el lunes por la mañana con doscientos pasajeros y sin hacer ningún ruido.",),
)


def chance(seed: int) -> random.Random:
    """Return draws that are the same for the same seed."""
    return random.Random(seed)  # noqa: S311 -- a draw, not a secret


def page_around(story: str) -> str:
    """Return a whole page with a story in it."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>River rises</title></head><body>'
        f'<nav><a href="/">Home</a> <a href="/news">News</a></nav><main><h1>River rises</h1>{story}</main>'
        "<footer><p>All rights reserved</p></footer></body></html>"
    )


PAGE = page_around("".join(f'<p class="t" id="p{n}">{line}</p>' for n, line in enumerate(LINES)))


def host(folder: Path, page: str = PAGE, encoding: str = "utf-8", **changes: Any) -> GoldPage:
    """Write a page and return it with its gold."""
    path = folder / f"{changes.get('id', '1')}.html.gz"
    path.write_bytes(gzip.compress(page.encode(encoding)))
    made: dict[str, Any] = {
        "corpus": "tiny",
        "id": "1",
        "path": path,
        "url": "https://news.example/river",
        "page_type": "article",
        "language": "en",
        "title": "River rises",
        "authors": (),
        "published": None,
        "text": STORY,
        "title_in_text": False,
    }
    return GoldPage(**{**made, **changes})
