"alibaba.alihealth.insurance.inst.user.behavior.sync: 保司向我方同步用户行为信息 An insurer reports a step of a user"

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar, List, Optional, Sequence, Tuple, Union

from .. import _schema as _s
from .._messages import File, Request, RequestStruct, Response, ResponseStruct


@dataclass
class InstSyncUserBehaviorInfoRequest(RequestStruct):
    "request"

    #: 保司产品ID Product id of the insurer
    #: 1–64 位字母、数字、_、- 1 to 64 letters, digits, _ or -
    #: 例 e.g. CU95
    inst_product_id: str
    #: 用户行为类型 Which step
    #: 大写字母开头，大写字母、数字、下划线，2–64 位；未登记的名称也收 Upper case, digits, underscore, 2 to 64; names not registered are accepted too
    #: 例 e.g. START_UNDERWRITING
    behavior_type: str
    #: 行为时间点 When it happened
    #: 北京时间 yyyy-MM-dd HH:mm:ss，不晚于当前 5 分钟 Beijing time, yyyy-MM-dd HH:mm:ss, at most 5 minutes ahead
    #: 例 e.g. 2022-02-23 18:46:04
    behavior_time: str
    #: 广告url Landing URL of the advertisement, macros filled in
    #: ≤16KB；无法解析的地址照收并标记，不影响结果 Up to 16 KB; an unusable URL is kept and flagged, never refused
    #: 例 e.g. https://ihealth.zhongan.com/insure/gt/inform?adid=1725549616679939&channelCode=c20211102101365001&channelSource=T202202140302845606&clickid=EIuox5-NrIgDGMPkkM3f9L4CIJO0gYXVjTowDDgBQiIyMDIyMDIyMzE4MzUyNjAxMDE1ODE0NzAyMDFBMDI2MkU4SAGQAQA&creativeid=1725549616681995&creativetype=5&goodsCode=G202106170002&iseeTap=Y&sign=o-ymztqbrdfK21KJXihHKQ&version=V2
    advertise_org_url: Optional[str] = None
    #: 推广位名称 Name of the promotion slot, agency-medium
    #: 建议 128 字以内 Better under 128 characters
    #: 例 e.g. 优矩-抖音
    channel_source_name: Optional[str] = None
    #: 保司goodsCode Sales code of the insurer
    #: ≤64 字符 Up to 64 characters
    #: 例 e.g. G202106170002
    inst_goods_code: Optional[str] = None
    #: flowId(用户跳转到众安时,由阿里健康提供) Number of the insurance flow, issued at the jump to the insurer
    #: ≥ 1
    #: 例 e.g. 1800001886002007960
    flow_id: Optional[int] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("text", "advertise_org_url"),
        _s.scalar("text", "inst_product_id"),
        _s.scalar("text", "channel_source_name"),
        _s.scalar("text", "inst_goods_code"),
        _s.scalar("text", "behavior_type"),
        _s.scalar("int64", "flow_id"),
        _s.scalar("text", "behavior_time"),
    )


@dataclass(frozen=True)
class AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse(Response):
    "保司向我方同步用户行为信息 An insurer reports a step of a user"

    #: 响应状态 SUCCESS or FAIL
    #: 例 e.g. SUCCESS
    result_status: Optional[str] = None
    #: 行为数据同步结果 Whether the step is recorded
    #: 例 e.g. true
    data: Optional[bool] = None
    #: 响应码 Code
    #: 例 e.g. SUCCESS
    result_code: Optional[str] = None
    #: 响应消息 Message
    #: 例 e.g. SUCCESS
    result_msg: Optional[str] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("text", "result_status"),
        _s.scalar("flag", "data"),
        _s.scalar("text", "result_code"),
        _s.scalar("text", "result_msg"),
    )


@dataclass
class AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest(Request[AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse]):
    "保司向我方同步用户行为信息 An insurer reports a step of a user"

    #: request
    #: 文档标为可选；不传或为空则返回 isv.invalid-parameter Marked optional; without it the call is refused with isv.invalid-parameter
    param0: Optional[InstSyncUserBehaviorInfoRequest] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.struct("param0", lambda: InstSyncUserBehaviorInfoRequest),
    )
    _RESPONSE: ClassVar[Any] = lambda: AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse
    _API: ClassVar[_s.Api] = _s.Api(
        method="alibaba.alihealth.insurance.inst.user.behavior.sync",
        root="alibaba_alihealth_insurance_inst_user_behavior_sync_response",
        is_repeatable=True,
        deadline_s=5,
        outcome=_s.Outcome(("result_status",), "SUCCESS", ("result_code",)),
        remedies={
            "PRODUCT_NOT_FOUND": ("核对 inst_product_id，或请平台登记产品", "Check inst_product_id, or have the product registered"),
        },
    )
