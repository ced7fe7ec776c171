"""The client."""

import time
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any, Callable, Dict, Mapping, Optional, Type, Union

from ._answers import read_response
from ._beijing_time import format_moment
from ._errors import Refused, TopError
from ._form import encode_form
from ._messages import R, Request, Response
from ._retry import NEVER, Retry, RetryPolicy
from ._schema import Api
from ._signing import SIGN_METHODS, sign
from ._transport import HttpTransport
from ._write import Parameter, request_parameters

READ_TIMEOUT_S = 10.0
# What the network may take on top of what the platform may take.
_NETWORK_S = 2.0


@dataclass(frozen=True)
class TryRecord:
    """One try of a call, for a log. Without parameters, answer, session and secret."""

    method: str
    number: int
    duration_s: float
    #: `success`, `declined`, or the name of an exception
    outcome: str
    #: of the refusal with its `sub_code`, or the one in the answer
    code: Optional[str]
    request_id: Optional[str]
    #: until the next try; None: this was the last one
    pause_s: Optional[float]


class Client:
    """Calls APIs. Its connections are kept, so make one client and use it for all calls.

    Several threads may use it at once.
    """

    def __init__(
        self,
        url: str,
        app_key: str,
        secret: str,
        *,
        sign_method: str = "hmac-sha256",
        read_timeout_s: Optional[float] = None,
        retry: RetryPolicy = RetryPolicy(),
        on_try: Optional[Callable[[TryRecord], None]] = None,
        transport: Optional[HttpTransport] = None,
    ) -> None:
        """`read_timeout_s` is for an answer; None: 10 s, or longer where an API may take it.

        `on_try` is told of every try.
        """
        if sign_method not in SIGN_METHODS:
            raise ValueError("sign_method is one of " + ", ".join(SIGN_METHODS))
        self.url = url
        self.app_key = app_key
        self._secret = secret
        self._sign_method = sign_method
        self._read_timeout_s = read_timeout_s
        self._retry = retry
        self._on_try = on_try
        self._transport = transport or HttpTransport()

    def execute(self, request: "Request[R]", session: Optional[str] = None) -> R:
        """Sends the request, and again where that is safe and can help.

        Returns also when the API declines: look at `succeeded`. Raises TopError when the platform
        refuses, does not answer, or not in a readable form.
        """
        return self.execute_parameters(type(request), request_parameters(request), session)

    def execute_parameters(
        self,
        request_class: "Type[Request[R]]",
        parameters: Mapping[str, Parameter],
        session: Optional[str] = None,
    ) -> R:
        """The same with parameters as they travel."""
        content_type, body = encode_form(self._signed(request_class._API, parameters, session))
        waited_s = 0.0
        number = 1
        while True:
            start_s = time.monotonic()
            result = self._try(request_class, content_type, body)
            retry = _safe_retry(request_class._API, result)
            pause_s = self._retry.next_pause_s(retry, number, waited_s)
            if self._on_try is not None:
                duration_s = time.monotonic() - start_s
                self._on_try(_record(request_class._API, number, duration_s, result, pause_s))
            if pause_s is None:
                if isinstance(result, TopError):
                    raise result
                return result
            time.sleep(pause_s)
            waited_s += pause_s
            number += 1

    def close(self) -> None:
        self._transport.close()

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_error: Any) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Client({self.url!r}, {self.app_key!r})"

    def _try(
        self, request_class: "Type[Request[R]]", content_type: str, body: bytes
    ) -> Union[R, TopError]:
        api = request_class._API
        usual_s = max(READ_TIMEOUT_S, (api.deadline_s or 0) + _NETWORK_S)
        read_timeout_s = usual_s if self._read_timeout_s is None else self._read_timeout_s
        try:
            reply = self._transport.post(self.url, content_type, body, read_timeout_s)
            return read_response(reply, api, request_class.response_class())
        except TopError as error:
            return error

    def _signed(
        self, api: Api, parameters: Mapping[str, Parameter], session: Optional[str]
    ) -> Dict[str, Parameter]:
        form: Dict[str, Parameter] = {
            **parameters,
            "method": api.method,
            "app_key": self.app_key,
            "timestamp": format_moment(datetime.now(timezone.utc)),
            "format": "json",
            "v": "2.0",
            "sign_method": self._sign_method,
        }
        if session is not None:
            form["session"] = session
        texts = {name: value for name, value in form.items() if isinstance(value, str)}
        form["sign"] = sign(texts, self._secret, self._sign_method)
        return form


def _safe_retry(api: Api, result: Union[Response, TopError]) -> Retry:
    """What may be done without asking anybody: not what might become a second effect."""
    if isinstance(result, Response):
        return result.retry
    is_safe = api.is_repeatable or not result.may_have_run or result.retry.is_advised
    return result.retry if is_safe else NEVER


def _record(
    api: Api,
    number: int,
    duration_s: float,
    result: Union[Response, TopError],
    pause_s: Optional[float],
) -> TryRecord:
    code = None
    request_id = None
    outcome = type(result).__name__
    if isinstance(result, Response):
        outcome = "success" if result.succeeded else "declined"
        code, request_id = result.decline_code, result.request_id
    elif isinstance(result, Refused):
        code, request_id = f"{result.code} {result.sub_code or ''}".strip(), result.request_id
    return TryRecord(api.method, number, duration_s, outcome, code, request_id, pause_s)
