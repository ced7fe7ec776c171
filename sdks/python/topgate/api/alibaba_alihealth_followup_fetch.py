"alibaba.alihealth.followup.fetch: 随访IM会话轮询 Read the messages of a follow-up chat"

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar, List, Optional, Sequence, Tuple, Union

from .. import _schema as _s
from .._messages import File, Request, RequestStruct, Response, ResponseStruct


@dataclass
class ChickenIMDialogRequest(RequestStruct):
    "服务入参 Request"

    #: 会话ID Conversation
    #: 32 位小写十六进制 32 lower-case hexadecimal digits
    #: 例 e.g. 78bfcced948a65d29c5c77f1cd3367a2
    session_id: str
    #: 医生ID或医生组ID Doctor or group of doctors
    #: 1–19 位数字 1 to 19 digits
    #: 例 e.g. 2034131106552037
    bterm_user_id: Optional[str] = None
    #: 就诊人ID Patient
    #: 1–19 位数字 1 to 19 digits
    #: 例 e.g. 5394977607673890
    cterm_user_id: Optional[str] = None
    #: 获取类型 Direction: 1 newer than last_time_stamp, 2 older
    #: 1 取更新的消息，由旧到新；2 取更早的消息，由新到旧；默认 1 1 newer messages, oldest first; 2 older messages, newest first; default 1
    #: 例 e.g. 1
    fetch_type: Optional[str] = None
    #: 上次时间戳 Where to go on: time_stamp of the last message of the page before
    #: 上一页最后一条的 time_stamp；0 或不传：类型 1 从头开始，类型 2 从最新开始 time_stamp of the last item of the page before; 0 or absent: type 1 from the start, type 2 from the newest
    #: 例 e.g. 0
    last_time_stamp: Optional[str] = None
    #: 获取数量 How many messages at most
    #: 1–100，默认 10；不足此数表示已到头 1 to 100, default 10; fewer mean that there are no more
    #: 例 e.g. 10
    page_size: Optional[int] = None
    #: 医生自己的医生id The doctor who reads
    #: bterm_user_id 为医生组且没有 auth_token 时，医生必填 Needed of a doctor of a group who has no auth_token
    #: 例 e.g. 153315451244705
    user_id: Optional[str] = None
    #: 1患者发2医生发 Who reads: 1 patient, 2 doctor
    #: 不传时由 auth_token 决定；也没有时，有 user_id 为医生，否则为患者 Absent: as auth_token says; without one, a doctor when user_id is there, else the patient
    #: 例 e.g. 2
    rs_type: Optional[str] = None
    #: 没有新消息时最多等待的秒数 How long to wait for a new message when there is none
    #: 0–10，默认 0（立即返回）；只对 fetch_type 1 有效 0 to 10, default 0 (answer at once); only for fetch_type 1
    #: 例 e.g. 0
    wait_seconds: Optional[int] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("text", "session_id"),
        _s.scalar("text", "bterm_user_id"),
        _s.scalar("text", "cterm_user_id"),
        _s.scalar("text", "fetch_type"),
        _s.scalar("text", "last_time_stamp"),
        _s.scalar("int64", "page_size"),
        _s.scalar("text", "user_id"),
        _s.scalar("text", "rs_type"),
        _s.scalar("int64", "wait_seconds"),
    )


@dataclass(frozen=True)
class DialogContentVo(ResponseStruct):
    "内容 The known members of the content"

    #: 内容文本 Words
    #: 例 e.g. abc
    text: Optional[str] = None
    #: 内容标题 Title
    #: 例 e.g. abc
    title: Optional[str] = None
    #: 音频url Address of the audio
    #: 例 e.g. https://media.example/a
    radio: Optional[str] = None
    #: 音频秒数 Seconds of the audio
    #: 例 e.g. 12
    radio_time: Optional[str] = None
    #: 图片url Address of the picture; several as a JSON array
    #: 例 e.g. https://media.example/p
    pic: Optional[str] = None
    #: 诊断 Diagnosis
    #: 例 e.g. 恢复良好
    diagnose: Optional[str] = None
    #: 建议 Advice
    #: 例 e.g. 两周后复查
    advice: Optional[str] = None
    #: 发送时间 Time as the sender gave it
    #: 例 e.g. 1554692283655
    send_time: Optional[str] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("text", "text"),
        _s.scalar("text", "title"),
        _s.scalar("text", "radio"),
        _s.scalar("text", "radio_time"),
        _s.scalar("text", "pic"),
        _s.scalar("text", "diagnose"),
        _s.scalar("text", "advice"),
        _s.scalar("text", "send_time"),
    )


