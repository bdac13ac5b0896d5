"""A local web application over a folder of pages or fixtures: `scraper inspect --serve FOLDER`.

    folder -> items -> shelf (checks, corrections, undo) -> application (routes, guarded) -> server (loopback)

What a browser may do here is decided in `guard`, what a correction makes of an expectation in `correct`; both are pure.
"""
