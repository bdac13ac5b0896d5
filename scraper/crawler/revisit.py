"""Temporary."""

from scraper.model.source import Recrawl


def after_visit(bounds: Recrawl, interval: float | None, news: bool, now: float):
    if not bounds.on:
        return interval or bounds.least, None
    i = min(max((interval or bounds.least) * (0.5 if news else 1.5), bounds.least), bounds.most)
    return i, now + i


def after_failure(failures: int, now: float, asked: float | None):
    return None if failures > 10 else now + max(asked or 0, 3600.0 * 2**failures)
