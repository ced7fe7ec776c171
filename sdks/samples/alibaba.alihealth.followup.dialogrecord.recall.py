# -*- coding: utf-8 -*-
import top.api

req = top.api.AlibabaAlihealthFollowupDialogrecordRecallRequest(url, port)
req.set_app_info(top.appinfo(appkey, secret))

req.auth_token = "9eae09db243df99bd67af033decfd257"
req.request1 = "{\"record_id\":\"1800000767768343\",\"doctor_id\":\"153315451244705\",\"session_id\":\"78bfcced948a65d29c5c77f1cd3367a2\",\"bterm_user_id\":\"2034131106552037\",\"sufferer_id\":\"5394977607673890\",\"rs_type\":\"2\"}"
try:
    resp = req.getResponse()
    print(resp)
except Exception as e:
    print(e)
