"""A socket whose reader has a deadline for everything together."""

import io
import select
import socket
import time
from typing import Any


class TimedSocket:
    """Stands in a connection of `http.client` for its socket.

    A time-out of Python's sockets begins anew with every byte, so that an answer which drips would
    never end.
    """

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._deadline = 0.0

    def start(self, timeout_s: float) -> None:
        """What follows may take this long, all together."""
        self._deadline = time.monotonic() + timeout_s
        self._sock.settimeout(timeout_s)

    def set_time_left(self) -> None:
        left_s = self._deadline - time.monotonic()
        if left_s <= 0:
            raise socket.timeout("the answer took too long")
        self._sock.settimeout(left_s)

    def is_idle(self) -> bool:
        """Nothing has come: a connection that was closed meanwhile has an end to read."""
        if hasattr(select, "poll"):
            poll = select.poll()
            poll.register(self._sock, select.POLLIN)
            return not poll.poll(0)
        return not select.select([self._sock], [], [], 0)[0]

    def sendall(self, data: Any) -> None:
        self._sock.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_TimedReader(self, self._sock.makefile("rb", buffering=0)))

    def close(self) -> None:
        self._sock.close()


class _TimedReader(io.RawIOBase):
    def __init__(self, sock: TimedSocket, raw: Any) -> None:
        self._timed = sock
        self._raw = raw

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> Any:
        self._timed.set_time_left()
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()
