"tmall.alihouse.customer.clue.out.invest.total.data.back.flow: 外投统计数据回流接口 Report daily statistics of off-site advertising"

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar, List, Optional, Sequence, Tuple, Union

from .. import _schema as _s
from .._messages import File, Request, RequestStruct, Response, ResponseStruct


@dataclass
class CustomerClueOutInvestDataBackFlowReq(RequestStruct):
    "入参 Request"

    #: 类型 1.经纪人 2. 门店 3.城市 Kind: 1 broker, 2 shop, 3 city
    #: ≥ 1
    #: ≤ 3
    #: 例 e.g. 1
    type: int
    #: json数据 Rows as JSON text
    #: JSON 数组文本，≤5000 行、≤2MB（URL 编码前）；每行须有 statisticsDate（yyyy-MM-dd） Text of a JSON array, up to 5,000 rows and 2 MB before encoding; each row has statisticsDate
    #: 例 e.g. [{"id":64,"store_id":3,"storeName":"222333444555666777","aliDayTSendRate":2,"aliDayTcSend":2,"aliDayTnSend":1,"aliOrderTSendRate":1,"aliOrderTcSend":1,"aliOrderTnSend":1,"aliUv":1,"allLzSendRate":1,"allLzcSend":1,"allLznSend":1,"businessType":1,"createTime":"2022-03-31 21:23:12","fcDayTSendRate":1,"fcDayTcSend":1,"fcDayTnSend":1,"fcLzSendRate":1,"fcLzcSend":1,"fcLznSend":1,"fcOrderTSendRate":1,"fcOrderTcSend":1,"fcOrderTnSend":1,"fcUv":1,"replyImAll":1,"replyImRate":0,"sendImAll":1,"statisticsDate":"2022-04-02","totalCSend":1,"totalDayTSendRate":1,"totalDayTcSend":1,"totalDayTnSend":1,"totalNSend":11,"totalSendRate":0,"totalUv":1,"updateTime":"2022-03-31 21:23:12"}]
    data: str

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("int64", "type"),
        _s.scalar("text", "data"),
    )


@dataclass(frozen=True)
class Result(ResponseStruct):
    "响应 Response"

    #: 返回码 Code; success on success
    #: 例 e.g. success
    code: Optional[str] = None
    #: 返回信息 Message
    #: 例 e.g. 成功
    msg: Optional[str] = None
    #: 处理结果 "true" or "false", as text
    #: 例 e.g. true
    success: Optional[str] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.scalar("text", "code"),
        _s.scalar("text", "msg"),
        _s.scalar("text", "success"),
    )


@dataclass(frozen=True)
class TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse(Response):
    "外投统计数据回流接口 Report daily statistics of off-site advertising"

    #: 响应 Response
    result: Optional[Result] = None

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.struct("result", lambda: Result),
    )


@dataclass
class TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest(Request[TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse]):
    "外投统计数据回流接口 Report daily statistics of off-site advertising"

    #: 入参 Request
    req: CustomerClueOutInvestDataBackFlowReq

    _FIELDS: ClassVar[Tuple[_s.Field, ...]] = (
        _s.struct("req", lambda: CustomerClueOutInvestDataBackFlowReq),
    )
    _RESPONSE: ClassVar[Any] = lambda: TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse
    _API: ClassVar[_s.Api] = _s.Api(
        method="tmall.alihouse.customer.clue.out.invest.total.data.back.flow",
        root="tmall_alihouse_customer_clue_out_invest_total_data_back_flow_response",
        is_repeatable=True,
        deadline_s=10,
        outcome=_s.Outcome(("result", "success"), "true", ("result", "code")),
        remedies={
            "NO_PERMISSION": ("用已绑定的账号授权，或请平台绑定", "Authorise with the bound account, or have it bound"),
            "SUBJECT_CONFLICT": ("核对 id 与 store_id", "Check id and store_id"),
        },
    )
