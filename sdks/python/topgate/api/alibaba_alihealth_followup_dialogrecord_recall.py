"alibaba.alihealth.followup.dialogrecord.recall: 会话消息撤回 Recall a message of a follow-up chat"

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar, List, Optional, Sequence, Tuple, Union

from .. import _schema as _s
from .._messages import File, Request, RequestStruct, Response, ResponseStruct


@dataclass
class ChickenImRecordRecallDo(RequestStruct):
    "入参model Request"

    #: 会话记录ID Id of the message, as sending it answered
    #: 发送时返回的 id The id that sending answered
    #: 例 e.g. 1800000767768343
    record_id: str
    #: 会话ID Conversation
    #: 32 位小写十六进制 32 lower-case hexadecimal digits
    #: 例 e.g. 78bfcced948a65d29c5c77f1cd3367a2
    session_id: str
    #: B端用户ID(单聊是医生id、群聊是组id) The doctor of a single chat, the group of a group chat
    #: 1–19 位数字 1 to 19 digits
    #: 例 e.g. 2034131106552037
    bterm_user_id: str
    #: 1是患者撤回,2是医生撤回 Who recalls: 1 patient, 2 doctor
    #: 1 患者，2 医生 1 patient, 2 doctor
    #: 例 e.g. 2
    rs_type: str
    #: 医生ID The doctor who recalls
    #: 1–19 位数字 1 to 19 digits
    #: 例 e.g. 153315451244705
    doctor_id: Optional[str] = None
    #: 患者ID Patient
    #: 1–19 位数字 1 to 19 digits
    #: 例 e.g. 5394977607673890
    sufferer_id: Optional[str] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("text", "record_id"),
        _s.scalar("text", "doctor_id"),
        _s.scalar("text", "session_id"),
        _s.scalar("text", "bterm_user_id"),
        _s.scalar("text", "sufferer_id"),
        _s.scalar("text", "rs_type"),
    )


@dataclass(frozen=True)
class Result(ResponseStruct):
    "接口返回model Result"

    #: 是否撤回成功 Whether it is recalled
    #: 例 e.g. true
    model: Optional[bool] = None
    #: msgCode Code; SUCCESS on success
    #: 例 e.g. SUCCESS
    msg_code: Optional[str] = None
    #: msgInfo Message
    #: 例 e.g. 成功
    msg_info: Optional[str] = None
    #: 是否成功 Whether it succeeded
    #: 例 e.g. true
    success: Optional[bool] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("flag", "model"),
        _s.scalar("text", "msg_code"),
        _s.scalar("text", "msg_info"),
        _s.scalar("flag", "success"),
    )


@dataclass(frozen=True)
class AlibabaAlihealthFollowupDialogrecordRecallResponse(Response):
    "会话消息撤回 Recall a message of a follow-up chat"

    #: 接口返回model Result
    result1: Optional[Result] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.struct("result1", lambda: Result),
    )


@dataclass
class AlibabaAlihealthFollowupDialogrecordRecallRequest(Request[AlibabaAlihealthFollowupDialogrecordRecallResponse]):
    "会话消息撤回 Recall a message of a follow-up chat"

    #: token用于安全验证 Token for the security check
    #: 32 位十六进制或 UUID 32 hexadecimal digits or a UUID
    #: 例 e.g. 9eae09db243df99bd67af033decfd257
    auth_token: str
    #: 入参model Request
    request1: ChickenImRecordRecallDo

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("text", "auth_token"),
        _s.struct("request1", lambda: ChickenImRecordRecallDo),
    )
    _RESPONSE: ClassVar[Any] = lambda: AlibabaAlihealthFollowupDialogrecordRecallResponse
    _API: ClassVar[_s.Api] = _s.Api(
        method="alibaba.alihealth.followup.dialogrecord.recall",
        root="alibaba_alihealth_followup_dialogrecord_recall_response",
        is_repeatable=True,
        deadline_s=5,
        outcome=_s.Outcome(("result1", "success"), "true", ("result1", "msg_code")),
        remedies={
            "SESSION_NOT_FOUND": ("核对 session_id 与各 ID", "Check session_id and the ids of the people"),
            "SESSION_CLOSED": ("请开启新的会话", "Open a new conversation"),
            "TOKEN_INVALID": ("请重新获取 auth_token", "Get a new auth_token"),
            "TOKEN_EXPIRED": ("请重新获取 auth_token", "Get a new auth_token"),
            "RECORD_NOT_FOUND": ("核对 record_id，只能撤回本人消息", "Check record_id; only own messages can be recalled"),
            "RECALL_TIMEOUT": ("发送两分钟内可撤回", "Recall within two minutes of sending"),
        },
    )
