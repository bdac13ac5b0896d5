"""Forks a crawl each time it is told to, with everything imported and read beforehand; ends when its input closes.

It hears `start`, `poll` and `wait` and answers with a process id, `running` or an exit code. A fork is a process like
any other to the kernel: it has its own files, its own lock, and is killed alone.
"""

import os
import sys

import scraper
import scraper.crawler.round
from scraper import cli


def _start(arguments: list[str]) -> int:
    pid = os.fork()
    if pid:
        return pid
    # What the crawl prints must not be taken for an answer of the nursery.
    os.dup2(2, 1)
    os.close(0)
    code = 70
    try:
        code = cli.main(arguments)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _status(pid: int, options: int) -> str:
    found, status = os.waitpid(pid, options)
    return str(os.waitstatus_to_exitcode(status)) if found else "running"


def main(arguments: list[str]) -> None:
    """Serve until standard input closes."""
    scraper.clean("<p>One sentence, so that weights, rules and languages are read before the first fork.</p>")
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    pid = 0
    for word in sys.stdin:
        if word == "start\n":
            pid = _start(arguments)
            said = str(pid)
        else:
            said = _status(pid, os.WNOHANG if word == "poll\n" else 0)
        sys.stdout.write(f"{said}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
