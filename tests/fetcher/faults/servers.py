"""The servers that faults need: one for each, on the loopback interface."""

import datetime
import socket
import ssl
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress

import trustme
from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import RequestReceived
from h2.exceptions import H2Error

from tests.fetcher.faults.fault import HOST, Fault
from tests.fetcher.loopback import RESET, Loopback, Step, answer

Certificates = Mapping[str, ssl.SSLContext]


class Http2(Loopback):
    """A server of HTTP/2 whose script is a function of connection, stream, and what sends bytes past them."""

    def _serve(self, accepted: socket.socket) -> None:
        with suppress(OSError, H2Error), self._secure(accepted) as connection:
            config = H2Configuration(
                client_side=False,
                validate_outbound_headers=False,
                normalize_outbound_headers=False,
                header_encoding="utf-8",
            )
            state = H2Connection(config)
            state.initiate_connection()
            connection.sendall(state.data_to_send())
            while not self._stop.is_set() and (data := connection.recv(65536)):
                for event in state.receive_data(data):
                    if isinstance(event, RequestReceived):
                        self.heads.append(str(event.headers))
                        self.scripts["/"](state, event.stream_id, connection.sendall)  # type: ignore[operator]
                connection.sendall(state.data_to_send())


class Rude(Loopback):
    """A server that does one thing to every connection and reads nothing: a list of steps, then the end."""

    def __init__(self, steps: tuple[Step, ...]) -> None:
        super().__init__()
        self._rude = steps

    def _serve(self, accepted: socket.socket) -> None:
        with suppress(OSError), accepted:
            for step in self._rude:
                self._perform(accepted, step)


class Full(Loopback):
    """A server whose queue is full: it accepts nobody, and the system takes no further connection."""

    def __enter__(self) -> "Full":
        """Fill the queue."""
        self._listener.listen(0)
        self._crowd = [socket.socket() for _ in range(4)]
        for one in self._crowd:
            one.settimeout(0)
            one.connect_ex(("127.0.0.1", self.port))
        return self

    def __exit__(self, *_: object) -> None:
        """Let everybody go."""
        for one in self._crowd:
            one.close()
        self._listener.close()


class Refused(Loopback):
    """A port nobody listens on."""

    def __enter__(self) -> "Refused":
        """Listen no more."""
        self._listener.close()
        return self


def certificates() -> tuple[trustme.CA, Certificates]:
    """Return the authority to trust, and what each kind of server shows."""
    trusted, stranger = trustme.CA(), trustme.CA()
    now = datetime.datetime.now(datetime.UTC)
    day = datetime.timedelta(days=1)
    leaves = {
        "tls": trusted.issue_cert(HOST),
        "h2": trusted.issue_cert(HOST),
        "tls old": trusted.issue_cert(HOST),
        "tls unknown": stranger.issue_cert(HOST),
        "tls other": trusted.issue_cert("elsewhere.example"),
        "tls expired": trusted.issue_cert(HOST, not_after=now - day),
        "tls early": trusted.issue_cert(HOST, not_before=now + day, not_after=now + 2 * day),
    }
    contexts = {kind: ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER) for kind in [*leaves, "tls self-signed"]}
    for kind, leaf in leaves.items():
        leaf.configure_cert(contexts[kind])
    # An authority that shows its own certificate: signed by nobody but itself.
    with stranger.private_key_pem.tempfile() as key, stranger.cert_pem.tempfile() as certificate:
        contexts["tls self-signed"].load_cert_chain(certificate, key)
    contexts["h2"].set_alpn_protocols(["h2"])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        contexts["tls old"].minimum_version = ssl.TLSVersion.TLSv1
        contexts["tls old"].maximum_version = ssl.TLSVersion.TLSv1_1
    return trusted, contexts


RUDE: Mapping[str, tuple[Step, ...]] = {
    "reset": (RESET,),
    "closed": (),
    "silent": (9.0,),
    "banner": (answer(b"<p>plain"), 0.2),
}
"""What is done to connections, before anything is read."""

OTHERS: Mapping[str, Callable[[], Loopback]] = {"full": Full, "refused": Refused}


@contextmanager
def serve(fault: Fault, contexts: Certificates) -> Iterator[Loopback]:
    """Serve a fault."""
    with _server(fault, contexts) as server:
        for path in ("/", "/b", *(f"/{place}" for place in range(1, 13))):
            server.scripts[path] = fault.script  # type: ignore[assignment]
        yield server


def _server(fault: Fault, contexts: Certificates) -> Loopback:
    if fault.kind in RUDE:
        return Rude(RUDE[fault.kind])
    if fault.kind in OTHERS:
        return OTHERS[fault.kind]()
    if fault.kind == "h2":
        return Http2(contexts["h2"])
    return Loopback(contexts.get(fault.kind))
