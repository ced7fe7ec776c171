curl -X POST 'http://127.0.0.1:8080/router/rest' \
  -H 'Content-Type: application/x-www-form-urlencoded;charset=utf-8' \
  --data-urlencode 'method=taobao.top.auth.token.refresh' \
  --data-urlencode 'app_key=APP_KEY' \
  --data-urlencode 'timestamp=2026-01-01 08:00:00' \
  --data-urlencode 'format=json' \
  --data-urlencode 'v=2.0' \
  --data-urlencode 'sign_method=hmac-sha256' \
  --data-urlencode 'refresh_token=6200sandbox0000000000000000000000000000000000000000000007' \
  --data-urlencode 'sign=SIGN'
