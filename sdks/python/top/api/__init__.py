"""The requests of all APIs, in the manner of TOP's own SDK."""

import topgate.api as _api

from .base import FileItem as FileItem
from .base import RestApi as RestApi
from .base import TopException as TopException


class AlibabaAlihealthFollowupDialogrecordRecallRequest(RestApi):
    "alibaba.alihealth.followup.dialogrecord.recall"

    _request_class = lambda: _api.AlibabaAlihealthFollowupDialogrecordRecallRequest


class AlibabaAlihealthFollowupFetchRequest(RestApi):
    "alibaba.alihealth.followup.fetch"

    _request_class = lambda: _api.AlibabaAlihealthFollowupFetchRequest


class AlibabaAlihealthFollowupSendRequest(RestApi):
    "alibaba.alihealth.followup.send"

    _request_class = lambda: _api.AlibabaAlihealthFollowupSendRequest


class AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest(RestApi):
    "alibaba.alihealth.insurance.inst.user.behavior.sync"

    _request_class = lambda: _api.AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest


class AlibabaCharityUseractionSyncRequest(RestApi):
    "alibaba.charity.useraction.sync"

    _request_class = lambda: _api.AlibabaCharityUseractionSyncRequest


class AppipGetRequest(RestApi):
    "taobao.appip.get"

    _request_class = lambda: _api.AppipGetRequest


class RetailUserTagMobileAddRequest(RestApi):
    "taobao.retail.user.tag.mobile.add"

    _request_class = lambda: _api.RetailUserTagMobileAddRequest


class TimeGetRequest(RestApi):
    "taobao.time.get"

    _request_class = lambda: _api.TimeGetRequest


class TopAuthTokenCreateRequest(RestApi):
    "taobao.top.auth.token.create"

    _request_class = lambda: _api.TopAuthTokenCreateRequest


class TopAuthTokenRefreshRequest(RestApi):
    "taobao.top.auth.token.refresh"

    _request_class = lambda: _api.TopAuthTokenRefreshRequest


class TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest(RestApi):
    "tmall.alihouse.customer.clue.out.invest.total.data.back.flow"

    _request_class = lambda: _api.TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest
