"""Pages made to break a parser: each kind is a generator, and says which words of it a browser shows.

`kinds.KINDS` is the table of all; the other files are its families. Nothing here is taken from a page of the web.
"""
