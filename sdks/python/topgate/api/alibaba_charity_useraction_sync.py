"alibaba.charity.useraction.sync: 用户公益行为同步 Report a charity action of a user"

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar, List, Optional, Sequence, Tuple, Union

from .. import _schema as _s
from .._messages import File, Request, RequestStruct, Response, ResponseStruct


@dataclass
class ChannelUserActionDto(RequestStruct):
    "用户公益行为 The charity action"

    #: 活动ID Activity id
    #: ≥ 1
    #: 例 e.g. 12345
    activity_id: int
    #: 唯一的动作ID,渠道范围内唯一,幂等控制 Id of the action, unique within the channel; controls idempotency
    #: 1–64 个可见 ASCII 字符，不含空格 1 to 64 visible ASCII characters, no spaces
    #: 例 e.g. UNI_9901
    event_id: str
    #: 做公益当时的时间 When the good was done
    #: 北京时间，不晚于当前 5 分钟，须在活动时间内 Beijing time, at most 5 minutes ahead, within the time of the activity
    #: 例 e.g. 2019-08-08 12:00:00
    charity_timestamp: Union[datetime, str]
    #: 淘宝ID Taobao user id
    #: ≥ 1
    #: 例 e.g. 12345
    tb_user_id: Optional[int] = None
    #: 做公益当时的时间戳 The time of the action in epoch milliseconds
    #: 与 charity_timestamp 不一致时以后者为准 charity_timestamp wins when the two differ
    #: 例 e.g. 12345
    timestamp_long: Optional[int] = None
    #: 公益类型子代码 Sub-type of the action
    #: 大写字母、数字、下划线；不填则取活动的默认值 Upper-case letters, digits, underscore; absent: the default of the activity
    #: 例 e.g. SUB_CODE
    charity_type_sub_code: Optional[str] = None
    #: 是否强制报名活动,默认false Whether to register the user for the activity by force; false by default
    #: 例 e.g. false
    fore_reg_activity: Optional[bool] = None
    #: 扩展属性 Further attributes
    #: JSON 对象文本，≤4KB，值为标量 Text of a JSON object of scalars, up to 4 KB
    #: 例 e.g. {}
    features_map: Optional[str] = None
    #: 公益感言 Words of the user
    #: ≤4KB，建议 500 字以内 Up to 4 KB, better under 500 characters
    #: 例 e.g. 公益感言
    feeling: Optional[str] = None
    #: 原生公益行为内容,JSON The action as the channel keeps it, in JSON
    #: JSON 文本，≤16KB；按规则取其中的数量 JSON text up to 16 KB; quantities for the hours are read from it
    #: 例 e.g. {}
    ori_content: Optional[str] = None
    #: 三方用户标识 The user at the third party
    #: ≤128 字符 Up to 128 characters
    #: 例 e.g. 123
    third_user_key: Optional[str] = None
    #: 版本 Version
    #: "1" 用 tb_user_id，"2" 可用 third_user_key；其他按最新处理 "1" uses tb_user_id, "2" allows third_user_key; others count as newest
    #: 例 e.g. 2
    version: Optional[str] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("int64", "activity_id"),
        _s.scalar("text", "event_id"),
        _s.scalar("int64", "tb_user_id"),
        _s.scalar("int64", "timestamp_long"),
        _s.scalar("text", "charity_type_sub_code"),
        _s.scalar("flag", "fore_reg_activity"),
        _s.scalar("text", "features_map"),
        _s.scalar("text", "feeling"),
        _s.scalar("moment", "charity_timestamp"),
        _s.scalar("text", "ori_content"),
        _s.scalar("text", "third_user_key"),
        _s.scalar("text", "version"),
    )


@dataclass(frozen=True)
class UserActionSyncResult(ResponseStruct):
    "结果 Result"

    #: 唯一的事件ID Id of the action
    #: 例 e.g. aaa
    event_id: Optional[str] = None
    #: 本次同步获得的公益时 Charity hours earned by this call, one decimal
    #: 例 e.g. 0.1
    charity_hours: Optional[str] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("text", "event_id"),
        _s.scalar("text", "charity_hours"),
    )


@dataclass(frozen=True)
class ThreehoursResult(ResponseStruct):
    "结果 Result"

    #: 消息 Message
    #: 例 e.g. 成功
    msg: Optional[str] = None
    #: 错误码 Code; 200 is success
    #: 例 e.g. 200
    code: Optional[int] = None
    #: 结果 Result
    #: 例 e.g. 结果
    data: Optional[UserActionSyncResult] = None
    #: 是否成功 Whether it succeeded
    #: 例 e.g. true
    success: Optional[bool] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("text", "msg"),
        _s.scalar("int64", "code"),
        _s.struct("data", lambda: UserActionSyncResult),
        _s.scalar("flag", "success"),
    )


@dataclass(frozen=True)
class AlibabaCharityUseractionSyncResponse(Response):
    "用户公益行为同步 Report a charity action of a user"

    #: 结果 Result
    #: 例 e.g. 结果
    result: Optional[ThreehoursResult] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.struct("result", lambda: ThreehoursResult),
    )


@dataclass
class AlibabaCharityUseractionSyncRequest(Request[AlibabaCharityUseractionSyncResponse]):
    "用户公益行为同步 Report a charity action of a user"

    #: 用户公益行为 The charity action
    #: tb_user_id 与 third_user_key 至少一个 At least one of tb_user_id and third_user_key
    channel_user_action_dto: ChannelUserActionDto

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.struct("channel_user_action_dto", lambda: ChannelUserActionDto),
    )
    _RESPONSE: ClassVar[Any] = lambda: AlibabaCharityUseractionSyncResponse
    _API: ClassVar[_s.Api] = _s.Api(
        method="alibaba.charity.useraction.sync",
        root="alibaba_charity_useraction_sync_response",
        is_repeatable=True,
        deadline_s=5,
        outcome=_s.Outcome(("result", "success"), "true", ("result", "code")),
        remedies={
            "400": ("按子类型的规则填写整数数量", "Send the quantity that the sub-type asks for, as a JSON integer"),
            "403": ("请平台开通渠道，或请用户重新授权", "Have the channel enabled, or ask the user to authorise again"),
            "404": ("核对 activity_id、charity_type_sub_code 与用户", "Check activity_id, charity_type_sub_code and the user"),
            "409": ("新的动作用新的 event_id；核对用户标识", "Use a new event_id for a new action; check the user ids"),
            "410": ("核对 charity_timestamp 与活动时间", "Check charity_timestamp against the time of the activity"),
            "412": ("请用户先报名，或在允许时传 fore_reg_activity=true", "Have the user register, or send fore_reg_activity=true where that is allowed"),
            "423": ("请联系平台", "Contact the platform owner"),
        },
    )
