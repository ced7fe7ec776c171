#!/bin/sh
# alibaba.alihealth.followup.dialogrecord.recall: 会话消息撤回 / Recall a message of a follow-up chat
set -u
method='alibaba.alihealth.followup.dialogrecord.recall'

for argument; do
  shift
  case $argument in
    --help | -h)
      printf '%s\n' \
        'Usage: alibaba.alihealth.followup.dialogrecord.recall.sh [--sample] [OPTION]... [NAME=VALUE | NAME@FILE]...' \
        '' \
        '会话消息撤回 / Recall a message of a follow-up chat' \
        '两分钟内撤回本人发送的消息；读取方收到撤回提示，原文不再可见 / Takes back an own message within two minutes; readers get a notice of it and the words no longer' \
        '--sample sends the documented example. Options: topgate-call.sh --help' \
        '已撤回的消息再次撤回仍返回成功 / To recall a message again succeeds again' \
        '' \
        'Parameters:' \
        '  auth_token (text, required) token用于安全验证 / Token for the security check; 32 位十六进制或 UUID / 32 hexadecimal digits or a UUID' \
        '  request1 (JSON object, required) 入参model / Request' \
        '    record_id (text, required) 会话记录ID / Id of the message, as sending it answered; 发送时返回的 id / The id that sending answered' \
        '    doctor_id (text) 医生ID / The doctor who recalls; 1–19 位数字 / 1 to 19 digits' \
        '    session_id (text, required) 会话ID / Conversation; 32 位小写十六进制 / 32 lower-case hexadecimal digits' \
        '    bterm_user_id (text, required) B端用户ID(单聊是医生id、群聊是组id) / The doctor of a single chat, the group of a group chat; 1–19 位数字 / 1 to 19 digits' \
        '    sufferer_id (text) 患者ID / Patient; 1–19 位数字 / 1 to 19 digits' \
        '    rs_type (text, required) 1是患者撤回,2是医生撤回 / Who recalls: 1 patient, 2 doctor; 1 患者，2 医生 / 1 patient, 2 doctor'
      exit 0
      ;;
    --sample)
      set -- "$@" \
        'auth_token=9eae09db243df99bd67af033decfd257' \
        'request1={"record_id":"1800000767768343","doctor_id":"153315451244705","session_id":"78bfcced948a65d29c5c77f1cd3367a2","bterm_user_id":"2034131106552037","sufferer_id":"5394977607673890","rs_type":"2"}'
      ;;
    *) set -- "$@" "$argument" ;;
  esac
done

case $0 in */*) here=${0%/*}/.. ;; *) here=.. ;; esac
exec sh "$here/topgate-call.sh" "$method" "$@"
