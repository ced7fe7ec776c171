"""The calls of the scenarios and what they print; see e2e/sdk/testing/scenarios.ts."""

from datetime import datetime, timezone
from decimal import Decimal
from typing import Any, Dict, Optional

from topgate import BEIJING, File
from topgate._json_text import write_json
from topgate.api import TimeGetRequest
from topgate.api.alibaba_alihealth_followup_fetch import (
    AlibabaAlihealthFollowupFetchRequest,
    ChickenIMDialogRequest,
)
from topgate.api.alibaba_alihealth_insurance_inst_user_behavior_sync import (
    AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest,
    InstSyncUserBehaviorInfoRequest,
)
from topgate.api.alibaba_charity_useraction_sync import (
    AlibabaCharityUseractionSyncRequest,
    ChannelUserActionDto,
)
from topgate.api.retail_user_tag_mobile_add import RetailUserTagMobileAddRequest
from topgate.api.strange_call import Class, StrangeCallRequest, StrangeRow
from topgate.api.tmall_alihouse_customer_clue_out_invest_total_data_back_flow import (
    CustomerClueOutInvestDataBackFlowReq,
    TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest,
)


def request_of(call: str) -> Any:
    if call == "charity":
        return AlibabaCharityUseractionSyncRequest(
            channel_user_action_dto=ChannelUserActionDto(
                activity_id=12345,
                event_id="UNI_9901",
                fore_reg_activity=False,
                feeling='a+b&c=d %25 “中文”\n第二行\t😀 \\ " / <x>',
                charity_timestamp=datetime(2019, 8, 8, 4, tzinfo=timezone.utc),
                third_user_key="123",
            )
        )
    if call == "insurance":
        return AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest(
            param0=InstSyncUserBehaviorInfoRequest(
                advertise_org_url="https://ihealth.example.com/a?b=1&c=优矩-抖音",
                inst_product_id="CU95",
                behavior_type="START_UNDERWRITING",
                flow_id=1800001886002007960,
                behavior_time="2022-02-23 18:46:04",
            )
        )
    if call == "house":
        return TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest(
            req=CustomerClueOutInvestDataBackFlowReq(
                type=1, data='[{"id":64,"statisticsDate":"2022-04-02"}]'
            )
        )
    if call == "tag":
        return RetailUserTagMobileAddRequest(
            biz_code="STRANGE",
            alipay_user_id="2088000000000001",
            ext_param='{"mobile":"13800138000"}',
        )
    if call == "fetch":
        request = ChickenIMDialogRequest(session_id="78bfcced948a65d29c5c77f1cd3367a2")
        return AlibabaAlihealthFollowupFetchRequest(request1=request)
    if call == "time":
        return TimeGetRequest()
    picture = File("a.png", bytes.fromhex("89504e470d0a00ff2d2d"))
    return strange_request(picture if call == "strange-file" else None)


def strange_request(picture: Optional[File]) -> StrangeCallRequest:
    return StrangeCallRequest(
        class_="reserved",
        _2fa="digit",
        a_b="1",
        a_b2="2",
        aB="3",
        numbers=[1, -(2**63)],
        tags=["a", "中文"],
        when=datetime(2024, 2, 29, 23, 59, 59, tzinfo=BEIJING),
        price=Decimal("0.10"),
        flag=True,
        small=7,
        payload='{"a":1}',
        anything={"b": [1, None]},
        rows=[
            StrangeRow(
                id=2**63 - 1,
                when="2024-02-29 23:59:59",
                tags=["a", "b"],
                inner=Class(class_="x"),
            ),
            StrangeRow(id=2, inner=Class(class_="y")),
        ],
        picture=picture,
    )


def fields_of(response: Any, call: str) -> Dict[str, Any]:
    if call == "charity":
        data = getattr(response.result, "data", None)
        return {
            **pick(response.result, "msg", "code", "success"),
            **pick(data, "event_id", "charity_hours"),
        }
    if call == "insurance":
        return pick(response, "result_status", "data", "result_code", "result_msg")
    if call == "house":
        return pick(response.result, "code", "msg", "success")
    if call == "tag":
        errors = response.error_infos
        return {
            **pick(response, "result"),
            **pick(response.module, "tag_success", "use_type"),
            "errors": errors and ",".join(error.outer_error_code for error in errors),
        }
    if call == "fetch":
        messages = response.result1.dialog_list
        return {
            **pick(response.result1, "success", "msg_code"),
            "messages": None
            if messages is None
            else ",".join(f"{one.id}:{one.time_stamp}:{one.rs_type}" for one in messages),
        }
    if call == "time":
        return {"time": response.time.strftime("%Y-%m-%d %H:%M:%S")}
    return {
        "class": response.class_,
        "body": response.body_,
        **pick(response, "code", "price"),
        "numbers": ",".join(map(str, response.numbers)),
        "names": ",".join(response.names),
        "when": response.when.strftime("%Y-%m-%d %H:%M:%S"),
        "rows": ",".join(f"{row.id}:{row.inner.class_}" for row in response.rows),
        "anything": write_json(response.anything),
    }


def pick(struct: Any, *names: str) -> Dict[str, Any]:
    return {name: getattr(struct, name, None) for name in names}


def as_text(value: Any) -> Optional[str]:
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if value is None else str(value)
