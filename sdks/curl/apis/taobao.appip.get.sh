#!/bin/sh
# taobao.appip.get: 获取ISV发起请求服务器IP / The address that the caller is seen with
set -u
method='taobao.appip.get'

for argument; do
  shift
  case $argument in
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
      set -- "$@"
      ;;
    *) set -- "$@" "$argument" ;;
  esac
done

case $0 in */*) here=${0%/*}/.. ;; *) here=.. ;; esac
exec sh "$here/topgate-call.sh" "$method" "$@"
