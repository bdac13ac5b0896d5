"""What belongs to httpcore and h2: their errors, and connections as they use them."""

import asyncio
import socket
import ssl

import h2.exceptions
import httpcore
import pytest

from scraper.errors import AnswerError, CertificateError, CutError, DeadlineError, FetchError, ResolveError
from scraper.fetcher.border import translate
from scraper.fetcher.network import TRANSLATIONS, Stream
from scraper.fetcher.wire import connect


def test_no_error_of_httpcore_is_left_untranslated() -> None:
    """Every exception class of httpcore has a row of its own, and no row is for a class that is gone."""
    names = (getattr(httpcore, name) for name in httpcore.__all__)
    theirs = {thing for thing in names if isinstance(thing, type) and issubclass(thing, Exception)}
    assert {known for known in TRANSLATIONS if known.__module__.startswith("httpcore")} == theirs


def test_no_error_of_h2_is_left_untranslated() -> None:
    """Every exception class of h2 has a row, its own or its base's."""
    theirs = [
        thing for thing in vars(h2.exceptions).values() if isinstance(thing, type) and issubclass(thing, Exception)
    ]
    assert len(theirs) > 10
    assert all(issubclass(one, tuple(TRANSLATIONS)) for one in theirs)


@pytest.mark.parametrize("foreign", list(TRANSLATIONS))
def test_every_translation_is_one_line_with_address_and_advice(foreign: type[Exception]) -> None:
    """A translated error is of our tree, on one line, with address, cause and what to do."""
    error = foreign.__new__(foreign)
    error.args = ("cause",)
    vars(error).update(expected_length=9, actual_length=4)
    ours = translate(error, "http://a.example/", TRANSLATIONS)
    assert isinstance(ours, FetchError)
    assert str(ours).startswith("http://a.example/: ")
    assert "; " in str(ours)
    assert len(str(ours).splitlines()) == 1


@pytest.mark.parametrize(
    ("foreign", "ours"),
    [
        (ssl.SSLCertVerificationError(1, "expired"), CertificateError),
        (socket.gaierror(-2, "unknown"), ResolveError),
        (httpcore.ReadTimeout(), DeadlineError),
        (httpcore.RemoteProtocolError("x"), AnswerError),
        (h2.exceptions.InvalidBodyLengthError(9, 4), CutError),
    ],
)
def test_errors_that_retries_tell_apart_have_their_own_names(foreign: Exception, ours: type[FetchError]) -> None:
    """Certificates, names, lateness and cut bodies are told apart."""
    assert type(translate(foreign, "a", TRANSLATIONS)) is ours


async def _read(sent: bytes, *, body: int | None) -> list[bytes]:
    """Return what a stream gives of these bytes, up to its end."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readexactly(3)
        writer.write(sent)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        stream = Stream(await connect("127.0.0.1", server.sockets[0].getsockname()[1]))
        await stream.write(b"GET")
        if body is not None:
            stream.expect_body(body)
        pieces = []
        try:
            while not pieces or pieces[-1]:
                pieces.append(await stream.read(1, 2.0))
        finally:
            await stream.aclose()
    return pieces


def test_the_end_is_an_end_within_a_body_only() -> None:
    """The end of a connection is an error while a head is awaited, and an end afterwards."""
    assert b"".join(asyncio.run(_read(b"abc", body=10))) == b"abc"
    with pytest.raises(httpcore.ReadError, match="without an answer"):
        asyncio.run(_read(b"abc", body=None))


@pytest.mark.parametrize(("size", "body"), [(300_000, None), (1_000_000, 100_000)])
def test_far_too_much_is_refused(size: int, body: int | None) -> None:
    """A head that does not end, and far more than the body may have, is an error."""
    with pytest.raises(httpcore.RemoteProtocolError, match="far more"):
        asyncio.run(_read(bytes(size), body=body))
