"""What keeps a call from an answer. No message holds a secret, a session or a parameter."""

from typing import Optional

from ._retry import NEVER, Retry

_EXCERPT_BYTES = 200


class TopError(Exception):
    """Whatever keeps a call from an answer."""

    #: whether sending the call again can help
    retry: Retry = NEVER
    #: the call may have had its effect
    may_have_run: bool = False


class InvalidRequest(TopError, ValueError):
    """A value that cannot be sent. Nothing was sent."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field}: {problem}")
        #: dotted path
        self.field = field


class Refused(TopError):
    """`error_response`: the platform refused the call. No effect, unless it says `isp.*`."""

    def __init__(
        self,
        *,
        code: int,
        msg: str,
        sub_code: Optional[str],
        sub_msg: Optional[str],
        request_id: Optional[str],
        body: bytes,
        retry: Retry,
        remedy: Optional[str] = None,
        remedy_en: Optional[str] = None,
    ) -> None:
        parts = [f"{code} {msg}", sub_code, sub_msg, request_id and f"request_id {request_id}"]
        super().__init__(", ".join(part for part in parts if part))
        self.code = code
        self.msg = msg
        self.sub_code = sub_code
        self.sub_msg = sub_msg
        self.request_id = request_id
        self.body = body
        self.retry = retry
        self.may_have_run = sub_code is not None and sub_code.startswith("isp.")
        #: what to do about it, in Chinese; `remedy_en` in English
        self.remedy = remedy
        self.remedy_en = remedy_en


class TransportFailed(TopError):
    """No answer. `reason` is `connect`, `timeout` or `broken`."""

    def __init__(self, message: str, *, reason: str, may_have_run: bool, retry: Retry) -> None:
        super().__init__(message)
        self.reason = reason
        self.may_have_run = may_have_run
        self.retry = retry


class UnreadableAnswer(TopError):
    """Something answered that is not the platform, or not in one piece."""

    def __init__(self, problem: str, *, status: int, body: bytes, retry: Retry) -> None:
        super().__init__(f"HTTP {status}: {problem}")
        self.status = status
        self.body = body
        self.retry = retry
        self.may_have_run = True

    @property
    def excerpt(self) -> str:
        """The first bytes as a quoted text, fit for a log."""
        return ascii(self.body[:_EXCERPT_BYTES].decode("utf-8", "replace"))
