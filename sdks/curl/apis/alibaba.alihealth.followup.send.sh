#!/bin/sh
# alibaba.alihealth.followup.send: 随访IM发送会话 / Send a message of a follow-up chat
set -u
method='alibaba.alihealth.followup.send'

for argument; do
  shift
  case $argument in
    --help | -h)
      printf '%s\n' \
        'Usage: alibaba.alihealth.followup.send.sh [--sample] [OPTION]... [NAME=VALUE | NAME@FILE]...' \
        '' \
        '随访IM发送会话 / Send a message of a follow-up chat' \
        '--sample sends the documented example. Options: topgate-call.sh --help' \
        '同一签名的请求 21 分钟内返回首次结果 / A request with the same signature gets the first answer for 21 minutes' \
        '' \
        'Parameters:' \
        '  request1 (JSON object, required) 服务入参 / Request' \
        '    session_id (text, required) 会话ID / Conversation; 32 位小写十六进制 / 32 lower-case hexadecimal digits' \
        '    bterm_user_id (text) 医生ID或医生组ID / Doctor or group of doctors; 1–19 位数字 / 1 to 19 digits' \
        '    cterm_user_id (text) 就诊人ID / Patient; 1–19 位数字 / 1 to 19 digits' \
        '    rs_type (text, required) 谁发的 / Who speaks: 1 patient, 2 doctor; 1 患者，2 医生 / 1 patient, 2 doctor' \
        '    content (text, required) 内容 / The message as a JSON object; JSON 对象文本，≤16KB；文字放在 text，1–2000 字 / Text of a JSON object up to 16 KB; words go into text, 1 to 2,000 characters' \
        '    user_id (text) 医生自己的id / The doctor who speaks; bterm_user_id 为医生组时必填 / Needed when bterm_user_id is a group' \
        '  auth_token (text) token用于安全验证 / Token for the security check; 32 位十六进制或 UUID / 32 hexadecimal digits or a UUID'
      exit 0
      ;;
    --sample)
      set -- "$@" \
        'request1={"session_id":"78bfcced948a65d29c5c77f1cd3367a2","bterm_user_id":"2034131106552037","cterm_user_id":"5394977607673890","rs_type":"2","content":"{\"text\":\"abc\"}","user_id":"153315451244705"}' \
        'auth_token=9eae09db243df99bd67af033decfd257'
      ;;
    *) set -- "$@" "$argument" ;;
  esac
done

case $0 in */*) here=${0%/*}/.. ;; *) here=.. ;; esac
exec sh "$here/topgate-call.sh" "$method" "$@"
