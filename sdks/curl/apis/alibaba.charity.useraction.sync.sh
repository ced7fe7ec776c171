#!/bin/sh
# alibaba.charity.useraction.sync: 用户公益行为同步 / Report a charity action of a user
set -u
method='alibaba.charity.useraction.sync'

for argument; do
  shift
  case $argument in
    --help | -h)
      printf '%s\n' \
        'Usage: alibaba.charity.useraction.sync.sh [--sample] [OPTION]... [NAME=VALUE | NAME@FILE]...' \
        '' \
        '用户公益行为同步 / Report a charity action of a user' \
        '外部公益活动,用户公益行为同步 / External charity activities report the actions of their users' \
        '--sample sends the documented example. Options: topgate-call.sh --help' \
        '同一渠道内 event_id 幂等：内容相同返回首次结果，内容不同返回 409 / Idempotent by event_id within the channel: equal content gets the first answer, other content 409' \
        '' \
        'Parameters:' \
        '  channel_user_action_dto (JSON object, required) 用户公益行为 / The charity action; tb_user_id 与 third_user_key 至少一个 / At least one of tb_user_id and third_user_key' \
        '    activity_id (integer, required) 活动ID / Activity id; ≥ 1' \
        '    event_id (text, required) 唯一的动作ID,渠道范围内唯一,幂等控制 / Id of the action, unique within the channel; controls idempotency; 1–64 个可见 ASCII 字符，不含空格 / 1 to 64 visible ASCII characters, no spaces' \
        '    tb_user_id (integer) 淘宝ID / Taobao user id; ≥ 1' \
        '    timestamp_long (integer) 做公益当时的时间戳 / The time of the action in epoch milliseconds; 与 charity_timestamp 不一致时以后者为准 / charity_timestamp wins when the two differ' \
        '    charity_type_sub_code (text) 公益类型子代码 / Sub-type of the action; 大写字母、数字、下划线；不填则取活动的默认值 / Upper-case letters, digits, underscore; absent: the default of the activity' \
        '    fore_reg_activity (flag) 是否强制报名活动,默认false / Whether to register the user for the activity by force; false by default' \
        '    features_map (text) 扩展属性 / Further attributes; JSON 对象文本，≤4KB，值为标量 / Text of a JSON object of scalars, up to 4 KB' \
        '    feeling (text) 公益感言 / Words of the user; ≤4KB，建议 500 字以内 / Up to 4 KB, better under 500 characters' \
        '    charity_timestamp (moment, required) 做公益当时的时间 / When the good was done; 北京时间，不晚于当前 5 分钟，须在活动时间内 / Beijing time, at most 5 minutes ahead, within the time of the activity' \
        '    ori_content (text) 原生公益行为内容,JSON / The action as the channel keeps it, in JSON; JSON 文本，≤16KB；按规则取其中的数量 / JSON text up to 16 KB; quantities for the hours are read from it' \
        '    third_user_key (text) 三方用户标识 / The user at the third party; ≤128 字符 / Up to 128 characters' \
        '    version (text) 版本 / Version; "1" 用 tb_user_id，"2" 可用 third_user_key；其他按最新处理 / "1" uses tb_user_id, "2" allows third_user_key; others count as newest'
      exit 0
      ;;
    --sample)
      set -- "$@" \
        'channel_user_action_dto={"activity_id":12345,"event_id":"UNI_9901","tb_user_id":12345,"timestamp_long":12345,"charity_type_sub_code":"SUB_CODE","fore_reg_activity":false,"features_map":"{}","feeling":"公益感言","charity_timestamp":"2019-08-08 12:00:00","ori_content":"{}","third_user_key":"123","version":"2"}'
      ;;
    *) set -- "$@" "$argument" ;;
  esac
done

case $0 in */*) here=${0%/*}/.. ;; *) here=.. ;; esac
exec sh "$here/topgate-call.sh" "$method" "$@"
