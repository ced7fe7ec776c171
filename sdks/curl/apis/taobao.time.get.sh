#!/bin/sh
# taobao.time.get: 获取系统当前时间 / The present time of the platform
set -u
method='taobao.time.get'

for argument; do
  shift
  case $argument in
    --help | -h)
      printf '%s\n' \
        'Usage: taobao.time.get.sh [--sample] [OPTION]... [NAME=VALUE | NAME@FILE]...' \
        '' \
        '获取系统当前时间 / The present time of the platform' \
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