@dataclass(frozen=True)
class Model(ResponseStruct):
    "一条消息 A message"

    #: 会话内容 The content as sent, byte for byte
    #: 例 e.g. {"text":"abc"}
    content: Optional[str] = None
    #: 内容格式 1 text, 2 picture, 3 audio, 31 summary of the doctor, 40 recalled, 0 unknown
    #: 例 e.g. 1
    content_type: Optional[str] = None
    #: 消息ID Id of the message; of a recalled one, the id under which it was sent
    #: 例 e.g. 1800000742465051
    id: Optional[str] = None
    #: 时间戳 Stamp in epoch milliseconds, strictly increasing in the conversation
    #: 例 e.g. 1554692283655
    time_stamp: Optional[str] = None
    #: 1患者发的2医生发的 Who sent it: 1 patient, 2 doctor
    #: 例 e.g. 1
    rs_type: Optional[str] = None
    #: 内容 The known members of the content
    dialog_content_v_o: Optional[DialogContentVo] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("text", "content"),
        _s.scalar("text", "content_type"),
        _s.scalar("text", "id"),
        _s.scalar("text", "time_stamp"),
        _s.scalar("text", "rs_type"),
        _s.struct("dialog_content_v_o", lambda: DialogContentVo),
    )


@dataclass(frozen=True)
class Result(ResponseStruct):
    "接口返回model Result"

    #: 是否成功 Whether it succeeded
    #: 例 e.g. true
    success: Optional[bool] = None
    #: msgCode Code; SUCCESS on success
    #: 例 e.g. SUCCESS
    msg_code: Optional[str] = None
    #: msgInfo Message
    #: 例 e.g. 成功
    msg_info: Optional[str] = None
    #: 会话列表 The messages, in the order of fetch_type
    #: ≤100 项 Up to 100 items
    dialog_list: Optional[List[Model]] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("flag", "success"),
        _s.scalar("text", "msg_code"),
        _s.scalar("text", "msg_info"),
        _s.list_of("dialog_list", _s.struct("model", lambda: Model)),
    )


@dataclass(frozen=True)
class AlibabaAlihealthFollowupFetchResponse(Response):
    "随访IM会话轮询 Read the messages of a follow-up chat"

    #: 接口返回model Result
    result1: Optional[Result] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.struct("result1", lambda: Result),
    )


@dataclass
class AlibabaAlihealthFollowupFetchRequest(Request[AlibabaAlihealthFollowupFetchResponse]):
    "随访IM会话轮询 Read the messages of a follow-up chat"

    #: 服务入参 Request
    request1: ChickenIMDialogRequest
    #: token用于安全验证 Token for the security check
    #: 32 位十六进制或 UUID 32 hexadecimal digits or a UUID
    #: 例 e.g. 9eae09db243df99bd67af033decfd257
    auth_token: Optional[str] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.struct("request1", lambda: ChickenIMDialogRequest),
        _s.scalar("text", "auth_token"),
    )
    _RESPONSE: ClassVar[Any] = lambda: AlibabaAlihealthFollowupFetchResponse
    _API: ClassVar[_s.Api] = _s.Api(
        method="alibaba.alihealth.followup.fetch",
        root="alibaba_alihealth_followup_fetch_response",
        is_repeatable=True,
        deadline_s=13,
        outcome=_s.Outcome(("result1", "success"), "true", ("result1", "msg_code")),
        remedies={
            "SESSION_NOT_FOUND": ("核对 session_id 与各 ID", "Check session_id and the ids of the people"),
            "TOKEN_INVALID": ("请重新获取 auth_token", "Get a new auth_token"),
            "TOKEN_EXPIRED": ("请重新获取 auth_token", "Get a new auth_token"),
        },
    )
