"""Sources in, records out, round after round: what is due is fetched, cleaned, delivered and remembered.

Deciding (what is due, when next, may we, what does this answer mean) is pure code; acting is thin.
"""
