"""What the client has to know of an API and its fields."""

from dataclasses import dataclass, field
from typing import Any, Callable, Mapping, Optional, Tuple, Type

#: The kinds: text, int64, decimal, moment, flag, file, struct, list, any.
KINDS = ("text", "int64", "decimal", "moment", "flag", "file", "struct", "list", "any")


@dataclass(frozen=True)
class Field:
    """One documented field: its kind, its name on the wire, and the attribute that holds it."""

    kind: str
    name: str
    attribute: str
    #: Gives the class of a struct; late, because it may stand further down.
    struct: Optional[Callable[[], Type[Any]]] = None
    item: Optional["Field"] = None


@dataclass(frozen=True)
class Outcome:
    """Where the answers of an API say whether it did what was asked."""

    #: steps into the answer; digits are a place in a list
    flag: Tuple[str, ...]
    #: the text of the flag that means success
    success: str
    #: steps to the code with which the API declines
    code: Tuple[str, ...]


@dataclass(frozen=True)
class Api:
    """What the client has to know of an API."""

    method: str
    #: the only member of an answer that is no refusal
    root: str
    #: the very same request, sent twice, takes effect once
    is_repeatable: bool = False
    #: how long the platform may take; None: not known
    deadline_s: Optional[float] = None
    outcome: Optional[Outcome] = None
    #: in Chinese and English, by the code with which an answer declines or by `sub_code`
    remedies: Mapping[str, Tuple[str, str]] = field(default_factory=dict)


def scalar(kind: str, name: str, attribute: Optional[str] = None) -> Field:
    return Field(kind, name, attribute or name)


def struct(
    name: str, struct_class: Callable[[], Type[Any]], attribute: Optional[str] = None
) -> Field:
    return Field("struct", name, attribute or name, struct=struct_class)


def list_of(name: str, item: Field, attribute: Optional[str] = None) -> Field:
    return Field("list", name, attribute or name, item=item)
