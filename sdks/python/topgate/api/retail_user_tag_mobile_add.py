"taobao.retail.user.tag.mobile.add: 根据手机号或者支付宝id进行用户打标-外部来源用户标记同步接口 Mark a user found by phone or Alipay id"

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar, List, Optional, Sequence, Tuple, Union

from .. import _schema as _s
from .._messages import File, Request, RequestStruct, Response, ResponseStruct


@dataclass(frozen=True)
class ErrorInfo(ResponseStruct):
    "错误 Error"

    #: 外部错误码 Outer code
    #: 例 e.g. SERVICE_ERROR:NOT_FIND_TAOBAO_ACCOUNT:NOT_FIND_TAOBAO_ACCOUNT
    outer_error_code: Optional[str] = None
    #: 错误信息 Message
    #: 例 e.g. 未查询到淘宝账号:_*****_*****
    error_message: Optional[str] = None
    #: 错误码 Code
    #: 例 e.g. isp.system-service-error::NOT_FIND_TAOBAO_ACCOUNT:NOT_FIND_TAOBAO_ACCOUNT
    error_code: Optional[str] = None
    #: 子错误码 Sub-code
    #: 例 e.g. NOT_FIND_TAOBAO_ACCOUNT
    sub_error_code: Optional[str] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("text", "outer_error_code"),
        _s.scalar("text", "error_message"),
        _s.scalar("text", "error_code"),
        _s.scalar("text", "sub_error_code"),
    )


@dataclass(frozen=True)
class UserTagInfoResponseDTO(ResponseStruct):
    "返回信息 Result"

    #: 是否打标成功 The tag is on the user
    #: 例 e.g. true
    tag_success: Optional[bool] = None
    #: 脱敏昵称 Masked nick
    #: 例 e.g. t*********3
    social_nick: Optional[str] = None
    #: 识别用户所用的标识 Which identifier decided
    #: 例 e.g. tbId
    use_type: Optional[str] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("flag", "tag_success"),
        _s.scalar("text", "social_nick"),
        _s.scalar("text", "use_type"),
    )


@dataclass(frozen=True)
class RetailUserTagMobileAddResponse(Response):
    "根据手机号或者支付宝id进行用户打标-外部来源用户标记同步接口 Mark a user found by phone or Alipay id"

    #: 错误 Errors
    #: 例 e.g. {"outerErrorCode": "INVALID_PARAMETER", "errorMessage": "输入参数错误:aliPayUserId", "errorCode": "isv.invalid-parameter:", "subErrorCode": "", "class": "com.alibaba.arp.common.error.ErrorInfo"}
    error_infos: Optional[List[ErrorInfo]] = None
    #: 返回信息 Result
    module: Optional[UserTagInfoResponseDTO] = None
    #: 返回结果 Whether the request was processed
    #: 例 e.g. true
    result: Optional[bool] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.list_of("error_infos", _s.struct("error_info", lambda: ErrorInfo)),
        _s.struct("module", lambda: UserTagInfoResponseDTO),
        _s.scalar("flag", "result"),
    )


@dataclass
class RetailUserTagMobileAddRequest(Request[RetailUserTagMobileAddResponse]):
    "根据手机号或者支付宝id进行用户打标-外部来源用户标记同步接口 Mark a user found by phone or Alipay id"

    #: 业务来源方 Business source
    #: 须登记到应用；应用只有一个时可不传 Registered to the app; may be left out when the app has exactly one
    #: 例 e.g. **
    biz_code: Optional[str] = None
    #: 识别外部用户唯一用户ID Unique id of the user at the caller
    #: 1–128 字符，不含控制字符 1 to 128, no control characters
    #: 例 e.g. *123**45*
    isv_user_id: Optional[str] = None
    #: openid Open id, valid for the app it was issued to
    #: ≤128 字符 Up to 128 characters
    #: 例 e.g. *123**45*
    open_id: Optional[str] = None
    #: 支付宝ID Alipay id
    #: 2088 开头的 16 位数字 16 digits beginning with 2088
    #: 例 e.g. *1234**5678*
    alipay_user_id: Optional[str] = None
    #: 扩展信息 Extension
    #: JSON 对象文本，≤4KB；约定的成员：mobile、mobileMd5、mobileSha256、tagCode、expireTime、eventTime、consentId，其他成员原样保存 Text of a JSON object up to 4 KB; agreed members: mobile, mobileMd5, mobileSha256, tagCode, expireTime, eventTime, consentId; others are kept
    #: 例 e.g. {}
    ext_param: Optional[str] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("text", "biz_code"),
        _s.scalar("text", "isv_user_id"),
        _s.scalar("text", "open_id"),
        _s.scalar("text", "alipay_user_id"),
        _s.scalar("text", "ext_param"),
    )
    _RESPONSE: ClassVar[Any] = lambda: RetailUserTagMobileAddResponse
    _API: ClassVar[_s.Api] = _s.Api(
        method="taobao.retail.user.tag.mobile.add",
        root="retail_user_tag_mobile_add_response",
        is_repeatable=True,
        deadline_s=5,
        outcome=_s.Outcome(("module", "tag_success"), "true", ("error_infos", "0", "outer_error_code")),
        remedies={
            "INVALID_PARAMETER": ("按 error_message 指出的参数修改", "Change the parameter that error_message names"),
            "BIZ_CODE_NOT_AUTHORIZED": ("请平台登记 biz_code", "Have the biz_code registered"),
            "SERVICE_ERROR:NOT_FIND_TAOBAO_ACCOUNT:NOT_FIND_TAOBAO_ACCOUNT": ("核对用户标识；不要频繁重试", "Check the identifiers; repeating soon does not help"),
            "IDENTITY_CONFLICT": ("只传能确定此人的标识", "Send only identifiers that belong to this person"),
            "MULTI_ACCOUNT": ("请改用支付宝ID或 openid", "Use the Alipay id or the open id"),
            "USER_REFUSED": ("不要再为此用户打标", "Do not tag this user again"),
            "TAG_NOT_ACTIVE": ("核对 tagCode，或请平台调整标签时间", "Check tagCode, or have the time of the tag changed"),
            "TAG_REMOVED": ("不要补打；如用户重新同意，传新的 eventTime", "Leave it; after a new consent send a new eventTime"),
        },
    )
