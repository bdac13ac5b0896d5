"""What remembering a site is worth: the pages of each host one after the other, as a crawl would see them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from scraper.cleaner.roles.standing import segment_hashes
from scraper.corpora.corpus import GoldPage
from scraper.corpora.tokens import bag, overlap
from scraper.inspector.answer import answer_of
from scraper.inspector.story_score import compared
from scraper.model.document import Document, Skipped
from scraper.model.options import Options
from scraper.model.page import FetchResult
from scraper.model.site_memory import SiteMemory
from scraper.pipeline import clean_result

EARLIER = (2, 5, 10)
"""Numbers of pages seen before, from which pages are counted in the report."""
_CHANGED = 0.02


@dataclass(frozen=True, slots=True)
class Remembered:
    """How one page was read without and with what was seen on earlier pages of its host."""

    corpus: str
    """Name of its corpus."""
    earlier: int
    """Number of pages of the host that were seen before."""
    alone: float
    """Token F1 of the story without memory."""
    remembering: float
    """The same with memory."""


def hosts(pages: Iterable[GoldPage]) -> list[list[GoldPage]]:
    """Return the pages with a story by host, in their order; hosts with too few pages to remember are left out."""
    found: dict[str, list[GoldPage]] = defaultdict(list)
    for page in pages:
        host = urlsplit(page.url or "").hostname
        if host and page.text.strip():
            found[f"{page.corpus} {host}"].append(page)
    return [some for some in found.values() if len(some) > EARLIER[0]]


def score_host(pages: Sequence[GoldPage], options: Options, tick: Callable[[], None]) -> Iterator[Remembered]:
    """Yield how each page of a host was read that comes after enough others."""
    seen: Counter[int] = Counter()
    for number, page in enumerate(pages):
        result = FetchResult(page.id, page.body(), page.url)
        alone = clean_result(result, options)
        if number >= EARLIER[0]:
            with_memory = clean_result(result, options, SiteMemory(number, seen))
            yield Remembered(page.corpus, number, _f1(page, alone), _f1(page, with_memory))
        if isinstance(alone, Document):
            seen.update(segment_hashes(alone))
        tick()


def site_memory_rows(scores: Sequence[Remembered]) -> Iterator[tuple[str, int, int, float, float, int, int]]:
    """Yield corpus, earlier pages at least, pages, mean F1 alone and remembering, pages it made better and worse."""
    for corpus in dict.fromkeys(score.corpus for score in scores):
        for least in EARLIER:
            some = [score for score in scores if score.corpus == corpus and score.earlier >= least]
            if some:
                gains = [score.remembering - score.alone for score in some]
                yield (
                    corpus,
                    least,
                    len(some),
                    sum(score.alone for score in some) / len(some),
                    sum(score.remembering for score in some) / len(some),
                    sum(gain > _CHANGED for gain in gains),
                    sum(gain < -_CHANGED for gain in gains),
                )


def site_memory_lines(scores: Sequence[Remembered]) -> Iterator[str]:
    """Yield the report, a line for each corpus and least number of earlier pages."""
    yield f"{'corpus':12} {'earlier':>7} {'pages':>6} {'alone':>8} {'memory':>8} {'better':>6} {'worse':>6}"
    for corpus, least, pages, alone, remembering, better, worse in site_memory_rows(scores):
        yield f"{corpus:12} {f'>={least}':>7} {pages:6} {alone:8.4f} {remembering:8.4f} {better:6} {worse:6}"


def _f1(page: GoldPage, record: Document | Skipped) -> float:
    """Return the token F1 of a record's story."""
    return overlap(bag(page.text), bag(compared(answer_of(record), page))).f1
