"""Data, no code: lexicons, site rules, weights, the record's schema; `rulebook` reads and checks them."""
