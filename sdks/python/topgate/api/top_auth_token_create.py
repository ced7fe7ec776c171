"taobao.top.auth.token.create: 获取Access Token Get a session key for an authorisation code"

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar, List, Optional, Sequence, Tuple, Union

from .. import _schema as _s
from .._messages import File, Request, RequestStruct, Response, ResponseStruct


@dataclass(frozen=True)
class TopAuthTokenCreateResponse(Response):
    "获取Access Token Get a session key for an authorisation code"

    #: JSON 文本，字段与 /oauth/token 的返回相同 JSON text with the members of the answer of /oauth/token
    #: 例 e.g. {"access_token":"6200sandbox0000000000000000000000000000000000000000000001","token_type":"Bearer","expires_in":86400,"refresh_token":"6200sandbox0000000000000000000000000000000000000000000007","re_expires_in":2592000,"r1_expires_in":86400,"r2_expires_in":86400,"w1_expires_in":86400,"w2_expires_in":1800,"taobao_user_id":"2201234567890","taobao_user_nick":"%E6%B2%99%E7%AE%B1%E5%95%86%E5%AE%B6","scope":"alihouse"}
    token_result: Optional[str] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("text", "token_result"),
    )


@dataclass
class TopAuthTokenCreateRequest(Request[TopAuthTokenCreateResponse]):
    "获取Access Token Get a session key for an authorisation code"

    #: 授权码，授权成功后附在回调地址上；60 秒内有效，只能用一次 The authorisation code that came back to the redirect address; it counts once, for 60 s
    #: 授权时带有 code_challenge 的 code 请到 /oauth/token 换取，那里可以传 code_verifier A code that was asked for with code_challenge goes to /oauth/token with its code_verifier
    #: 例 e.g. sandboxauthorizationcode00000001
    code: str
    #: TOP 客户端可能发送的标识，此处不使用 An id that TOP clients may send; it is not used here
    #: ≤128 字符 Up to 128 characters
    #: 例 e.g. abc
    uuid: Optional[str] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("text", "code"),
        _s.scalar("text", "uuid"),
    )
    _RESPONSE: ClassVar[Any] = lambda: TopAuthTokenCreateResponse
    _API: ClassVar[_s.Api] = _s.Api(
        method="taobao.top.auth.token.create",
        root="top_auth_token_create_response",
        is_repeatable=True,
        deadline_s=5,
    )
