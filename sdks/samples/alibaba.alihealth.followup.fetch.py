# -*- coding: utf-8 -*-
import top.api

req = top.api.AlibabaAlihealthFollowupFetchRequest(url, port)
req.set_app_info(top.appinfo(appkey, secret))

req.request1 = "{\"session_id\":\"78bfcced948a65d29c5c77f1cd3367a2\",\"bterm_user_id\":\"2034131106552037\",\"cterm_user_id\":\"5394977607673890\",\"fetch_type\":\"1\",\"last_time_stamp\":\"0\",\"page_size\":10,\"user_id\":\"153315451244705\",\"rs_type\":\"2\",\"wait_seconds\":0}"
req.auth_token = "9eae09db243df99bd67af033decfd257"
try:
    resp = req.getResponse()
    print(resp)
except Exception as e:
    print(e)
