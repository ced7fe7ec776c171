# -*- coding: utf-8 -*-
import top.api

req = top.api.AlibabaCharityUseractionSyncRequest(url, port)
req.set_app_info(top.appinfo(appkey, secret))

req.channel_user_action_dto = "{\"activity_id\":12345,\"event_id\":\"UNI_9901\",\"tb_user_id\":12345,\"timestamp_long\":12345,\"charity_type_sub_code\":\"SUB_CODE\",\"fore_reg_activity\":false,\"features_map\":\"{}\",\"feeling\":\"公益感言\",\"charity_timestamp\":\"2019-08-08 12:00:00\",\"ori_content\":\"{}\",\"third_user_key\":\"123\",\"version\":\"2\"}"
try:
    resp = req.getResponse()
    print(resp)
except Exception as e:
    print(e)
