"""Everything a server can do wrong, as one table, and what a visit makes of each."""
