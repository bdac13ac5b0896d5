"""The model card: what the weights were made of, how, how good they are, and where they fail."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from scraper.training.learning import Recipe
from scraper.training.material import Material

_CORPORA: Mapping[str, str] = {
    "wcxb": "WCXB development split, CC-BY-4.0, Murrough Foley 2026; seven sorts of pages, mostly English",
    "fundus": "test pages of flairNLP/fundus, MIT (the pages belong to their publishers)",
    "fixtures": "pages written by hand for the tests of this project, Apache-2.0",
    "daniel": "DAnIEL v2.1, G. Lejeune, research use; news of 2011 and 2012 in zh, el, en, pl and ru",
}
"""Source and licence of corpora that are known; of others the card tells their name."""

_METHOD = """\
Every visible block of a page becomes about two hundred numbers (form of the text in every script, place, links and
likeness in the elements around it, phrases of lexicons in 43 languages as categories, agreement with the page's own
title, description and data, language against the page's) and three bags of words (tags, classes and landmarks of the
elements around it; words of short blocks; what the page goes by), words that too few sites use left out. A small
network (dilated convolutions over the sequence of blocks, means over the elements around them) says of each block
whether it is told, its role, and of the page what sort it is. It learns all three at once: the first from gold texts,
aligned with the blocks; roles from pages labelled by hand and, with a tenth of the weight, from plain rules; and
from pages into whose story teasers and share blocks were put. What the page tells is decided for the page as a whole
(highest expected F1). All odds are calibrated on pages of sites that the network has not seen."""

_FAILURES = """\
- Listings, collections, shop windows: what belongs to the list and what to the shop is often a matter of taste.
- Rankings and digests that old table layouts put into the cell of the story (Russian, Polish).
- A second story that is appended below the first.
- Long disclaimers and descriptions of the publisher inside the story's element.
- Languages that no development page is in: the network knows them only through lexicons and form."""


def model_card(name: str, material: Sequence[Material], recipe: Recipe, figures: Iterable[str]) -> str:
    """Return the card as Markdown; `figures` are its tables."""
    pages = Counter(item.gold.page.corpus for item in material)
    by_hand = sum(bool(item.gold.segments) for item in material)
    data = [
        f"- {corpus}: {number} pages. {_CORPORA.get(corpus, 'No licence known.')}" for corpus, number in pages.items()
    ]
    data.append(f"- of these, {by_hand} pages with every block labelled by hand, written for this project")
    parts = (
        f"# {name}",
        "What it does: says of every block of a web page what it is for, and which blocks are the story.",
        "## Data\n\n" + "\n".join(data),
        f"## Method\n\n{_METHOD}",
        f"Seed {recipe.seed}, {recipe.rounds} rounds, words of {recipe.least_sites} sites and more.",
        "## Figures\n\nOut of fold: every page is judged by a network that has seen no page of its site.\n",
        "\n".join(figures).rstrip(),
        f"## Known failures\n\n{_FAILURES}",
        "## Use\n\nFor labelling pages, not for judging people. Retrain with `scraper train` on pages of your own.",
    )
    return "\n\n".join(parts) + "\n"
