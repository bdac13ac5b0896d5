"""Pages made to break a parser: each kind is a generator, the reason a reader has for it, and the words a browser shows.

`kinds.KINDS` is the table of all; the other files are its families. Nothing here is taken from a page of the web.
"""
