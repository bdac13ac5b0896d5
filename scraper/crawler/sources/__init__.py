"""The sources file of a crawl: read, checked with every fault named at its line, and asked what holds where."""

from scraper.crawler.sources.hosts import limits_for, politeness_for
from scraper.crawler.sources.patterns import wanted
from scraper.crawler.sources.read import read_sources

__all__ = ["limits_for", "politeness_for", "read_sources", "wanted"]
