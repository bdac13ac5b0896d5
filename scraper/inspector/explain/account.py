"""Explanations found, put into lines for a person and data for programs."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from scraper.inspector.explain.case import Case
from scraper.inspector.explain.trials import Odds, Trial, odds, trials
from scraper.inspector.lines import line_numbers
from scraper.inspector.picture.wording import in_words
from scraper.model.language import UNDETERMINED

_RANKED: Final = 4
"""Roles that are shown with their odds."""
_SHOWN: Final = 8
"""Trials that are shown where they change nothing."""
_WIDE: Final = 300


@dataclass(frozen=True, slots=True)
class Explanation:
    """One segment, its label and what would have changed it."""

    index: int
    """Place of the segment in the record."""
    line: int | None
    """Line of the markup on which it begins, None where it does not stand there in so many words."""
    odds: Odds
    """What the judge thinks of it."""
    trials: Sequence[Trial]
    """Its answers without pieces of the evidence."""


def find(case: Case, text: str) -> list[int]:
    """Return the segments that hold a text; case and the amount of white space do not count."""
    wanted = " ".join(text.split()).casefold()
    held = (" ".join(segment.text.split()).casefold() for segment in case.record.segments)
    return [index for index, segment in enumerate(held) if wanted in segment]


def explain(case: Case, indices: Sequence[int]) -> list[Explanation]:
    """Return what there is to say of some segments."""
    lines = line_numbers(case.markup, [segment.text for segment in case.record.segments])
    return [Explanation(index, lines[index], odds(case, index), trials(case, index)) for index in indices]


def explained_lines(case: Case, one: Explanation) -> Iterator[str]:
    """Yield an explanation for a person."""
    segment = case.record.segments[one.index]
    text = " ".join(segment.text.split())
    yield f"segment {one.index + 1} of {len(case.record.segments)}: {text[:_WIDE]}{'…' if len(text) > _WIDE else ''}"
    where = f"line {one.line} of the markup" if one.line else "not in the markup in so many words"
    yield f"  stands at  {segment.path} ({where}{', hidden by the markup' if segment.hidden else ''})"
    language = "no language" if segment.lang == UNDETERMINED else f"{segment.lang}, {segment.lang_confidence:.2f} sure"
    yield f"  labelled   {segment.role}, {segment.confidence:.2f} sure; {segment.kind}; {language}; {segment.script}"
    yield from (f"  because    {in_words(code)} ({code})" for code in segment.reasons)
    ranked = ", ".join(f"{role} {probability:.2f}" for role, probability in one.odds.roles[:_RANKED])
    yield f"  judged     part of the story {one.odds.told:.2f}; roles by themselves: {ranked}"
    flips = [trial for trial in one.trials if trial.flips]
    if not flips:
        yield "  changes    no piece of evidence, and not all of them together, would have changed it"
    yield from (f"  without    {trial.without}: {_outcome(trial)}" for trial in flips or one.trials[:_SHOWN])


def _outcome(trial: Trial) -> str:
    """Return what a trial came to."""
    odds = f"this role {trial.probability:.2f}, story {trial.told:.2f}"
    return f"it would have been {trial.role} ({odds})" if trial.flips else f"still {trial.role} ({odds})"


def explained_data(case: Case, found: Sequence[Explanation]) -> str:
    """Return explanations as JSON."""
    return json.dumps([_data(case, one) for one in found], ensure_ascii=False, indent=1)


def _data(case: Case, one: Explanation) -> Mapping[str, Any]:
    """Return one explanation as JSON has it."""
    segment = case.record.segments[one.index]
    return {
        "index": one.index,
        "line": one.line,
        "path": segment.path,
        "text": segment.text,
        "role": segment.role.value,
        "confidence": segment.confidence,
        "lang": segment.lang,
        "lang_confidence": segment.lang_confidence,
        "reasons": {code: in_words(code) for code in segment.reasons},
        "story": round(one.odds.told, 4),
        "roles": {role.value: round(probability, 4) for role, probability in one.odds.roles},
        "without": [
            {
                "evidence": trial.without,
                "role": trial.role.value,
                "flips": trial.flips,
                "probability": round(trial.probability, 4),
                "story": round(trial.told, 4),
            }
            for trial in one.trials
        ],
    }
