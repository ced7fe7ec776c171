curl -X POST 'http://127.0.0.1:8080/router/rest' \
  -H 'Content-Type: application/x-www-form-urlencoded;charset=utf-8' \
  --data-urlencode 'method=alibaba.alihealth.insurance.inst.user.behavior.sync' \
  --data-urlencode 'app_key=APP_KEY' \
  --data-urlencode 'timestamp=2026-01-01 08:00:00' \
  --data-urlencode 'format=json' \
  --data-urlencode 'v=2.0' \
  --data-urlencode 'sign_method=hmac-sha256' \
  --data-urlencode 'param0={"advertise_org_url":"https://ihealth.zhongan.com/insure/gt/inform?adid=1725549616679939&channelCode=c20211102101365001&channelSource=T202202140302845606&clickid=EIuox5-NrIgDGMPkkM3f9L4CIJO0gYXVjTowDDgBQiIyMDIyMDIyMzE4MzUyNjAxMDE1ODE0NzAyMDFBMDI2MkU4SAGQAQA&creativeid=1725549616681995&creativetype=5&goodsCode=G202106170002&iseeTap=Y&sign=o-ymztqbrdfK21KJXihHKQ&version=V2","inst_product_id":"CU95","channel_source_name":"优矩-抖音","inst_goods_code":"G202106170002","behavior_type":"START_UNDERWRITING","flow_id":1800001886002007960,"behavior_time":"2022-02-23 18:46:04"}' \
  --data-urlencode 'sign=SIGN'
