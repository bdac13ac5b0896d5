"""Every lexicon that comes with the package: complete, without contradictions, in its own script."""

import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from scraper.model.lexicon import Category, Lexicon
from scraper.rules.fold import fold, fold_prefix
from scraper.rules.rulebook import load_rulebook

FOLDER = Path(__file__).resolve().parents[2] / "scraper" / "rules" / "lexicons"
FILES = tuple(sorted(FOLDER.glob("*.toml")))
WANTED = (
    "en de fr es pt it nl pl cs ru uk el tr ar fa he hi bn ta th vi id ms sw zh-Hans zh-Hant ja ko "
    "sv nb da fi hu ro bg sr hr lt lv et sk sl ca"
)
SCRIPTS = {
    "ru": {"CYRILLIC"},
    "uk": {"CYRILLIC"},
    "bg": {"CYRILLIC"},
    "ar": {"ARABIC"},
    "fa": {"ARABIC"},
    "zh-Hans": {"CJK"},
    "zh-Hant": {"CJK"},
    "sr": {"CYRILLIC"},
    "el": {"GREEK"},
    "he": {"HEBREW"},
    "hi": {"DEVANAGARI"},
    "bn": {"BENGALI"},
    "ta": {"TAMIL"},
    "th": {"THAI"},
    "ja": {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"},
    "ko": {"HANGUL", "CJK"},
}
"""First words of the Unicode names of a language's letters, where it writes in more than Latin ones."""
LEGACY = {"zh-Hans": "gb2312", "zh-Hant": "cp950"}
"""Encodings that know only the one or the other form of Chinese characters."""
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
each_lexicon = pytest.mark.parametrize("lexicon", load_rulebook().lexicons, ids=lambda lexicon: lexicon.tag)


def phrases(path: Path) -> Iterator[tuple[str, str, str]]:
    """Section, list and phrase of every phrase as it is written in a file."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    for category in Category:
        for field in ("exact", "prefix"):
            yield from ((category, field, phrase) for phrase in table[category][field])


def test_wanted_languages_are_there() -> None:
    """Each of the languages that were promised has its file."""
    assert {lexicon.tag for lexicon in load_rulebook().lexicons} >= set(WANTED.split())


@each_lexicon
def test_lexicon_is_complete(lexicon: Lexicon) -> None:
    """Every category has phrases, the important ones enough of them, and the year all its months and weekdays."""
    assert all(lexicon.categories[category].exact for category in Category)
    assert len(lexicon.categories[Category.SHARE].exact) >= 6
    assert len(lexicon.categories[Category.RELATED].exact) >= 6
    assert (len(lexicon.months), len(lexicon.weekdays)) == (12, 7)


@each_lexicon
def test_no_name_stands_for_two_months(lexicon: Lexicon) -> None:
    """No name of a month, and no name of a weekday, stands in two places of its list."""
    for names in (lexicon.months, lexicon.weekdays):
        counts = Counter(name for place in names for name in set(place))
        assert not [name for name, count in counts.items() if count > 1]


@each_file
def test_phrases_stand_once(path: Path) -> None:
    """Folded, no phrase stands twice in one list."""
    folding = {"exact": fold, "prefix": fold_prefix}
    counts = Counter((section, field, folding[field](phrase)) for section, field, phrase in phrases(path))
    assert not [entry for entry, count in counts.items() if count > 1]


@each_lexicon
def test_share_and_related_do_not_contradict(lexicon: Lexicon) -> None:
    """No whole phrase of a language announces both share buttons and other stories."""
    share, related = lexicon.categories[Category.SHARE], lexicon.categories[Category.RELATED]
    assert not share.exact & related.exact


@each_lexicon
def test_prefixes_of_teasers_are_no_single_short_word(lexicon: Lexicon) -> None:
    """What announces share buttons or other stories at a start cannot be a bare function word of running prose."""
    risky = (Category.SHARE, Category.RELATED, Category.READ_MORE)
    assert not [p for category in risky for p in lexicon.categories[category].prefix if p.isascii() and len(p) < 4]


@each_file
def test_phrases_are_in_the_script_of_their_language(path: Path) -> None:
    """Every letter of every phrase is of the language's script or a Latin one: no look-alikes."""
    known = SCRIPTS.get(path.stem, set()) | {"LATIN", "FULLWIDTH"}
    letters = {c for _, _, phrase in phrases(path) for c in phrase if c.isalpha()}
    assert not {c for c in letters if not any(name in known for name in unicodedata.name(c).split(maxsplit=1)[:1])}


@each_file
def test_no_word_mixes_latin_and_look_alikes(path: Path) -> None:
    """No word has both Latin and Cyrillic or Greek letters."""
    for _, _, phrase in phrases(path):
        for word in phrase.split():
            scripts = {unicodedata.name(c).split()[0] for c in word if c.isalpha()}
            assert len(scripts & {"LATIN", "CYRILLIC", "GREEK"}) <= 1 or "-" in word, word


@pytest.mark.parametrize(("tag", "encoding"), LEGACY.items())
def test_chinese_forms_are_not_mixed(tag: str, encoding: str) -> None:
    """Simplified and traditional characters each stay in their own lexicon."""
    han = {c for _, _, p in phrases(FOLDER / f"{tag}.toml") for c in p if "CJK UNIFIED" in unicodedata.name(c, "")}
    assert not [c for c in han if not c.encode(encoding, errors="ignore")]
