"""What a page says of itself: sources side by side give candidates, one place chooses.

`describe.describe` is the door. `gather` looks once at the tree; each source file (`jsonld`, `meta`, `microdata`,
`links`, `times`, `visible`, `address`, `declared`) turns what was gathered into `Candidate`s and decides nothing;
`choose` decides, with `titles`, `names` and `dates` for what strings mean. Adding a source = its file + its row in
`describe.SOURCES` + its keys in `choose.PRIORITY`.
"""

from scraper.cleaner.metadata.description import describe
from scraper.cleaner.metadata.words import BUILT_IN, Words, gather_words

__all__ = ["BUILT_IN", "Words", "describe", "gather_words"]
