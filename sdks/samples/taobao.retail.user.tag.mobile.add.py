# -*- coding: utf-8 -*-
import top.api

req = top.api.RetailUserTagMobileAddRequest(url, port)
req.set_app_info(top.appinfo(appkey, secret))

req.biz_code = "**"
req.isv_user_id = "*123**45*"
req.open_id = "*123**45*"
req.alipay_user_id = "*1234**5678*"
req.ext_param = "{}"
try:
    resp = req.getResponse()
    print(resp)
except Exception as e:
    print(e)
