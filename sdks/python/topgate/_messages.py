"""The base classes of generated requests and responses."""

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, ClassVar, Generic, Mapping, Optional, Tuple, Type, TypeVar, Union

from ._retry import NEVER, Retry
from ._schema import Api, Field

_NOTHING: Mapping[str, Any] = MappingProxyType({})


class RequestStruct:
    """A struct of a request."""

    _FIELDS: ClassVar[Tuple[Field, ...]] = ()


class ResponseStruct:
    """A struct of a response."""

    _FIELDS: ClassVar[Tuple[Field, ...]] = ()
    #: members that the documentation does not name or names otherwise, as they came
    unknown_fields: Mapping[str, Any] = _NOTHING


class Response(ResponseStruct):
    """An answer that is no refusal. Whether it is a success, `succeeded` knows for every API."""

    #: whether the API did what was asked
    succeeded: bool = True
    #: the code with which the API declined, in its own words; None after a success
    decline_code: Optional[str] = None
    #: what to do about it, in Chinese; None when nothing is to be done or known
    remedy: Optional[str] = None
    #: the same in English
    remedy_en: Optional[str] = None
    #: whether sending the call again can help
    retry: Retry = NEVER
    #: the answer as it came
    body: bytes = b""
    request_id: Optional[str] = None


R = TypeVar("R", bound=Response)


class Request(Generic[R]):
    """The parameters of one call."""

    _FIELDS: ClassVar[Tuple[Field, ...]] = ()
    _API: ClassVar[Api]
    _RESPONSE: ClassVar[Any]

    @classmethod
    def response_class(cls) -> Type[R]:
        found: Type[R] = cls._RESPONSE()
        return found


@dataclass(frozen=True)
class File:
    """A file to upload. It is no part of the signature."""

    name: str
    content: bytes
    type: str = "application/octet-stream"

    @classmethod
    def from_path(cls, path: Union[str, Path]) -> "File":
        return cls(Path(path).name, Path(path).read_bytes())
