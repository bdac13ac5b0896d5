"""Why a text got its label, and what would have changed it: `scraper explain`.

FetchResult -> case.open_case (the line's steps, kept) -> find -> trials (evidence switched off) -> account
"""
