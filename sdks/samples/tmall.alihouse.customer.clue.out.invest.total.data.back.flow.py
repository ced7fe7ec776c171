# -*- coding: utf-8 -*-
import top.api

req = top.api.TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest(url, port)
req.set_app_info(top.appinfo(appkey, secret))

req.req = "{\"type\":1,\"data\":\"[{\\\"id\\\":64,\\\"store_id\\\":3,\\\"storeName\\\":\\\"222333444555666777\\\",\\\"aliDayTSendRate\\\":2,\\\"aliDayTcSend\\\":2,\\\"aliDayTnSend\\\":1,\\\"aliOrderTSendRate\\\":1,\\\"aliOrderTcSend\\\":1,\\\"aliOrderTnSend\\\":1,\\\"aliUv\\\":1,\\\"allLzSendRate\\\":1,\\\"allLzcSend\\\":1,\\\"allLznSend\\\":1,\\\"businessType\\\":1,\\\"createTime\\\":\\\"2022-03-31 21:23:12\\\",\\\"fcDayTSendRate\\\":1,\\\"fcDayTcSend\\\":1,\\\"fcDayTnSend\\\":1,\\\"fcLzSendRate\\\":1,\\\"fcLzcSend\\\":1,\\\"fcLznSend\\\":1,\\\"fcOrderTSendRate\\\":1,\\\"fcOrderTcSend\\\":1,\\\"fcOrderTnSend\\\":1,\\\"fcUv\\\":1,\\\"replyImAll\\\":1,\\\"replyImRate\\\":0,\\\"sendImAll\\\":1,\\\"statisticsDate\\\":\\\"2022-04-02\\\",\\\"totalCSend\\\":1,\\\"totalDayTSendRate\\\":1,\\\"totalDayTcSend\\\":1,\\\"totalDayTnSend\\\":1,\\\"totalNSend\\\":11,\\\"totalSendRate\\\":0,\\\"totalUv\\\":1,\\\"updateTime\\\":\\\"2022-03-31 21:23:12\\\"}]\"}"
try:
    resp = req.getResponse(sessionKey)
    print(resp)
except Exception as e:
    print(e)
