"""Tests of the declared language."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.metadata import describe
from scraper.cleaner.metadata.declared import canonical
from scraper.cleaner.parse import parse
from scraper.model.page import Http
from tests.cleaner.metadata.markup import described, page


@pytest.mark.parametrize(
    ("tag", "form"),
    [
        ("EN_us", "en-US"),
        ("zh-hans-cn", "zh-Hans-CN"),
        ("pt_BR.UTF-8", "pt-BR"),
        ("iw", "he"),
        ("sr-latn", "sr-Latn"),
        ("de-x-PRIVATE", "de-x-private"),
        ("und", None),
        ("english", None),
        ("en, fr", None),
        ("", None),
    ],
)
def test_tags_get_their_canonical_form(tag, form):
    """Tags come out in the case of BCP 47, withdrawn codes replaced, and what is no tag is none."""
    assert canonical(tag) == form


@given(st.text())
def test_canonical_form_is_stable(tag):
    """The canonical form of a canonical form is itself, and no string raises."""
    form = canonical(tag)
    assert form is None or canonical(form) == form


def test_markup_comes_before_header_and_meta():
    """The root's lang is believed first, then the header, then meta elements."""
    html = "<html lang='%s'><meta property='og:locale' content='fr_FR'>"
    answered = replace(page(html % ""), http=Http(200, "https://a.example", content_language="de"))
    assert described(html % "pl").because["declared_language"] == "html"
    assert describe(answered, parse(html % ""), [], []).declared_language == "de"
    assert described(html % "").declared_language == "fr-FR"
