"taobao.time.get: 获取系统当前时间 The present time of the platform"

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar, List, Optional, Sequence, Tuple, Union

from .. import _schema as _s
from .._messages import File, Request, RequestStruct, Response, ResponseStruct


@dataclass(frozen=True)
class TimeGetResponse(Response):
    "获取系统当前时间 The present time of the platform"

    #: 系统当前时间 Beijing time
    #: 例 e.g. 2015-09-16 15:53:37
    time: Optional[datetime] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("moment", "time"),
    )


@dataclass
class TimeGetRequest(Request[TimeGetResponse]):
    "获取系统当前时间 The present time of the platform"

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = ()
    _RESPONSE: ClassVar[Any] = lambda: TimeGetResponse
    _API: ClassVar[_s.Api] = _s.Api(
        method="taobao.time.get",
        root="time_get_response",
        is_repeatable=True,
        deadline_s=3,
    )
