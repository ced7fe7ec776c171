curl -X POST 'http://127.0.0.1:8080/router/rest' \
  -H 'Content-Type: application/x-www-form-urlencoded;charset=utf-8' \
  --data-urlencode 'method=alibaba.charity.useraction.sync' \
  --data-urlencode 'app_key=APP_KEY' \
  --data-urlencode 'timestamp=2026-01-01 08:00:00' \
  --data-urlencode 'format=json' \
  --data-urlencode 'v=2.0' \
  --data-urlencode 'sign_method=hmac-sha256' \
  --data-urlencode 'channel_user_action_dto={"activity_id":12345,"event_id":"UNI_9901","tb_user_id":12345,"timestamp_long":12345,"charity_type_sub_code":"SUB_CODE","fore_reg_activity":false,"features_map":"{}","feeling":"公益感言","charity_timestamp":"2019-08-08 12:00:00","ori_content":"{}","third_user_key":"123","version":"2"}' \
  --data-urlencode 'sign=SIGN'
