"""Everything this package raises on purpose.

    ScraperError                 catch this one to catch them all
    ├── UsageError               the caller asked for something that makes no sense
    ├── InputError               a file or stream could not be read at all
    ├── OutputError              a result could not be written where it was asked for
    ├── RulesError               a lexicon, site rule or weight file is malformed
    ├── FetchError               an address gave no answer that could be used
    │   ├── AddressError         the address itself is refused (scheme, credentials, host)
    │   ├── ConnectError         no connection: name, route, refusal, TLS
    │   ├── DeadlineError        the answer did not end in time
    │   └── AnswerError          the answer is too large, cut short, or goes round in circles
    ├── WorkersError             the processes that clean pages could not be started or kept
    └── MissingExtraError        an optional package is needed; the message says which to install

An exception is for what the caller has to mend. What the web did (an empty page, a PDF where a page
was promised) is data and comes back as a `Skipped` record.
"""


class ScraperError(Exception):
    """Base of every error of this package; its message is one line that says what to do."""


class UsageError(ScraperError):
    """The arguments contradict each other or name something that does not exist."""


class InputError(ScraperError):
    """An input could not be opened, unpacked or read; the message names it."""


class OutputError(ScraperError):
    """A result could not be written; the message names the place."""


class RulesError(ScraperError):
    """A data file under `rules/` (or a user's own) is malformed; the message names file and field."""


class FetchError(ScraperError):
    """An address gave no usable answer; the message names the address and the cause."""


class AddressError(FetchError):
    """The address is not one this package fetches: wrong scheme, no host, credentials inside."""


class ConnectError(FetchError):
    """No connection could be made: unknown name, refusal, reset, or a failed TLS handshake."""


class DeadlineError(FetchError):
    """The answer did not begin, go on, or end within the time allowed."""


class AnswerError(FetchError):
    """An answer came and cannot be used: too large, cut short, undecodable, or redirected in circles."""


class WorkersError(ScraperError):
    """Worker processes could not be started, or the one that keeps them ended; the message says what the system said."""


class MissingExtraError(ScraperError):
    """An optional package is not installed; the message names the extra that brings it."""
