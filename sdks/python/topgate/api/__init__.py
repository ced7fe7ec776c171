"""The requests and responses of all APIs; structs are in the module of their API."""

from importlib import import_module
from typing import TYPE_CHECKING, Any, List

if TYPE_CHECKING:
    from .alibaba_alihealth_followup_dialogrecord_recall import AlibabaAlihealthFollowupDialogrecordRecallRequest as AlibabaAlihealthFollowupDialogrecordRecallRequest
    from .alibaba_alihealth_followup_dialogrecord_recall import AlibabaAlihealthFollowupDialogrecordRecallResponse as AlibabaAlihealthFollowupDialogrecordRecallResponse
    from .alibaba_alihealth_followup_fetch import AlibabaAlihealthFollowupFetchRequest as AlibabaAlihealthFollowupFetchRequest
    from .alibaba_alihealth_followup_fetch import AlibabaAlihealthFollowupFetchResponse as AlibabaAlihealthFollowupFetchResponse
    from .alibaba_alihealth_followup_send import AlibabaAlihealthFollowupSendRequest as AlibabaAlihealthFollowupSendRequest
    from .alibaba_alihealth_followup_send import AlibabaAlihealthFollowupSendResponse as AlibabaAlihealthFollowupSendResponse
    from .alibaba_alihealth_insurance_inst_user_behavior_sync import AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest as AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest
    from .alibaba_alihealth_insurance_inst_user_behavior_sync import AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse as AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse
    from .alibaba_charity_useraction_sync import AlibabaCharityUseractionSyncRequest as AlibabaCharityUseractionSyncRequest
    from .alibaba_charity_useraction_sync import AlibabaCharityUseractionSyncResponse as AlibabaCharityUseractionSyncResponse
    from .appip_get import AppipGetRequest as AppipGetRequest
    from .appip_get import AppipGetResponse as AppipGetResponse
    from .retail_user_tag_mobile_add import RetailUserTagMobileAddRequest as RetailUserTagMobileAddRequest
    from .retail_user_tag_mobile_add import RetailUserTagMobileAddResponse as RetailUserTagMobileAddResponse
    from .time_get import TimeGetRequest as TimeGetRequest
    from .time_get import TimeGetResponse as TimeGetResponse
    from .top_auth_token_create import TopAuthTokenCreateRequest as TopAuthTokenCreateRequest
    from .top_auth_token_create import TopAuthTokenCreateResponse as TopAuthTokenCreateResponse
    from .top_auth_token_refresh import TopAuthTokenRefreshRequest as TopAuthTokenRefreshRequest
    from .top_auth_token_refresh import TopAuthTokenRefreshResponse as TopAuthTokenRefreshResponse
    from .tmall_alihouse_customer_clue_out_invest_total_data_back_flow import TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest as TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest
    from .tmall_alihouse_customer_clue_out_invest_total_data_back_flow import TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse as TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse

_MODULES = {
    "AlibabaAlihealthFollowupDialogrecordRecallRequest": "alibaba_alihealth_followup_dialogrecord_recall",
    "AlibabaAlihealthFollowupDialogrecordRecallResponse": "alibaba_alihealth_followup_dialogrecord_recall",
    "AlibabaAlihealthFollowupFetchRequest": "alibaba_alihealth_followup_fetch",
    "AlibabaAlihealthFollowupFetchResponse": "alibaba_alihealth_followup_fetch",
    "AlibabaAlihealthFollowupSendRequest": "alibaba_alihealth_followup_send",
    "AlibabaAlihealthFollowupSendResponse": "alibaba_alihealth_followup_send",
    "AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest": "alibaba_alihealth_insurance_inst_user_behavior_sync",
    "AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse": "alibaba_alihealth_insurance_inst_user_behavior_sync",
    "AlibabaCharityUseractionSyncRequest": "alibaba_charity_useraction_sync",
    "AlibabaCharityUseractionSyncResponse": "alibaba_charity_useraction_sync",
    "AppipGetRequest": "appip_get",
    "AppipGetResponse": "appip_get",
    "RetailUserTagMobileAddRequest": "retail_user_tag_mobile_add",
    "RetailUserTagMobileAddResponse": "retail_user_tag_mobile_add",
    "TimeGetRequest": "time_get",
    "TimeGetResponse": "time_get",
    "TopAuthTokenCreateRequest": "top_auth_token_create",
    "TopAuthTokenCreateResponse": "top_auth_token_create",
    "TopAuthTokenRefreshRequest": "top_auth_token_refresh",
    "TopAuthTokenRefreshResponse": "top_auth_token_refresh",
    "TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest": "tmall_alihouse_customer_clue_out_invest_total_data_back_flow",
    "TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse": "tmall_alihouse_customer_clue_out_invest_total_data_back_flow",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"there is no {name} in this SDK")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def __dir__() -> List[str]:
    return sorted(_MODULES)
