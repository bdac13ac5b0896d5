"""What options mean for the tagger."""

from importlib import metadata

import pytest

from scraper.errors import MissingExtraError, UsageError
from scraper.model.options import Options
from scraper.tagger.choice import choose, nameable, wanted_language
from scraper.tagger.detectors import DETECTORS


def test_without_restriction_all_scripts_have_candidates() -> None:
    """The default choice is the profiles with all their languages, and one language in scripts that have one."""
    choice = choose(Options())
    assert choice.detector.name == "profiles"
    assert choice.second is None
    assert choice.candidates["Grek"] == ("el",)
    assert choice.candidates["Latn"] == DETECTORS["profiles"].languages()["Latn"]
    assert choice.east_asian == ("ja", "zh-Hans", "zh-Hant")


def test_languages_restrict_the_candidates_of_their_scripts() -> None:
    """Only the languages asked for are left, and scripts that none of them is written in have none."""
    choice = choose(Options(languages=["EN", "no", "zh-TW", "el"]))
    assert set(choice.candidates["Latn"]) == {"en", "nb"}
    assert choice.candidates["Cyrl"] == ()
    assert choice.candidates["Grek"] == ("el",)
    assert choice.east_asian == ("zh-Hant",)
    assert choice.allowed == {"en", "nb", "el", "zh-Hant"}
    assert choose(Options(languages=("zh",))).east_asian == ("zh-Hans", "zh-Hant")


@pytest.mark.parametrize("option", ["languages", "only_languages"])
@pytest.mark.parametrize("tag", ["english", "xx", "und", "", "e n", "\ud800"])
def test_a_tag_that_cannot_be_named_is_refused(option: str, tag: str) -> None:
    """The error repeats the tag and names the detector."""
    with pytest.raises(UsageError, match="no language that the detector 'profiles' can name"):
        choose(Options(**{option: ("en", tag)}))


def test_no_languages_at_all_are_refused() -> None:
    """An empty restriction would leave nothing to answer."""
    with pytest.raises(UsageError, match="no language is left"):
        choose(Options(languages=()))


@pytest.mark.parametrize("options", [Options(detector="nope"), Options(language_second_opinion="nope")])
def test_an_unknown_detector_is_refused(options: Options) -> None:
    """The error lists the detectors that there are."""
    with pytest.raises(UsageError, match="'nope'; there are profiles, langdetect, cld2, lingua"):
        choose(options)


def test_a_detector_that_is_not_installed_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing extra is an error before any text is read, and says what to install."""

    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr("importlib.metadata.version", missing)
    choose.cache_clear()
    with pytest.raises(MissingExtraError, match="scraper\\[lingua\\]"):
        choose(Options(detector="lingua"))


@pytest.mark.parametrize("name", DETECTORS)
def test_scripts_of_one_language_need_no_detector(name: str) -> None:
    """Whoever is asked, the script alone tells Greek, Korean and Thai."""
    named = nameable(DETECTORS[name])
    assert (named["Grek"], named["Hang"], named["Thai"]) == (("el",), ("ko",), ("th",))


@pytest.mark.parametrize(
    ("tag", "wanted", "answer"),
    [
        ("zh-Hans", ["zh"], True),
        ("zh-Hans", ["zh-TW"], False),
        ("sr-Latn", ["sr"], True),
        ("nb", ["no"], True),
        ("en", ["en-GB"], True),
        ("und", ["en"], False),
        ("fr", [], False),
    ],
)
def test_a_wanted_language_is_recognised(tag: str, wanted: list[str], answer: bool) -> None:  # noqa: FBT001
    """Tags are compared in canonical form, and a language stands for all its written forms."""
    assert wanted_language(tag, wanted) is answer
