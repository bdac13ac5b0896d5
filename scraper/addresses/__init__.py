"""Addresses of the web: read by one standard for vetting, fetching and telling duplicates."""
