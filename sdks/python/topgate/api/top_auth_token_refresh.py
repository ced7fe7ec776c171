"taobao.top.auth.token.refresh: 刷新Access Token Get a new session key for a refresh token"

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar, List, Optional, Sequence, Tuple, Union

from .. import _schema as _s
from .._messages import File, Request, RequestStruct, Response, ResponseStruct


@dataclass(frozen=True)
class TopAuthTokenRefreshResponse(Response):
    "刷新Access Token Get a new session key for a refresh token"

    #: JSON 文本，字段与 /oauth/token 的返回相同 JSON text with the members of the answer of /oauth/token
    #: 例 e.g. {"access_token":"6200sandbox0000000000000000000000000000000000000000000001","token_type":"Bearer","expires_in":86400,"refresh_token":"6200sandbox0000000000000000000000000000000000000000000007","re_expires_in":2592000,"r1_expires_in":86400,"r2_expires_in":86400,"w1_expires_in":86400,"w2_expires_in":1800,"taobao_user_id":"2201234567890","taobao_user_nick":"%E6%B2%99%E7%AE%B1%E5%95%86%E5%AE%B6","scope":"alihouse"}
    token_result: Optional[str] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("text", "token_result"),
    )


@dataclass
class TopAuthTokenRefreshRequest(Request[TopAuthTokenRefreshResponse]):
    "刷新Access Token Get a new session key for a refresh token"

    #: 与上一个 SessionKey 一同得到的 refresh_token，只能用一次 The refresh token that came with the last session key; it counts once
    #: ≤128 字符 Up to 128 characters
    #: 例 e.g. 6200sandbox0000000000000000000000000000000000000000000007
    refresh_token: str

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("text", "refresh_token"),
    )
    _RESPONSE: ClassVar[Any] = lambda: TopAuthTokenRefreshResponse
    _API: ClassVar[_s.Api] = _s.Api(
        method="taobao.top.auth.token.refresh",
        root="top_auth_token_refresh_response",
        is_repeatable=True,
        deadline_s=5,
    )
