# -*- coding: utf-8 -*-
import top.api

req = top.api.TimeGetRequest(url, port)
req.set_app_info(top.appinfo(appkey, secret))

try:
    resp = req.getResponse()
    print(resp)
except Exception as e:
    print(e)
