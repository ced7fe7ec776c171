"""HTTP with connections that are kept from call to call."""

import http.client
import socket
import ssl
import threading
from dataclasses import dataclass
from typing import Any, Dict, List, Mapping, Optional, Tuple
from urllib.parse import SplitResult, urlsplit

from ._errors import InvalidRequest, TransportFailed, UnreadableAnswer
from ._retry import NEVER, SAME_REQUEST
from ._timed_socket import TimedSocket
from ._version import VERSION

CONNECT_TIMEOUT_S = 3.0
BODY_BYTES_MAX = 8 * 1024 * 1024
_IDLE_MAX = 8
_CHUNK_BYTES = 64 * 1024

_Origin = Tuple[str, str]


@dataclass(frozen=True)
class Reply:
    """What came back over HTTP."""

    status: int
    #: by their name in lower case
    headers: Mapping[str, str]
    body: bytes


class HttpTransport:
    """Sends forms. May be used by several threads at once.

    Put something else with a method `post` here to try a program without a platform.
    """

    def __init__(
        self,
        *,
        connect_timeout_s: float = CONNECT_TIMEOUT_S,
        body_bytes_max: int = BODY_BYTES_MAX,
        ssl_context: Optional[ssl.SSLContext] = None,
    ) -> None:
        self._connect_timeout_s = connect_timeout_s
        self._body_bytes_max = body_bytes_max
        self._ssl_context = ssl_context
        self._idle: Dict[_Origin, List[http.client.HTTPConnection]] = {}
        self._lock = threading.Lock()

    def post(self, url: str, content_type: str, body: bytes, read_timeout_s: float) -> Reply:
        """`read_timeout_s` bounds everything after the connection stands."""
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
            raise InvalidRequest("url", "give an http or https address")
        origin = (parts.scheme, parts.netloc)
        connection = self._take(origin) or self._connect(parts)
        try:
            reply = self._exchange(connection, parts, content_type, body, read_timeout_s)
        except BaseException:
            connection.close()
            raise
        if connection.sock is not None:
            self._give_back(origin, connection)
        return reply

    def close(self) -> None:
        with self._lock:
            idle, self._idle = self._idle, {}
        for connection in [one for several in idle.values() for one in several]:
            connection.close()

    def _connect(self, parts: SplitResult) -> http.client.HTTPConnection:
        host = parts.hostname or ""
        try:
            connection = self._new_connection(parts, host)
            connection.connect()
        except (OSError, ValueError) as error:
            # A certificate that is wrong now is wrong in a second, too.
            retry = NEVER if isinstance(error, ssl.SSLCertVerificationError) else SAME_REQUEST
            raise TransportFailed(
                f"{host}: no connection ({type(error).__name__})",
                reason="connect",
                may_have_run=False,
                retry=retry,
            ) from error
        timed: Any = TimedSocket(connection.sock)
        connection.sock = timed
        return connection

    def _new_connection(self, parts: SplitResult, host: str) -> http.client.HTTPConnection:
        if parts.scheme == "http":
            return http.client.HTTPConnection(host, parts.port, timeout=self._connect_timeout_s)
        if self._ssl_context is None:
            self._ssl_context = ssl.create_default_context()
        return http.client.HTTPSConnection(
            host, parts.port, timeout=self._connect_timeout_s, context=self._ssl_context
        )

    def _exchange(
        self,
        connection: http.client.HTTPConnection,
        parts: SplitResult,
        content_type: str,
        body: bytes,
        read_timeout_s: float,
    ) -> Reply:
        sock: Any = connection.sock
        sock.start(read_timeout_s)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {
            "Content-Type": content_type,
            "Accept": "application/json",
            "User-Agent": f"topgate-sdk-python/{VERSION}",
        }
        try:
            connection.request("POST", target, body, headers)
            response = connection.getresponse()
            received = {name.lower(): value for name, value in response.getheaders()}
            return Reply(response.status, received, self._read_body(response))
        except socket.timeout as error:
            raise self._failure(parts, "timeout", "no answer in time") from error
        except (http.client.HTTPException, OSError) as error:
            what = f"the connection broke off ({type(error).__name__})"
            raise self._failure(parts, "broken", what) from error

    def _read_body(self, response: http.client.HTTPResponse) -> bytes:
        body = bytearray()
        while True:
            chunk = response.read(_CHUNK_BYTES)
            body += chunk
            if len(body) > self._body_bytes_max:
                problem = f"the answer has more than {self._body_bytes_max} bytes"
                raise UnreadableAnswer(problem, status=response.status, body=b"", retry=NEVER)
            if not chunk:
                break
        # Asked for pieces, http.client takes an early end for the end.
        if response.length:
            raise http.client.IncompleteRead(bytes(body), response.length)
        return bytes(body)

    def _failure(self, parts: SplitResult, reason: str, what: str) -> TransportFailed:
        message = f"{parts.hostname}: {what}"
        return TransportFailed(message, reason=reason, may_have_run=True, retry=SAME_REQUEST)

    def _take(self, origin: _Origin) -> Optional[http.client.HTTPConnection]:
        while True:
            with self._lock:
                idle = self._idle.get(origin)
                connection = idle.pop() if idle else None
            if connection is None:
                return None
            sock: Any = connection.sock
            if sock.is_idle():
                return connection
            connection.close()

    def _give_back(self, origin: _Origin, connection: http.client.HTTPConnection) -> None:
        with self._lock:
            idle = self._idle.setdefault(origin, [])
            if len(idle) < _IDLE_MAX:
                idle.append(connection)
                return
        connection.close()
