"""What a reply means: a typed response, or why there is none."""

from typing import Any, Dict, Optional, Type

from . import _error_catalogue
from ._errors import Refused, UnreadableAnswer
from ._json_text import read_json
from ._messages import R
from ._read import read_struct, text_at, text_of
from ._retry import NEVER, SAME_REQUEST, Retry, retry_from_headers
from ._schema import Api
from ._transport import Reply

#: A gateway in between that is overloaded or restarting.
_PASSING_STATUSES = (429, 502, 503, 504)


def read_content(reply: Reply, api: Api) -> Dict[str, Any]:
    """The members below the root of the answer."""
    whole = _decode(reply.body)
    error = whole.get("error_response") if whole is not None else None
    if isinstance(error, dict):
        raise _refusal(error, reply, api)
    content = whole.get(api.root) if whole is not None else None
    if reply.status == 200 and isinstance(content, dict):
        return content
    if reply.status == 404:
        problem = "is the url the whole address of the gateway, such as https://HOST/router/rest?"
    elif reply.status != 200:
        problem = "this is no answer of the platform"
    elif whole is None:
        problem = "this is no JSON object in one piece"
    else:
        problem = f"the answer has no {api.root}"
    passes = SAME_REQUEST if reply.status in _PASSING_STATUSES else NEVER
    raise UnreadableAnswer(
        problem, status=reply.status, body=reply.body, retry=_hint(reply) or passes
    )


def read_response(reply: Reply, api: Api, response_class: Type[R]) -> R:
    content = read_content(reply, api)
    own = {field.name for field in response_class._FIELDS}
    response = read_struct(
        response_class,
        {name: value for name, value in content.items() if name != "request_id" or name in own},
    )
    code = _decline_code(api, content)
    remedy, remedy_en = api.remedies.get(code or "", (None, None))
    received = {
        "succeeded": code is None,
        "decline_code": code,
        "remedy": remedy,
        "remedy_en": remedy_en,
        "retry": NEVER if code is None else _hint(reply) or NEVER,
        "body": reply.body,
        "request_id": text_of(content.get("request_id")),
    }
    for name, value in received.items():
        # The class is frozen for its users.
        object.__setattr__(response, name, value)
    return response


def _decline_code(api: Api, content: Dict[str, Any]) -> Optional[str]:
    """None: the API did what was asked."""
    if api.outcome is None or text_at(content, api.outcome.flag) == api.outcome.success:
        return None
    return text_at(content, api.outcome.code) or ""


def _hint(reply: Reply) -> Optional[Retry]:
    headers = reply.headers
    return retry_from_headers(headers.get("x-topgate-retry"), headers.get("retry-after"))


def _decode(body: bytes) -> Optional[Dict[str, Any]]:
    try:
        decoded = read_json(body)
    except ValueError:
        return None
    return decoded if isinstance(decoded, dict) else None


def _refusal(error: Dict[str, Any], reply: Reply, api: Api) -> Refused:
    code_text = text_of(error.get("code")) or ""
    code = int(code_text) if code_text.isdecimal() and len(code_text) < 10 else 0
    sub_code = text_of(error.get("sub_code"))
    sub_msg = text_of(error.get("sub_msg"))
    remedy, remedy_en = (
        api.remedies.get(sub_code or "")
        or _error_catalogue.remedy(code, sub_code)
        or (None, None)
    )
    return Refused(
        code=code,
        msg=text_of(error.get("msg")) or "",
        sub_code=sub_code,
        sub_msg=sub_msg,
        request_id=text_of(error.get("request_id")),
        body=reply.body,
        retry=_hint(reply) or _error_catalogue.retry(code, sub_code, sub_msg),
        remedy=remedy,
        remedy_en=remedy_en,
    )
