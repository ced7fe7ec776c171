#!/bin/sh
# taobao.retail.user.tag.mobile.add: 根据手机号或者支付宝id进行用户打标-外部来源用户标记同步接口 / Mark a user found by phone or Alipay id
set -u
method='taobao.retail.user.tag.mobile.add'

for argument; do
  shift
  case $argument in
    --help | -h)
      printf '%s\n' \
        'Usage: taobao.retail.user.tag.mobile.add.sh [--sample] [OPTION]... [NAME=VALUE | NAME@FILE]...' \
        '' \
        '根据手机号或者支付宝id进行用户打标-外部来源用户标记同步接口 / Mark a user found by phone or Alipay id' \
        '根据手机号或者支付宝id进行用户打标-外部来源用户标记同步接口 / Mark a user found by phone or Alipay id, for external sources' \
        '--sample sends the documented example. Options: topgate-call.sh --help' \
        '同一标签、用户、来源只有一个标记，重复调用返回成功 / One mark per tag, user and source; a repeat succeeds' \
        '' \
        'Parameters:' \
        '  biz_code (text) 业务来源方 / Business source; 须登记到应用；应用只有一个时可不传 / Registered to the app; may be left out when the app has exactly one' \
        '  isv_user_id (text) 识别外部用户唯一用户ID / Unique id of the user at the caller; 1–128 字符，不含控制字符 / 1 to 128, no control characters' \
        '  open_id (text) openid / Open id, valid for the app it was issued to; ≤128 字符 / Up to 128 characters' \
        '  alipay_user_id (text) 支付宝ID / Alipay id; 2088 开头的 16 位数字 / 16 digits beginning with 2088' \
        '  ext_param (text) 扩展信息 / Extension; JSON 对象文本，≤4KB；约定的成员：mobile、mobileMd5、mobileSha256、tagCode、expireTime、eventTime、consentId，其他成员原样保存 / Text of a JSON object up to 4 KB; agreed members: mobile, mobileMd5, mobileSha256, tagCode, expireTime, eventTime, consentId; others are kept'
      exit 0
      ;;
    --sample)
      set -- "$@" \
        'biz_code=**' \
        'isv_user_id=*123**45*' \
        'open_id=*123**45*' \
        'alipay_user_id=*1234**5678*' \
        'ext_param={}'
      ;;
    *) set -- "$@" "$argument" ;;
  esac
done

case $0 in */*) here=${0%/*}/.. ;; *) here=.. ;; esac
exec sh "$here/topgate-call.sh" "$method" "$@"
