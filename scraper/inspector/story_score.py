"""Stories against gold: page by page, system by system, then means over groups of pages."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scraper.corpora.corpus import GoldPage
from scraper.corpora.tokens import Overlap, bag, overlap
from scraper.inspector.answer import OWN, Answer, System
from scraper.inspector.metadata_score import agreement, folded

_WORDS = 8
_NOTHING: Mapping[str, bool] = {}


@dataclass(frozen=True, slots=True)
class PageScore:
    """How the systems did on one page."""

    page: GoldPage
    """The page and its gold."""
    story: Mapping[str, Overlap]
    """Overlap with the gold's text by system; empty where the gold has no text."""
    metadata: Mapping[str, Mapping[str, bool]]
    """By system, then by field that the gold has: whether the value is right."""
    lost: tuple[tuple[str, int], ...]
    """Tokens this package left out, with how many, most first; only the first few."""
    leaked: tuple[tuple[str, int], ...]
    """Tokens this package put in that are not in the gold, likewise."""


@dataclass(frozen=True, slots=True)
class Mean:
    """Means over a group of pages."""

    corpus: str
    """Name of the corpus."""
    group: str
    """`all`, or what the pages of the group have in common: `type forum`, `language el`."""
    pages: int
    """Number of pages."""
    scores: Mapping[str, Overlap]
    """Mean overlap by system."""


def score_page(page: GoldPage, systems: Sequence[System]) -> PageScore:
    """Ask all systems about one page and compare their answers with its gold."""
    body = page.body()
    answers = {system.name: system.read(body, page.url) for system in systems}
    metadata = {s.name: agreement(page, answers[s.name]) if s.describes else _NOTHING for s in systems}
    if not page.text:
        return PageScore(page, {}, metadata, (), ())
    wanted = bag(page.text)
    found = {name: bag(compared(answer, page)) for name, answer in answers.items()}
    story = {name: overlap(wanted, tokens) for name, tokens in found.items()}
    own = found.get(OWN.name, Counter())
    return PageScore(page, story, metadata, _first(wanted - own), _first(own - wanted))


def means(scores: Sequence[PageScore]) -> Iterator[Mean]:
    """Yield the mean of every corpus, then of its page types and languages where it has several."""
    for corpus, pages in _grouped((score.page.corpus, score) for score in scores if score.story).items():
        yield _mean(corpus, "all", pages)
        types = _grouped((f"type {score.page.page_type}", score) for score in pages)
        languages = _grouped((f"language {score.page.language or 'unknown'}", score) for score in pages)
        for groups in (types, languages):
            if len(groups) > 1:
                yield from (_mean(corpus, name, groups[name]) for name in sorted(groups))


def worst(scores: Sequence[PageScore], number: int) -> Sequence[PageScore]:
    """Return the pages on which this package did worst, worst first."""
    return sorted((s for s in scores if s.story), key=lambda s: (s.story[OWN.name].f1, s.page.corpus, s.page.id))[
        :number
    ]


def compared(answer: Answer, page: GoldPage) -> str:
    """Return what of an answer is compared with the gold's text: the headline counts where the gold counts it.

    Some tools leave the headline at the head of the story; it is not put there a second time.
    """
    headline = answer.title or ""
    if not page.title_in_text or folded(answer.text).startswith(folded(headline)):
        return answer.text
    return f"{headline}\n{answer.text}"


def _first(tokens: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Return the most frequent tokens, equal ones by name."""
    return tuple(sorted(tokens.items(), key=lambda item: (-item[1], item[0]))[:_WORDS])


def _grouped(named: Iterable[tuple[str, PageScore]]) -> dict[str, list[PageScore]]:
    """Return the pages under their names, in the order in which the names first appear."""
    groups: dict[str, list[PageScore]] = {}
    for name, score in named:
        groups.setdefault(name, []).append(score)
    return groups


def _mean(corpus: str, group: str, pages: Sequence[PageScore]) -> Mean:
    """Return the means over pages that all have the same systems."""
    return Mean(corpus, group, len(pages), {name: _average([p.story[name] for p in pages]) for name in pages[0].story})


def _average(overlaps: Sequence[Overlap]) -> Overlap:
    """Return the mean of each number, all pages weighing the same."""
    number = len(overlaps)
    return Overlap(
        sum(o.f1 for o in overlaps) / number,
        sum(o.precision for o in overlaps) / number,
        sum(o.recall for o in overlaps) / number,
    )
