# -*- coding: utf-8 -*-
import top.api

req = top.api.TopAuthTokenRefreshRequest(url, port)
req.set_app_info(top.appinfo(appkey, secret))

req.refresh_token = "6200sandbox0000000000000000000000000000000000000000000007"
try:
    resp = req.getResponse()
    print(resp)
except Exception as e:
    print(e)
