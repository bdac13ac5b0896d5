"""Two runs over the same pages, compared: `scraper diff`.

OLD.jsonl -> rows.Index (offsets)   NEW.jsonl, row by row -> change.compare -> account.Account -> lines, JSON
"""
