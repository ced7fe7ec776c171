#!/bin/sh
# alibaba.alihealth.followup.fetch: 随访IM会话轮询 / Read the messages of a follow-up chat
set -u
method='alibaba.alihealth.followup.fetch'

for argument; do
  shift
  case $argument in
    --help | -h)
      printf '%s\n' \
        'Usage: alibaba.alihealth.followup.fetch.sh [--sample] [OPTION]... [NAME=VALUE | NAME@FILE]...' \
        '' \
        '随访IM会话轮询 / Read the messages of a follow-up chat' \
        '按时间戳读取会话消息，不漏不重；没有新消息时返回空列表 / Reads the messages of a conversation by their stamps, none skipped, none repeated; an empty list when there is nothing new' \
        '--sample sends the documented example. Options: topgate-call.sh --help' \
        '查询，可随时重复 / A query; repeat at will' \
        '' \
        'Parameters:' \
        '  request1 (JSON object, required) 服务入参 / Request' \
        '    session_id (text, required) 会话ID / Conversation; 32 位小写十六进制 / 32 lower-case hexadecimal digits' \
        '    bterm_user_id (text) 医生ID或医生组ID / Doctor or group of doctors; 1–19 位数字 / 1 to 19 digits' \
        '    cterm_user_id (text) 就诊人ID / Patient; 1–19 位数字 / 1 to 19 digits' \
        '    fetch_type (text) 获取类型 / Direction: 1 newer than last_time_stamp, 2 older; 1 取更新的消息，由旧到新；2 取更早的消息，由新到旧；默认 1 / 1 newer messages, oldest first; 2 older messages, newest first; default 1' \
        '    last_time_stamp (text) 上次时间戳 / Where to go on: time_stamp of the last message of the page before; 上一页最后一条的 time_stamp；0 或不传：类型 1 从头开始，类型 2 从最新开始 / time_stamp of the last item of the page before; 0 or absent: type 1 from the start, type 2 from the newest' \
        '    page_size (integer) 获取数量 / How many messages at most; 1–100，默认 10；不足此数表示已到头 / 1 to 100, default 10; fewer mean that there are no more' \
        '    user_id (text) 医生自己的医生id / The doctor who reads; bterm_user_id 为医生组且没有 auth_token 时，医生必填 / Needed of a doctor of a group who has no auth_token' \
        '    rs_type (text) 1患者发2医生发 / Who reads: 1 patient, 2 doctor; 不传时由 auth_token 决定；也没有时，有 user_id 为医生，否则为患者 / Absent: as auth_token says; without one, a doctor when user_id is there, else the patient' \
        '    wait_seconds (integer) 没有新消息时最多等待的秒数 / How long to wait for a new message when there is none; 0–10，默认 0（立即返回）；只对 fetch_type 1 有效 / 0 to 10, default 0 (answer at once); only for fetch_type 1' \
        '  auth_token (text) token用于安全验证 / Token for the security check; 32 位十六进制或 UUID / 32 hexadecimal digits or a UUID'
      exit 0
      ;;
    --sample)
      set -- "$@" \
        'request1={"session_id":"78bfcced948a65d29c5c77f1cd3367a2","bterm_user_id":"2034131106552037","cterm_user_id":"5394977607673890","fetch_type":"1","last_time_stamp":"0","page_size":10,"user_id":"153315451244705","rs_type":"2","wait_seconds":0}' \
        'auth_token=9eae09db243df99bd67af033decfd257'
      ;;
    *) set -- "$@" "$argument" ;;
  esac
done

case $0 in */*) here=${0%/*}/.. ;; *) here=.. ;; esac
exec sh "$here/topgate-call.sh" "$method" "$@"
