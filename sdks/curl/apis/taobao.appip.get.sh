#!/bin/sh
# taobao.appip.get: 获取ISV发起请求服务器IP / The address that the caller is seen with
set -u
method='taobao.appip.get'

case ${1-} in
  --help | -h)
    printf '%s\n' \
      'Usage: taobao.appip.get.sh [--sample] [OPTION]... [NAME=VALUE | NAME@FILE]...' \
      '' \
      '获取ISV发起请求服务器IP / The address that the caller is seen with' \
      '--sample sends the documented example. Options: topgate-call.sh --help' \
      '查询，可随时重复 / A query; repeat at will' \
      '' \
      'It takes no parameters.'
    exit 0
    ;;
  --sample)
    shift
    set -- "$@"
    ;;
esac

exec sh "$(dirname -- "$0")/../topgate-call.sh" "$method" "$@"
