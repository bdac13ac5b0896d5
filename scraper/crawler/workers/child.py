"""The worker's side: take a call, make it, send what came of it, until nobody calls any more.

An error of this package goes back as itself. Any other ends the process, after its words were sent: a worker that met a
bug is not trusted with the next page.
"""

import faulthandler
import gc
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, cast

from scraper.errors import ScraperError
from scraper.workers.frames import pack, read_frame, unpack

Call = tuple[Callable[..., object], tuple[object, ...]]
"""A function of a module, and what to call it with."""

ANSWER, ERROR, BROKEN = "answer", "error", "broken"
"""First part of what is sent back: the value, an error of this package, or the words of one that ends the worker."""

_BETWEEN_LOOKS = 50_000


def main(seconds: float) -> None:
    """Serve calls from standard input until it closes; a call of more than `seconds` ends the process."""
    # Who started the crawl decides when to stop, and says so by closing the pipe; a Ctrl-C reaches the whole group.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    # A page leaves no circles behind, so looking for them seldom is enough.
    gc.set_threshold(_BETWEEN_LOOKS, 20, 20)
    answers = _own_stdout()
    _confess(answers)
    with Path(os.devnull).open("wb") as nowhere:
        while (call := read_frame(sys.stdin.buffer)) is not None:
            # Where the crawler was killed nobody else would end a call that hangs.
            faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
            answers.write(_answer(call))
            answers.flush()
            faulthandler.cancel_dump_traceback_later()


def _answer(call: bytes) -> bytes:
    """Make one call and return the frame to send."""
    function, arguments = cast("Call", unpack(call))
    try:
        return pack((ANSWER, function(*arguments)))
    except ScraperError as error:
        return pack((ERROR, error))


def _own_stdout() -> BinaryIO:
    """Return standard output for frames alone; what libraries print goes to standard error."""
    own = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return own


def _confess(answers: BinaryIO) -> None:
    """Let an error that ends this process be told to the crawler instead of standard error."""

    def tell(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """Send the error's words."""
        answers.write(pack((BROKEN, f"{kind.__name__}: {error}")))
        answers.flush()

    sys.excepthook = tell
