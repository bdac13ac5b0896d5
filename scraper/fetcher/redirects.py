"""The way from the address given to the page: which hop comes next, and when to stop following."""

from http import HTTPStatus

from scraper.addresses.vetting import vet
from scraper.addresses.whatwg import shown
from scraper.errors import AddressError, AnswerError

_REDIRECTS = frozenset(
    {
        HTTPStatus.MOVED_PERMANENTLY,
        HTTPStatus.FOUND,
        HTTPStatus.SEE_OTHER,
        HTTPStatus.TEMPORARY_REDIRECT,
        HTTPStatus.PERMANENT_REDIRECT,
    }
)
_PERMANENT = frozenset({HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT})


class Trail:
    """The addresses of one download, first to last; as a string, what messages call it."""

    def __init__(self, address: str, max_redirects: int) -> None:
        """Start at an address; raises AddressError where it is not one we fetch."""
        self.address = vet(address)
        self.passed: tuple[str, ...] = ()
        self.moved: str | None = None
        self._permanent = True
        self._max_redirects = max_redirects
        self._asked: set[tuple[str, str]] = set()

    def __str__(self) -> str:
        """Return the first address, and the present one where it differs."""
        if not self.passed:
            return shown(self.address.document)
        return f"{shown(self.passed[0])} (redirected to {shown(self.address.document)})"

    def depart(self, cookie: str) -> None:
        """Note that the present address is asked for with this `Cookie` header.

        Sites that set a cookie and redirect to the same address are no loop: the second question differs from
        the first. The same question twice is one, and raises AnswerError.
        """
        question = (self.address.document, cookie)
        if question in self._asked:
            raise AnswerError(f"{self}: redirects go round in circles; open the address in a browser to see why")
        self._asked.add(question)

    def note(self, status: int) -> None:
        """Note the status of a redirect, before `follow`: only permanent ones from the start say that a page moved."""
        self._permanent = self._permanent and status in _PERMANENT

    def follow(self, location: str) -> None:
        """Go on to where a `Location` header points; raises AddressError, or AnswerError after too many hops."""
        if len(self.passed) >= self._max_redirects:
            raise AnswerError(f"{self}: more than {self._max_redirects} redirects; allow more with --max-redirects")
        try:
            target = vet(location, self.address.document)
        except AddressError as error:
            raise AddressError(f"{self}: redirects to an address that is not fetched: {error}") from None
        self.passed = (*self.passed, self.address.document)
        self.address = target
        if self._permanent:
            self.moved = target.document


def is_redirect(status: int) -> bool:
    """Tell whether an answer of this status asks to go to its `Location` (RFC 9110, 15.4)."""
    return status in _REDIRECTS
