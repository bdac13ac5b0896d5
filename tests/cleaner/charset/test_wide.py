"""UTF-16 and UTF-32."""

import pytest

from scraper.cleaner.charset.wide import is_wide, mark, unmarked


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", ["<p>plain words", "<p>你好，世界！这是一个网页。", "<p>नमस्ते दुनिया"])
def test_wide_text_is_known(text: str, codec: str):
    """Wide text is known by how it reads, in both byte orders."""
    assert (unmarked(text.encode(codec)) or "").replace("-", "") == codec.replace("-", "")


@pytest.mark.parametrize("data", [b"", b"<p>plain", b"\0" * 100, b"<p>a\0b</p> plain words", bytes(range(256)) * 9])
def test_other_bytes_are_not_wide(data: bytes):
    """Plain text, text with a stray zero byte and binary data are not wide."""
    assert not is_wide(data)


def test_marks_are_told_apart():
    """The mark of UTF-32 is not taken for that of UTF-16, with which it begins."""
    assert mark(b"\xff\xfe\0\0") == ("utf-32le", 4)
    assert mark(b"\xff\xfea\0") == ("utf-16le", 2)
    assert mark(b"a") is None
