"""What a hostile page is, and the words that stand in all of them."""

from collections.abc import Callable
from dataclasses import dataclass

STORY = "The ferry left the harbour at seven with forty passengers and a small brown dog on board."
CODA = "Nobody on the quay knew that the lighthouse keeper had locked his door and gone home early."
BEGIN = f"<!doctype html><html lang=en><head><title>The ferry</title></head><body><p>{STORY}</p>"
END = f"<p>{CODA}</p></body></html>"


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to be hostile."""

    name: str
    """Its name in tables."""
    make: Callable[[], bytes | str]
    """Makes the page; always the same one."""
    shown: tuple[str, ...] = (STORY, CODA)
    """Sentences a browser shows; the record of the page has them in its segments."""
    skips: frozenset[str] = frozenset()
    """Reasons for which the page may be skipped instead; none where a browser shows text."""

    def size(self) -> int:
        """Return the length of the page."""
        return len(self.make())


def around(middle: str) -> bytes:
    """Return a page with a sentence before the attack and one behind it."""
    return f"{BEGIN}{middle}{END}".encode()


def before(attack: str) -> bytes:
    """Return a page that ends with the attack."""
    return f"{BEGIN}{attack}".encode()


def head(attack: str) -> bytes:
    """Return a page with the attack in its head."""
    return (
        f"<!doctype html><html lang=en><head>{attack}<title>The ferry</title></head><body><p>{STORY}</p>{END}".encode()
    )
