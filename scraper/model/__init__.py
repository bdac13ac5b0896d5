"""Frozen data that travels along the line; no behaviour beyond looking at itself.

One file a step: `page` (bytes and text), `tree` (markup), `segment` (blocks and their roles), `judgement`
(evidence), `language` (tags), `metadata` (title, authors, dates …) and `document` (the record).
"""
