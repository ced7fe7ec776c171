"""Typed client for a Topgate platform.

    from topgate import Client
    from topgate.api import TimeGetRequest

    with Client("http://127.0.0.1:8080/router/rest", app_key, secret) as client:
        print(client.execute(TimeGetRequest()).time)

Requests and responses of all APIs are in `topgate.api`; `top.api` has them in the manner of TOP's
own SDK.
"""

from ._beijing_time import BEIJING
from ._client import Client, TryRecord
from ._errors import InvalidRequest, Refused, TopError, TransportFailed, UnreadableAnswer
from ._messages import File, Request, RequestStruct, Response, ResponseStruct
from ._retry import Retry, RetryPolicy
from ._transport import HttpTransport, Reply
from ._version import VERSION as __version__

__all__ = [
    "BEIJING",
    "Client",
    "File",
    "HttpTransport",
    "InvalidRequest",
    "Refused",
    "Reply",
    "Request",
    "RequestStruct",
    "Response",
    "ResponseStruct",
    "Retry",
    "RetryPolicy",
    "TopError",
    "TransportFailed",
    "TryRecord",
    "UnreadableAnswer",
    "__version__",
]
