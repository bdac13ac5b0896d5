"""What is put into pages."""

from scraper.corpora.announcements import announcements
from scraper.corpora.teasers import Part, share_of, teaser_of
from scraper.model.segment import Role
from tests.corpora.hosts import FRENCH, JAPANESE, chance

MANY = [(teaser_of(FRENCH, "en", chance(seed)), share_of(FRENCH, "en", chance(seed))) for seed in range(200)]


def test_teasers_announce_the_guest() -> None:
    """Every teaser has headline and sentences in the guest's language, all its pieces of role related."""
    for teaser, _ in MANY:
        parts = {piece.part: piece for piece in teaser}
        assert parts[Part.HEADLINE].text == FRENCH.headline
        assert parts[Part.TEASER].text.startswith(FRENCH.sentences[0])
        assert {piece.role for piece in teaser} == {Role.RELATED}


def test_half_of_the_teasers_have_no_heading() -> None:
    """About half of all teasers have a heading, and some of those only the name of a site, which has no language."""
    headings = [piece for teaser, _ in MANY for piece in teaser if piece.part is Part.ANNOUNCEMENT]
    assert 80 < len(headings) < 120
    sites = [piece for piece in headings if piece.text == FRENCH.site]
    assert 10 < len(sites) < 50
    assert all((piece.language == "und") == (piece.text == FRENCH.site) for piece in headings)


def test_links_to_read_on_are_in_either_language() -> None:
    """The words that invite to read on are of the lexicon of the host or the guest, and some end the teaser itself."""
    links = [piece for teaser, _ in MANY for piece in teaser if piece.part is Part.READ_MORE]
    assert {piece.language for piece in links} == {"en", "fr"}
    assert all(piece.text in announcements()[piece.language].read_more for piece in links)
    assert any(piece.link and piece.text.endswith(piece.link) for teaser, _ in MANY for piece in teaser)


def test_share_blocks_name_networks() -> None:
    """Every share block has names of networks without a language, most a phrase, and all pieces are of role share."""
    for _, share in MANY:
        assert share[-1].part is Part.NETWORK
        assert {piece.role for piece in share} == {Role.SHARE}
    assert 130 < sum(share[0].part is Part.SHARE for _, share in MANY) < 190


def test_language_without_lexicon_has_no_phrases() -> None:
    """Between languages without a lexicon there are teasers all the same, without any phrase."""
    for seed in range(20):
        teaser = teaser_of(JAPANESE, "xh", chance(seed))
        assert {piece.language for piece in teaser} == {"ja"}
