"""Everything this package raises on purpose.

    ScraperError                 catch this one to catch them all
    ├── UsageError               the caller asked for something that makes no sense
    ├── InputError               a file or stream could not be read at all
    ├── OutputError              a result could not be written where it was asked for
    │   └── DiskFullError        there is no room left, or a quota or size limit is reached
    ├── StateError               the memory of a crawl is damaged, missing, or newer than this program
    │   └── LockedError          another crawl is using that memory or that folder
    ├── SourcesError             a sources file of a crawl has faults; all of them are named
    ├── RulesError               a lexicon, site rule or weight file is malformed
    ├── FetchError               an address gave no answer that could be used
    │   ├── AddressError         the address itself is refused (scheme, credentials, host)
    │   ├── ConnectError         no connection: name, route, refusal, TLS
    │   ├── DeadlineError        the answer did not end in time
    │   ├── AnswerError          the answer is too large, cut short, or goes round in circles
    │   └── RefusedError         a crawl may not ask for it: robots.txt, or what its own sources file says
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


class SourcesError(ScraperError):
    """A sources file is malformed; the message has one line a fault, each naming file, line and field."""


class DiskFullError(OutputError):
    """No room for a result: disk full, quota or size limit reached; what was delivered before is whole."""


class StateError(ScraperError):
    """The state file of a crawl cannot be used; the message names it and says what to do."""


class LockedError(StateError):
    """Another crawl holds the state file or the folder of output; the message says which process."""


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


class RefusedError(FetchError):
    """An address a crawl may not ask for; the message names the rule."""


class MissingExtraError(ScraperError):
    """An optional package is not installed; the message names the extra that brings it."""
