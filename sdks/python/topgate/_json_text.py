"""JSON in which no digit is lost."""

import json
from decimal import Decimal
from typing import Any

# Integers are exact in Python. What has more digits than any sensible number is refused.
_NUMBER_CHARS_MAX = 1000
_DEPTH_MAX = 128


class JsonNumber(Decimal):
    """A number with a fraction or an exponent, printed as it came."""

    text: str

    def __new__(cls, text: str) -> "JsonNumber":
        number = super().__new__(cls, text)
        number.text = text
        return number

    def __str__(self) -> str:
        return self.text


def read_json(text: bytes) -> Any:
    """Raises ValueError for what is no JSON in UTF-8."""
    decoded = text.decode("utf-8")
    if decoded.startswith("\ufeff"):
        raise ValueError("a byte order mark")
    try:
        value = json.loads(
            decoded, parse_int=_integer, parse_float=JsonNumber, parse_constant=_refuse
        )
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    _check_depth(value)
    return value


def write_json(value: Any) -> str:
    """Compact, and numbers as they are. Raises TypeError or ValueError for what is no JSON."""
    if isinstance(value, JsonNumber):
        return value.text
    if isinstance(value, dict):
        members = (json.dumps(str(k), ensure_ascii=False) + ":" + write_json(v)
                   for k, v in value.items())
        return "{" + ",".join(members) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(map(write_json, value)) + "]"
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _integer(text: str) -> int:
    if len(text) > _NUMBER_CHARS_MAX:
        raise ValueError("a number with too many digits")
    return int(text)


def _refuse(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


def _check_depth(value: Any) -> None:
    """Later steps are recursive, and the reader of Python goes as deep as its stack."""
    level = [value]
    for _ in range(_DEPTH_MAX):
        level = [item for held in level for item in _inside(held)]
        if not level:
            return
    raise ValueError("nested too deeply")


def _inside(value: Any) -> Any:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
