"""What is no web page."""

import pytest

from scraper.cleaner.sniff import blank, controls, data_format, signature


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"%PDF-1.7\n", "looks like a PDF (starts with %PDF-)"),
        (b"\n%PDF-1.7\n", "looks like a PDF (starts with %PDF-)"),
        (b"\xff\xd8\xff\xe0", "looks like a JPEG picture (starts with ff d8 ff)"),
        (b"GIF89a;", "looks like a GIF picture (starts with GIF89a)"),
        (b"PK\3\4", "looks like a ZIP archive or an office document (starts with 50 4b 03 04)"),
        (b"\x1f\x8b\x08", "looks like gzip data (starts with 1f 8b)"),
        (b"\x7fELF", "looks like an ELF program (starts with 7f 45 4c 46)"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "looks like a WebP picture (WEBP at byte 8)"),
        (b"\0\0\0\x20ftypavif", "looks like an MP4 film or an AVIF or HEIC picture (ftyp at byte 4)"),
        (b"ID3 tags of music files", None),
        (b"<html>", None),
        (b"", None),
    ],
)
def test_formats_are_known_by_their_first_bytes(data: bytes, named: str | None):
    """Formats are named by the signature at their start, and text that begins with the same letters is let pass."""
    assert signature(data) == named


def test_binary_data_is_known_by_its_control_bytes():
    """Bytes full of control codes are binary, a few strays in text are not."""
    assert controls(bytes(range(256)) * 4) == "looks like binary data (104 control bytes in the first 1024)"
    assert controls(b"<p>a stray \x01 and \x02</p>") is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('{"a": [1]}', "looks like JSON"),
        ("\ufeff [1, 2]\n", "looks like JSON"),
        ("[see below] plain words", None),
        ("[" * 200_000, None),
        ('<?xml version="1.0"?><!-- x --><rss version="2.0">', "looks like an RSS feed (root element <rss>)"),
        ("<?xml version='1.0'?>\n<feed xmlns='a'>", "looks like an Atom feed (root element <feed>)"),
        ("<rdf:RDF>", "looks like an RDF feed (root element <rdf:rdf>)"),
        ("<?xml version='1.0'?><urlset>", "looks like a sitemap (root element <urlset>)"),
        ("<?xml version='1.0'?><!DOCTYPE html><html>", None),
        ("<!doctype html><p><rss>", None),
        ("plain <rss>", None),
        ("", None),
    ],
)
def test_data_formats_are_known_by_their_structure(text: str, named: str | None):
    """JSON, feeds and sitemaps are named, while XHTML, plain text and broken data are let pass."""
    assert data_format(text) == named


@pytest.mark.parametrize("nothing", [b"", b" \n\0", "", "\ufeff \u3000\0\n"])
def test_white_space_is_nothing(nothing: bytes | str):
    """White space and NUL characters alone are nothing."""
    assert blank(nothing)
    assert not blank("x")
