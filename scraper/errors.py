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
    │   │   └── GuardError       it leads into a network that is not asked: this machine, private addresses
    │   ├── ConnectError         no connection: route, refusal, reset, TLS
    │   │   ├── ResolveError     the host name has no IP address, or nobody could say
    │   │   └── CertificateError the server cannot prove to be the one asked for
    │   ├── DeadlineError        the answer did not end in time
    │   ├── AnswerError          the answer is too large, not HTTP, or goes round in circles
    │   │   └── CutError         the answer broke off before its end
    │   └── RefusedError         a crawl may not ask for it: robots.txt, or what its own sources file says
    ├── WorkersError             the processes that clean pages could not be started or kept
    │   └── ClusterError         a cluster cannot be reached, or its machines cannot do the work
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


class GuardError(AddressError):
    """The address leads to this machine or a private network, and nobody allowed that."""


class ConnectError(FetchError):
    """No connection could be made, or it broke before an answer: route, refusal, reset, a failed TLS handshake."""


class ResolveError(ConnectError):
    """The host name could not be turned into an IP address."""


class CertificateError(ConnectError):
    """The server's certificate is not trusted, not valid now, or for another host; it is never asked without one."""


class DeadlineError(FetchError):
    """The answer did not begin, go on, or end within the time allowed."""


class AnswerError(FetchError):
    """An answer came and cannot be used: too large, not HTTP, undecodable, or redirected in circles."""


class CutError(AnswerError):
    """An answer began and broke off: its length, a chunk, or the end of its compression is missing."""


class RefusedError(FetchError):
    """An address a crawl may not ask for; the message names the rule."""


class WorkersError(ScraperError):
    """Worker processes could not be started, or the one that keeps them ended; the message says which."""


class ClusterError(WorkersError):
    """A cluster cannot be reached, has other versions installed, or broke off; the message says which."""


class MissingExtraError(ScraperError):
    """An optional package is not installed; the message names the extra that brings it."""
