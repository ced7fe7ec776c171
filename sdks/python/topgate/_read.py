"""From decoded JSON to documented fields.

A platform may know more than this SDK: a member without a field, and a value that is not of its
kind, end up among the unknown ones as they came.
"""

from typing import Any, Dict, List, Optional, Tuple, Type, TypeVar

from ._beijing_time import parse_moment
from ._json_text import write_json
from ._messages import ResponseStruct
from ._schema import Field
from ._write import INT64_MAX, INT64_MIN, exact_int

S = TypeVar("S", bound=ResponseStruct)


def read_struct(struct_class: Type[S], content: Dict[str, Any]) -> S:
    known, unknown = _read(struct_class._FIELDS, content)
    struct = struct_class(**known)
    # The class is frozen for its users.
    object.__setattr__(struct, "unknown_fields", unknown)
    return struct


def text_of(value: Any) -> Optional[str]:
    """A JSON value as a text: numbers with their digits, what is inside a struct as JSON."""
    return value if value is None or isinstance(value, str) else write_json(value)


def items_of(value: Any) -> Optional[List[Any]]:
    """The standard form wraps the items into an object with one member, the simplified does not."""
    if isinstance(value, dict):
        if len(value) > 1:
            return None
        inner: Any = next(iter(value.values()), [])
        return inner if isinstance(inner, list) else [inner]
    return value if isinstance(value, list) else None


def text_at(content: Any, path: Tuple[str, ...]) -> Optional[str]:
    """What stands at a path of names and places in lists."""
    found = content
    for step in path:
        if step.isdigit():
            items = items_of(found) or []
            found = items[int(step)] if int(step) < len(items) else None
        else:
            found = found.get(step) if isinstance(found, dict) else None
    return text_of(found)


def _read(
    fields: Tuple[Field, ...], content: Dict[str, Any]
) -> Tuple[Dict[str, Any], Dict[str, Any]]:
    unknown = {name: value for name, value in content.items() if value is not None}
    known = {}
    for field in fields:
        value = _value(field, content.get(field.name))
        if value is not None:
            known[field.attribute] = value
            del unknown[field.name]
    return known, unknown


def _value(field: Field, value: Any) -> Any:
    """None when the value is not there or not of the kind."""
    if value is None or field.kind == "any":
        return value
    if field.kind == "int64":
        return _int64(value)
    if field.kind == "flag":
        return {"true": True, "false": False}.get(text_of(value) or "")
    if field.kind == "moment":
        return parse_moment(value) if isinstance(value, str) else None
    if field.kind == "struct":
        if field.struct is None or not isinstance(value, dict):
            return None
        return read_struct(field.struct(), value)
    if field.kind == "list":
        return _list(field, value)
    return text_of(value)


def _int64(value: Any) -> Optional[int]:
    if isinstance(value, str):
        return exact_int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value if INT64_MIN <= value <= INT64_MAX else None
    return None


def _list(field: Field, value: Any) -> Optional[List[Any]]:
    """None too when an item does not fit, so that no item is lost."""
    items = items_of(value)
    if items is None or field.item is None:
        return None
    read = [_value(field.item, item) for item in items]
    return None if any(item is None for item in read) else read
