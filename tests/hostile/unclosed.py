"""What begins and never ends, and characters that no text holds."""

from tests.hostile.kind import BEGIN, CODA, END, STORY, Kind, around, before, head

_LONG = "word and another word; " * 200_000

UNCLOSED = (
    Kind("unclosed-comment", lambda: before("<!-- " + _LONG), (STORY,)),
    Kind("unclosed-comments-many", lambda: before("<!--" * 1_000_000), (STORY,)),
    Kind("unclosed-comment-dashes", lambda: before("<!--" + "-" * 5_000_000), (STORY,)),
    Kind("unclosed-script", lambda: before("<script>" + _LONG), (STORY,)),
    Kind("unclosed-script-comments", lambda: before("<script><!--<script>" * 200_000), (STORY,)),
    Kind("unclosed-style", lambda: before("<style>" + _LONG), (STORY,)),
    Kind("unclosed-title", lambda: f"<!doctype html><head><title>{_LONG}", (), frozenset({"no_text"})),
    Kind("unclosed-quote", lambda: before('<a href="' + _LONG), (STORY,)),
    Kind("unclosed-quotes-many", lambda: before("<a href=\"<a href='" * 300_000), (STORY,)),
    Kind("unclosed-tag", lambda: before("<div " + _LONG), (STORY,)),
    Kind("unclosed-tags-many", lambda: before("<div " * 1_000_000), (STORY,)),
    Kind("unclosed-textarea", lambda: before("<textarea>" + _LONG), (STORY,)),
    Kind("unclosed-cdata", lambda: before("<![CDATA[" * 500_000), (STORY,)),
    Kind("unclosed-cdata-svg", lambda: before("<svg><![CDATA[" + _LONG), (STORY,)),
    Kind("unclosed-doctype", lambda: before("<!DOCTYPE html [" + _LONG), (STORY,)),
    Kind(
        "unclosed-doctypes-many",
        lambda: ("<!DOCTYPE " * 500_000).encode() + BEGIN.encode() + END.encode(),
        (STORY, CODA),
    ),
    Kind("unclosed-processing", lambda: before("<?xml " * 500_000), (STORY,)),
    Kind("unclosed-plaintext", lambda: before("<plaintext>" + _LONG), (STORY,)),
    Kind("unclosed-entity", lambda: before("&" * 5_000_000), (STORY,)),
    Kind("unclosed-xmp", lambda: before("<xmp>" + "</xm" * 1_000_000), (STORY,)),
    Kind("tag-name-10mb", lambda: before("<" + "a" * 10_000_000), (STORY,)),
    Kind("attribute-name-10mb", lambda: around("<p " + "a" * 10_000_000 + f">{CODA}</p>")),
    Kind("nulls-in-text", lambda: around("<p>a\0b" * 200_000)),
    Kind("nulls-10mb", lambda: around("\0" * 10_000_000)),
    Kind("nulls-in-tags", lambda: around("<d\0iv cl\0ass=a>" * 10_000)),
    Kind("nulls-at-the-head", lambda: b"\0" * 100_000 + around(""), (STORY, CODA), frozenset({"not_html"})),
    Kind("control-characters", lambda: around("".join(map(chr, range(1, 32))) * 200_000)),
    Kind("control-characters-c1", lambda: around("".join(map(chr, range(0x80, 0xA0))) * 100_000)),
    Kind("surrogates-in-text", lambda: f"{BEGIN}{chr(0xD800) * 1_000_000}{END}"),
    Kind("surrogates-as-entities", lambda: around("&#xD800;" * 500_000)),
    Kind("surrogates-in-utf-8", lambda: around("").replace(b"<p>", b"<p>\xed\xa0\x80", 1)),
    Kind("non-characters", lambda: around("\ufffe\uffff" * 500_000)),
    Kind("direction-marks", lambda: around("\u202e\u2066\u200f" * 500_000)),
    Kind("zero-width", lambda: around("\u200b\u200c\u200d\ufeff" * 500_000)),
    Kind("private-use", lambda: around("\ue000" * 1_000_000)),
    Kind("emoji-family", lambda: around("\U0001f468\u200d\U0001f469\u200d\U0001f467" * 200_000)),
    Kind("noscript-head", lambda: head("<noscript>" + "<p>a" * 100_000 + "</noscript>")),
)
"""All kinds of the family."""
