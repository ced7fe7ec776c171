"""From the values of a request to what travels."""

import re
from datetime import datetime
from decimal import Decimal
from typing import Any, Dict, List, Union

from ._beijing_time import format_moment
from ._errors import InvalidRequest
from ._json_text import write_json
from ._messages import File, Request, RequestStruct
from ._schema import Field

Parameter = Union[str, File]

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,18})", re.ASCII)
INT64_MIN = -(2**63)
INT64_MAX = 2**63 - 1


def request_parameters(request: "Request[Any]") -> Dict[str, Parameter]:
    """Everything that is set, as it travels."""
    parameters = {}
    for field in request._FIELDS:
        value = getattr(request, field.attribute)
        if value is not None:
            parameters[field.name] = parameter(field, value)
    return parameters


def parameter(field: Field, value: Any) -> Parameter:
    is_json = field.kind in ("struct", "list", "any")
    # Also structs and lists may come as the text that travels, as TOP's samples write them.
    if isinstance(value, File) or (is_json and isinstance(value, str)):
        return value
    plain = _member(field, value, field.name)
    if field.item is not None and field.item.kind != "struct":
        return ",".join(map(_plain_text, plain))
    if not is_json:
        return _plain_text(plain)
    try:
        return write_json(plain)
    except (TypeError, ValueError) as error:
        raise InvalidRequest(field.name, "it must be JSON") from error


def exact_int(text: str) -> Union[int, None]:
    """None for everything but the digits of a 64-bit integer."""
    if _INTEGER.fullmatch(text) is None:
        return None
    number = int(text)
    return number if INT64_MIN <= number <= INT64_MAX else None


def _plain_text(plain: Any) -> str:
    if isinstance(plain, bool):
        return "true" if plain else "false"
    return str(plain)


def _member(field: Field, value: Any, path: str) -> Any:
    if field.kind == "int64":
        return _int64(value, path)
    if field.kind == "flag":
        return _flag(value, path)
    if field.kind == "moment" and isinstance(value, datetime):
        return format_moment(value)
    if field.kind == "struct":
        return _struct(value, path)
    if field.kind == "list":
        return _items(field, value, path)
    if field.kind == "any":
        return value
    if field.kind == "file":
        raise InvalidRequest(path, "give a topgate.File")
    if isinstance(value, (str, int, Decimal)) and not isinstance(value, bool):
        return str(value)
    raise InvalidRequest(path, "give a str")


def _int64(value: Any, path: str) -> int:
    number = exact_int(value) if isinstance(value, str) else value
    # A bool is an int in Python; a float would lose the last digits of an id without a word.
    if isinstance(number, int) and not isinstance(number, bool):
        if INT64_MIN <= number <= INT64_MAX:
            return number
    raise InvalidRequest(path, "give a whole number of at most 64 bits")


def _flag(value: Any, path: str) -> bool:
    if value is True or value == "true":
        return True
    if value is False or value == "false":
        return False
    raise InvalidRequest(path, "give True or False")


def _struct(value: Any, path: str) -> Dict[str, Any]:
    if isinstance(value, dict):
        return value
    if not isinstance(value, RequestStruct):
        raise InvalidRequest(path, "give an object of its class, or a dict")
    members = {}
    for field in value._FIELDS:
        held = getattr(value, field.attribute)
        if held is not None:
            members[field.name] = _member(field, held, f"{path}.{field.name}")
    return members


def _items(field: Field, value: Any, path: str) -> List[Any]:
    if not isinstance(value, (list, tuple)) or field.item is None:
        raise InvalidRequest(path, "give a list")
    return [_member(field.item, item, f"{path}[{at}]") for at, item in enumerate(value)]
