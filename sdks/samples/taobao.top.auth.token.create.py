# -*- coding: utf-8 -*-
import top.api

req = top.api.TopAuthTokenCreateRequest(url, port)
req.set_app_info(top.appinfo(appkey, secret))

req.code = "sandboxauthorizationcode00000001"
req.uuid = "abc"
try:
    resp = req.getResponse()
    print(resp)
except Exception as e:
    print(e)
