"""Tests of scraper/cleaner/metadata, one module a source module."""
