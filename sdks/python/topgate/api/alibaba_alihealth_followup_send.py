"alibaba.alihealth.followup.send: 随访IM发送会话 Send a message of a follow-up chat"

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar, List, Optional, Sequence, Tuple, Union

from .. import _schema as _s
from .._messages import File, Request, RequestStruct, Response, ResponseStruct


@dataclass
class ChickenImDialogCreateRequest(RequestStruct):
    "服务入参 Request"

    #: 会话ID Conversation
    #: 32 位小写十六进制 32 lower-case hexadecimal digits
    #: 例 e.g. 78bfcced948a65d29c5c77f1cd3367a2
    session_id: str
    #: 谁发的 Who speaks: 1 patient, 2 doctor
    #: 1 患者，2 医生 1 patient, 2 doctor
    #: 例 e.g. 2
    rs_type: str
    #: 内容 The message as a JSON object
    #: JSON 对象文本，≤16KB；文字放在 text，1–2000 字 Text of a JSON object up to 16 KB; words go into text, 1 to 2,000 characters
    #: 例 e.g. {"text":"abc"}
    content: str
    #: 医生ID或医生组ID Doctor or group of doctors
    #: 1–19 位数字 1 to 19 digits
    #: 例 e.g. 2034131106552037
    bterm_user_id: Optional[str] = None
    #: 就诊人ID Patient
    #: 1–19 位数字 1 to 19 digits
    #: 例 e.g. 5394977607673890
    cterm_user_id: Optional[str] = None
    #: 医生自己的id The doctor who speaks
    #: bterm_user_id 为医生组时必填 Needed when bterm_user_id is a group
    #: 例 e.g. 153315451244705
    user_id: Optional[str] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("text", "session_id"),
        _s.scalar("text", "bterm_user_id"),
        _s.scalar("text", "cterm_user_id"),
        _s.scalar("text", "rs_type"),
        _s.scalar("text", "content"),
        _s.scalar("text", "user_id"),
    )


@dataclass(frozen=True)
class DialogVo(ResponseStruct):
    "将本次发送的内容重新返回给调用方 What was sent, as stored"

    #: 内容格式 1 text, 2 picture, 3 audio, 31 summary of the doctor
    #: 例 e.g. 1
    content_type: Optional[int] = None
    #: 自己本次发送的会话内容 The content as sent, byte for byte
    #: 例 e.g. {}
    content: Optional[str] = None
    #: 本次发送的数据id Id of the message
    #: 例 e.g. 1111111
    id: Optional[str] = None
    #: 本次发送的时间戳 Stamp in epoch milliseconds, strictly increasing in the conversation
    #: 例 e.g. 1111111
    time_stamp: Optional[str] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("int64", "content_type"),
        _s.scalar("text", "content"),
        _s.scalar("text", "id"),
        _s.scalar("text", "time_stamp"),
    )


@dataclass(frozen=True)
class Result(ResponseStruct):
    "接口返回model Result"

    #: 是否成功 Whether it succeeded
    #: 例 e.g. false
    success: Optional[bool] = None
    #: msgCode Code; SUCCESS on success
    #: 例 e.g. 1
    msg_code: Optional[str] = None
    #: msgInfo Message
    #: 例 e.g. 1
    msg_info: Optional[str] = None
    #: 将本次发送的内容重新返回给调用方 What was sent, as stored
    #: 例 e.g. 134523^4351232
    model: Optional[DialogVo] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("flag", "success"),
        _s.scalar("text", "msg_code"),
        _s.scalar("text", "msg_info"),
        _s.struct("model", lambda: DialogVo),
    )


@dataclass(frozen=True)
class AlibabaAlihealthFollowupSendResponse(Response):
    "随访IM发送会话 Send a message of a follow-up chat"

    #: 接口返回model Result
    result1: Optional[Result] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.struct("result1", lambda: Result),
    )


@dataclass
class AlibabaAlihealthFollowupSendRequest(Request[AlibabaAlihealthFollowupSendResponse]):
    "随访IM发送会话 Send a message of a follow-up chat"

    #: 服务入参 Request
    request1: ChickenImDialogCreateRequest
    #: token用于安全验证 Token for the security check
    #: 32 位十六进制或 UUID 32 hexadecimal digits or a UUID
    #: 例 e.g. 9eae09db243df99bd67af033decfd257
    auth_token: Optional[str] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.struct("request1", lambda: ChickenImDialogCreateRequest),
        _s.scalar("text", "auth_token"),
    )
    _RESPONSE: ClassVar[Any] = lambda: AlibabaAlihealthFollowupSendResponse
    _API: ClassVar[_s.Api] = _s.Api(
        method="alibaba.alihealth.followup.send",
        root="alibaba_alihealth_followup_send_response",
        is_repeatable=True,
        deadline_s=5,
        outcome=_s.Outcome(("result1", "success"), "true", ("result1", "msg_code")),
        remedies={
            "SESSION_NOT_FOUND": ("核对 session_id 与各 ID", "Check session_id and the ids of the people"),
            "SESSION_CLOSED": ("请开启新的会话", "Open a new conversation"),
            "TOKEN_INVALID": ("请重新获取 auth_token", "Get a new auth_token"),
            "TOKEN_EXPIRED": ("请重新获取 auth_token", "Get a new auth_token"),
            "CONTENT_REJECTED": ("按 msg_info 修改内容", "Change the content as msg_info says"),
            "CONTENT_TYPE_NOT_ALLOWED": ("文字放在 text", "Put words into text"),
        },
    )
