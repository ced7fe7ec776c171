# -*- coding: utf-8 -*-
import top.api

req = top.api.AlibabaAlihealthFollowupSendRequest(url, port)
req.set_app_info(top.appinfo(appkey, secret))

req.request1 = "{\"session_id\":\"78bfcced948a65d29c5c77f1cd3367a2\",\"bterm_user_id\":\"2034131106552037\",\"cterm_user_id\":\"5394977607673890\",\"rs_type\":\"2\",\"content\":\"{\\\"text\\\":\\\"abc\\\"}\",\"user_id\":\"153315451244705\"}"
req.auth_token = "9eae09db243df99bd67af033decfd257"
try:
    resp = req.getResponse()
    print(resp)
except Exception as e:
    print(e)
