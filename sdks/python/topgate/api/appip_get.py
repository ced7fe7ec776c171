"taobao.appip.get: 获取ISV发起请求服务器IP The address that the caller is seen with"

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar, List, Optional, Sequence, Tuple, Union

from .. import _schema as _s
from .._messages import File, Request, RequestStruct, Response, ResponseStruct


@dataclass(frozen=True)
class AppipGetResponse(Response):
    "获取ISV发起请求服务器IP The address that the caller is seen with"

    #: ISV发起请求服务器IP Address
    #: 例 e.g. 203.0.113.9
    ip: Optional[str] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("text", "ip"),
    )


@dataclass
class AppipGetRequest(Request[AppipGetResponse]):
    "获取ISV发起请求服务器IP The address that the caller is seen with"

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = ()
    _RESPONSE: ClassVar[Any] = lambda: AppipGetResponse
    _API: ClassVar[_s.Api] = _s.Api(
        method="taobao.appip.get",
        root="appip_get_response",
        is_repeatable=True,
        deadline_s=3,
    )
