"""All profiles of a run."""

from scraper.tagger.known import profiles


def test_profiles_are_read_once() -> None:
    """Asked twice, the same tables are given."""
    assert profiles() is profiles()


def test_the_missing_languages_of_langdetect_are_there() -> None:
    """Languages that langdetect has not have profiles or a script of their own."""
    tags = {tag for group in profiles().groups.values() for tag in group.tags}
    assert tags.issuperset("az be bs eo eu ga is kk la lg mi mn ms nn sn sr st tn ts xh yo zu gl ps".split())
