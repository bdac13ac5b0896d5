"""By what a text is known that may stand on many pages of a host."""

from hashlib import blake2b


def text_hash(text: str) -> int:
    """Return 64 bits that are the same for the same words, however they are spaced."""
    words = " ".join(text.split()).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(words, digest_size=8).digest(), "big")
