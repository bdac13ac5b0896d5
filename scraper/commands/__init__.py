"""What `scraper` can be told to do, one file a command: NAME, HELP, `add_arguments(parser)`, `run(args) -> exit code`.

Importing a command is cheap; what it needs to work is imported inside `run`, so that `--help` answers at once.
"""
