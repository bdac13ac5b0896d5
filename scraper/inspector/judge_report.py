"""How good the judge is on pages it has not seen: the tables that training prints, in Markdown."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from scraper.corpora.alignment import Stream, squeezed
from scraper.corpora.story_language import story_language
from scraper.inspector.answer import OWN
from scraper.inspector.folds import FoldScore
from scraper.inspector.reliability import BINS, bins
from scraper.inspector.role_score import Labelled, score_roles
from scraper.inspector.spliced_report import spliced_rows
from scraper.inspector.spliced_score import SplicedScore
from scraper.inspector.story_score import PageScore, means

_COVERAGES = (0.25, 0.5, 0.75, 0.9, 0.95, 1.0)
_WORST = 12
_FIXTURE = "page.html"
"""Name of a fixture's page; pages written for the project are easier than those of the world, so they stand apart."""


def judge_lines(folds: Sequence[FoldScore]) -> Iterator[str]:
    """Yield the tables, parted by blank lines."""
    stories = [score for fold in folds for score in fold.stories if score.story]
    labelled = [page for fold in folds for page in fold.labelled]
    spliced = [score for fold in folds for score in fold.spliced]
    parts: list[tuple[str, Iterable[str]]] = []
    if stories:
        parts += [("Stories, token F1", _stories(stories)), ("Languages", _languages(stories))]
    if labelled:
        parts += [("Roles, pages labelled by hand", _roles(labelled)), ("Confidence of roles", _reliability(labelled))]
    if spliced:
        parts.append(("Teasers put into stories", _spliced(spliced)))
    if stories:
        parts += [("Risk and coverage", _risk(stories)), ("Worst pages", _worst(stories))]
    for title, lines in parts:
        yield from (f"### {title}", "", *lines, "")


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield the lines of a table, numbers to four places."""
    yield f"| {' | '.join(head)} |"
    yield "|---" * len(head) + "|"
    for row in rows:
        yield f"| {' | '.join(f'{cell:.4f}' if isinstance(cell, float) else str(cell) for cell in row)} |"


def _stories(scores: Sequence[PageScore]) -> Iterator[str]:
    """Yield F1, precision and recall by corpus, page type and language."""
    rows = []
    for mean in means(scores):
        own = mean.scores[OWN.name]
        if mean.group == "all" or mean.group.startswith("type") or mean.corpus == "daniel":
            rows.append((mean.corpus, mean.group, mean.pages, own.f1, own.precision, own.recall))
    return _table(("corpus", "pages of", "pages", "F1", "precision", "recall"), rows)


def _languages(scores: Sequence[PageScore]) -> Iterator[str]:
    """Yield F1 by language of the story, over the articles of all corpora, the worst first."""
    found = _by(scores, lambda score: story_language(score.page) if score.page.page_type == "article" else "")
    rows = sorted((_mean(some), tag, len(some)) for tag, some in found.items() if tag)
    return _table(("language", "articles", "F1"), [(tag, number, mean) for mean, tag, number in rows])


def _roles(labelled: Sequence[Labelled]) -> Iterator[str]:
    """Yield accuracy, macro F1, main story and F1 of each role."""
    fixtures = [page for page in labelled if page[0].path.name == _FIXTURE]
    others = [page for page in labelled if page[0].path.name != _FIXTURE]
    kinds = {name: score_roles(some) for name, some in (("pages", others), ("fixtures", fixtures)) if some}
    rows: list[tuple[object, ...]] = [
        ("accuracy", *(score.role_accuracy for score in kinds.values())),
        ("macro F1", *(score.role_macro_f1 for score in kinds.values())),
        ("main story", *(score.main_f1 for score in kinds.values())),
    ]
    names = dict.fromkeys(name for score in kinds.values() for name in score.role_f1)
    rows += [(name, *(score.role_f1.get(name, 0.0) for score in kinds.values())) for name in names]
    rows.append(("pages", *(score.pages for score in kinds.values())))
    return _table(("roles", *kinds), rows)


def _reliability(labelled: Sequence[Labelled]) -> Iterator[str]:
    """Yield for each tenth of confidence how many segments have it and how often their role is right."""
    rows = [
        (f"{line.least:.1f} to {line.least + 1 / BINS:.1f}", line.segments, line.confidence, line.right)
        for line in bins(answer for page in labelled for answer in _answers(page))
    ]
    return _table(("confidence", "segments", "mean", "right"), rows)


def _answers(labelled: Labelled) -> Iterator[tuple[float, bool]]:
    """Yield for each gold segment that the record has how sure its role is, and whether it is right."""
    page, segments = labelled
    stream = Stream([segment.text for segment in segments or ()])
    for wanted in page.segments:
        hits = stream.take(squeezed(wanted.text))
        if segments and hits:
            segment = segments[hits.most_common(1)[0][0]]
            yield segment.confidence, segment.role == wanted.role


def _spliced(scores: Sequence[SplicedScore]) -> Iterator[str]:
    """Yield by style and place how many teasers are kept, and what it costs the story."""
    rows = [
        (row.style, row.place, row.pages, row.kept[OWN.name], row.share_kept, row.role_accuracy, row.f1_loss)
        for row in spliced_rows(scores)
    ]
    return _table(("style", "place", "pages", "teaser kept", "share kept", "roles right", "F1 loss"), rows)


def _risk(scores: Sequence[PageScore]) -> Iterator[str]:
    """Yield the mean F1 of the pages the judge is surest of, from few of them to all."""
    surest = sorted(scores, key=lambda score: -score.confidence)
    rows = []
    for coverage in _COVERAGES:
        some = surest[: max(1, round(coverage * len(surest)))]
        rows.append((f"{coverage:.0%}", some[-1].confidence, _mean(some)))
    return _table(("surest pages", "confidence at least", "F1"), rows)


def _worst(scores: Sequence[PageScore]) -> Iterator[str]:
    """Yield the worst pages with what is wrong: too much, too little, or something else altogether."""
    worst = sorted(scores, key=lambda score: score.story[OWN.name].f1)[:_WORST]
    rows = [
        (f"{s.page.corpus}/{s.page.id}", s.page.page_type, s.story[OWN.name].precision, s.story[OWN.name].recall)
        for s in worst
    ]
    return _table(("page", "type", "precision", "recall"), rows)


def _by(scores: Iterable[PageScore], tells: Callable[[PageScore], str]) -> dict[str, list[PageScore]]:
    """Return the pages by what they have in common."""
    groups: dict[str, list[PageScore]] = defaultdict(list)
    for score in scores:
        groups[tells(score)].append(score)
    return groups


def _mean(scores: Sequence[PageScore]) -> float:
    """Return the mean F1."""
    return sum(score.story[OWN.name].f1 for score in scores) / len(scores)
