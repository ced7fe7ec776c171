#!/bin/sh
# taobao.top.auth.token.refresh: 刷新Access Token / Get a new session key for a refresh token
set -u
method='taobao.top.auth.token.refresh'

for argument; do
  shift
  case $argument in
    --help | -h)
      printf '%s\n' \
        'Usage: taobao.top.auth.token.refresh.sh [--sample] [OPTION]... [NAME=VALUE | NAME@FILE]...' \
        '' \
        '刷新Access Token / Get a new session key for a refresh token' \
        '用 refresh_token 换取新的 SessionKey 与新的 refresh_token / Gives a new session key and a new refresh token for a refresh token' \
        '--sample sends the documented example. Options: topgate-call.sh --help' \
        '不可重复：refresh_token 第二次出现时，同一授权下的所有 SessionKey 作废 / Never repeat it: a refresh token that comes a second time ends every session key of the authorisation' \
        '' \
        'Parameters:' \
        '  refresh_token (text, required) 与上一个 SessionKey 一同得到的 refresh_token，只能用一次 / The refresh token that came with the last session key; it counts once; ≤128 字符 / Up to 128 characters'
      exit 0
      ;;
    --sample)
      set -- "$@" \
        'refresh_token=6200sandbox0000000000000000000000000000000000000000000007'
      ;;
    *) set -- "$@" "$argument" ;;
  esac
done

case $0 in */*) here=${0%/*}/.. ;; *) here=.. ;; esac
exec sh "$here/topgate-call.sh" "$method" "$@"
