"""Pages with something put into their story."""

from pathlib import Path

import pytest

from scraper.cleaner.decode import decode
from scraper.cleaner.parse import parse
from scraper.cleaner.split import split
from scraper.corpora.company import Company
from scraper.corpora.disguises import DISGUISED, Style
from scraper.corpora.splice import LeftOut, Place, Spliced, splice, splices
from scraper.model.page import FetchResult, Page
from scraper.model.segment import Role
from tests.corpora.hosts import FRENCH, JAPANESE, LINES, PAGE, SPANISH, host, page_around

GUESTS = (FRENCH, JAPANESE, SPANISH)


def texts(body: bytes) -> list[str]:
    """Return the blocks of a page."""
    page = decode(FetchResult("-", body))
    assert isinstance(page, Page)
    return [block.text for block in split(parse(page.text))]


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("place", Place)
def test_blocks_stand_where_they_are_said_to(tmp_path: Path, style: Style, place: Place) -> None:
    """The blocks are those of the host with the new ones in one row, between two paragraphs or behind the last."""
    page = host(tmp_path)
    made = splice(page, Company(GUESTS), (style, place), 1)
    assert isinstance(made, Spliced)
    new = [piece.text for piece in made.pieces]
    found = texts(made.body)
    assert found[made.first : made.first + len(new)] == new
    assert found[: made.first] + found[made.first + len(new) :] == texts(page.body())
    before = LINES[:2] if place is Place.BETWEEN else LINES[2:]
    assert found[made.first - 1] in before


def test_what_was_put_in_is_told(tmp_path: Path) -> None:
    """Texts of teaser and share block, the guest's sentences, and the languages of host and guest are given."""
    made = splice(host(tmp_path), Company([FRENCH]), (Style.BLOCKS, Place.BEHIND), 3)
    assert isinstance(made, Spliced)
    assert (made.host_language, made.guest.language) == ("en", "fr")
    assert FRENCH.headline in made.teaser
    assert len(made.teaser) + len(made.share) == len(made.pieces)
    assert made.sentences.startswith(FRENCH.sentences[0])
    assert {piece.role for piece in made.pieces} == {Role.RELATED, Role.SHARE}


def test_same_seed_same_pages(tmp_path: Path) -> None:
    """The same seed gives the same bytes, another seed others."""
    page = host(tmp_path)
    one, again, other = ([*splices([page], GUESTS, seed)] for seed in (1, 1, 2))
    assert one == again
    assert one != other


def test_styles_and_places_take_turns(tmp_path: Path) -> None:
    """Over eight pages every disguised style comes at every place."""
    made = splices([host(tmp_path, id=str(n)) for n in range(8)], GUESTS, 1)
    found = {(page.style, page.place) for page in made if isinstance(page, Spliced)}
    assert found == {(style, place) for style in DISGUISED for place in Place}


@pytest.mark.parametrize("encoding", ["gb18030", "iso-8859-7", "cp932"])
def test_other_encodings_carry_all_languages(tmp_path: Path, encoding: str) -> None:
    """In a page that is not in UTF-8 letters that its encoding lacks are written as references and read the same."""
    page = host(tmp_path, PAGE.replace('charset="utf-8"', f'charset="{encoding}"'), encoding)
    made = splice(page, Company([SPANISH]), (Style.ROWS, Place.BETWEEN), 1)
    assert isinstance(made, Spliced)
    assert SPANISH.headline in texts(made.body)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"page_type": "listing"}, LeftOut.NO_ARTICLE),
        ({"text": ""}, LeftOut.NO_ARTICLE),
        ({"page": " "}, LeftOut.NO_PAGE),
        ({"text": f"{FRENCH.headline}\n{FRENCH.sentences[0]}"}, LeftOut.NO_GUEST),
        ({"text": "A line that is nowhere on the page.\nAnd another one that is not."}, LeftOut.NO_PLACE),
        ({"page": page_around(f"<p hidden>{LINES[0]}<p hidden>{LINES[1]}<p hidden>{LINES[2]}")}, None),
        ({"page": page_around(f"<div hidden><p>{'</p><p>'.join(LINES)}</p></div>")}, LeftOut.CHANGED),
    ],
)
def test_pages_that_are_left_out(tmp_path: Path, changes: dict[str, str], why: LeftOut | None) -> None:
    """Why nothing was put into a page is said: wrong kind, no page, no guest, no place, or it came out otherwise."""
    made = splice(host(tmp_path, **changes), Company([FRENCH]), (Style.PARAGRAPHS, Place.BETWEEN), 1)
    assert made is why if why else isinstance(made, Spliced)


def test_headline_is_no_paragraph(tmp_path: Path) -> None:
    """Nothing is put between the headline and the story where the gold's text begins with the headline."""
    headline = "The river has risen again, and forty families are in boats"
    page = host(
        tmp_path,
        page_around(f"<h2>{headline}</h2><p>{LINES[0]}</p>"),
        text=f"{headline}\n{LINES[0]}",
        title_in_text=True,
    )
    assert splice(page, Company([FRENCH]), (Style.ROWS, Place.BETWEEN), 1) is LeftOut.NO_PLACE
