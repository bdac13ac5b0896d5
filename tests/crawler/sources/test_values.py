"""Readers of single values."""

import pytest

from scraper.crawler.sources import values


def read(reader, value):
    """Return what a reader makes of a value, or what it complains of."""
    complaints = []
    found = reader(value, lambda words, *inside: complaints.append((words, inside)))
    assert (found is None) == bool(complaints)
    return found if found is not None else complaints


@pytest.mark.parametrize(
    ("given", "seconds"),
    [
        (5, 5.0),
        (0.5, 0.5),
        ("90s", 90.0),
        ("1h30m", 5400.0),
        ("1.5h", 5400.0),
        ("250ms", 0.25),
        (" 2d ", 172800.0),
        ("1h 5m", 3900),
    ],
)
def test_periods_have_many_forms(given, seconds):
    """A period is a number of seconds, or numbers with units in any mixture."""
    assert read(values.period(0, 10**6), given) == seconds


@pytest.mark.parametrize(
    "given", ["", "h", "1", "-1s", "1 hour", "1h,", True, None, -1, 10**7, float("inf"), [1], "٣s"]
)
def test_what_is_no_period_is_told(given):
    """A number without unit in a text, another unit, or a period out of bounds is refused with the bounds."""
    ((words, _),) = read(values.period(0, 10**6), given)
    assert words.startswith("expected seconds or a period such as '90s', '30m' or '1h30m', 0 to 1000000s, found")


@pytest.mark.parametrize(
    ("given", "size"),
    [(512, 512), ("512", 512), ("10KiB", 10240), ("10 kb", 10000), ("1.5MiB", 1572864), ("1GB", 10**9), ("7b", 7)],
)
def test_sizes_have_many_forms(given, size):
    """A size is a number of bytes, or one with a unit of a thousand or of 1024."""
    assert read(values.size(1, 1 << 40), given) == size


@pytest.mark.parametrize("given", ["", "10 XB", "-5KB", 0, True, 1.5, None])
def test_what_is_no_size_is_told(given):
    """Another unit, a fraction of a byte, or a size out of bounds is refused."""
    ((words, _),) = read(values.size(1, 100), given)
    assert words.startswith("expected bytes or a size")


def test_arrays_keep_the_number_of_what_is_wrong():
    """Each wrong value of an array is complained of by its number, and right ones are kept once."""
    reader = values.many(values.pattern)
    assert read(reader, "a") == ("a",)
    assert read(reader, ["a", "b", "a"]) == ("a", "b")
    assert [inside for _, inside in read(reader, ["a", "(", 3])] == [(1,), (2,)]


def test_addresses_are_normalised():
    """An address is kept as it will be asked for."""
    assert read(values.address, " HTTPS://Exämple.org:443/a/../b#c ") == "https://xn--exmple-cua.org/b"


@pytest.mark.parametrize(
    ("reader", "given"),
    [
        (values.contact, "https://example.org/bot"),
        (values.contact, "bot@example.org"),
        (values.host, "a-b.example.org"),
        (values.host, "127.0.0.1"),
        (values.host, "::1"),
        (values.token, "Example-Bot_x"),
        (values.cron, "*/5 * * * *"),
        (values.timezone, "Asia/Tokyo"),
        (values.language, "zh-Hant"),
        (values.header, "x/1 (+a@b)"),
        (values.name, "nachrichten_äöü.1"),
    ],
)
def test_right_values_are_kept(reader, given):
    """Values that are right are returned as they came."""
    assert read(reader, given) == given


@pytest.mark.parametrize(
    ("reader", "given"),
    [
        (values.contact, "call me"),
        (values.contact, "https://exämple.org/bot"),
        (values.host, "https://a.org"),
        (values.host, "a.org:80"),
        (values.token, "bot/1.0"),
        (values.cron, "hourly"),
        (values.cron, 5),
        (values.timezone, "../etc/passwd"),
        (values.timezone, 1),
        (values.language, "xx"),
        (values.language, ""),
        (values.header, "a\nb"),
        (values.header, "é"),
        (values.text, " "),
        (values.text, "x" * 1001),
        (values.switch, 1),
        (values.address, ["a"]),
    ],
)
def test_wrong_values_are_complained_of_once(reader, given):
    """Values that are wrong give words on what is expected."""
    assert [words[:8] for words, _ in read(reader, given)][-1:] == ["expected"]
