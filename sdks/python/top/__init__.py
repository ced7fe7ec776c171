"""The names and manners of TOP's own Python SDK, on top of `topgate`."""

from typing import Dict

from topgate import Client


class appinfo:
    """An application. It keeps the connections of its requests."""

    def __init__(self, appkey: str, secret: str) -> None:
        self.appkey = appkey
        self._secret = secret
        self._clients: Dict[str, Client] = {}

    def client(self, url: str) -> Client:
        if url not in self._clients:
            self._clients[url] = Client(url, self.appkey, self._secret)
        return self._clients[url]


from . import api  # noqa: E402  TOP's programs import top.api and use top.appinfo

__all__ = ["api", "appinfo"]
