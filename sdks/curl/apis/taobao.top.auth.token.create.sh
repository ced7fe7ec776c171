#!/bin/sh
# taobao.top.auth.token.create: 获取Access Token / Get a session key for an authorisation code
set -u
method='taobao.top.auth.token.create'

for argument; do
  shift
  case $argument in
    --help | -h)
      printf '%s\n' \
        'Usage: taobao.top.auth.token.create.sh [--sample] [OPTION]... [NAME=VALUE | NAME@FILE]...' \
        '' \
        '获取Access Token / Get a session key for an authorisation code' \
        '用户授权后，用授权码 code 换取 SessionKey 与 refresh_token / After the user has authorised, gives a session key and a refresh token for the code' \
        '--sample sends the documented example. Options: topgate-call.sh --help' \
        '不可重复：code 第二次出现时，由它得到的所有 SessionKey 作废 / Never repeat it: a code that comes a second time ends every session key that came from it' \
        '' \
        'Parameters:' \
        '  code (text, required) 授权码，授权成功后附在回调地址上；60 秒内有效，只能用一次 / The authorisation code that came back to the redirect address; it counts once, for 60 s; 授权时带有 code_challenge 的 code 请到 /oauth/token 换取，那里可以传 code_verifier / A code that was asked for with code_challenge goes to /oauth/token with its code_verifier' \
        '  uuid (text) TOP 客户端可能发送的标识，此处不使用 / An id that TOP clients may send; it is not used here; ≤128 字符 / Up to 128 characters'
      exit 0
      ;;
    --sample)
      set -- "$@" \
        'code=sandboxauthorizationcode00000001' \
        'uuid=abc'
      ;;
    *) set -- "$@" "$argument" ;;
  esac
done

case $0 in */*) here=${0%/*}/.. ;; *) here=.. ;; esac
exec sh "$here/topgate-call.sh" "$method" "$@"
