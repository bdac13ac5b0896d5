"""Lists of addresses."""

from scraper.crawler.discover.addresses import MOST_LINES, read_addresses


def hrefs(body: bytes) -> list[str]:
    """Return the addresses of a list."""
    return [link.href for link in read_addresses(body).links]


def test_every_line_is_an_address():
    """Blanks, comments, empty lines and all ends of lines are seen through, and fragments are no comments."""
    body = b"\xef\xbb\xbf# ours\r\nhttps://h.org/1\r\n\n  https://h.org/2#part  # why\n#https://h.org/3\n\thttps://h.org/4\xff"
    assert hrefs(body) == ["https://h.org/1", "https://h.org/2#part", "https://h.org/4\ufffd"]


def test_lines_are_bounded():
    """Beyond a million lines nothing is read, and that is told."""
    offers = read_addresses(b"#\n" * MOST_LINES + b"https://h.org/late\n")
    assert offers.links == ()
    assert "more than 1000000 lines" in offers.findings[0]


def test_an_empty_list_is_no_fault():
    """A list without addresses offers nothing."""
    assert read_addresses(b"") == read_addresses(b"# nothing yet\n")
