#!/bin/sh
# alibaba.alihealth.insurance.inst.user.behavior.sync: 保司向我方同步用户行为信息 / An insurer reports a step of a user
set -u
method='alibaba.alihealth.insurance.inst.user.behavior.sync'

for argument; do
  shift
  case $argument in
    --help | -h)
      printf '%s\n' \
        'Usage: alibaba.alihealth.insurance.inst.user.behavior.sync.sh [--sample] [OPTION]... [NAME=VALUE | NAME@FILE]...' \
        '' \
        '保司向我方同步用户行为信息 / An insurer reports a step of a user' \
        '--sample sends the documented example. Options: topgate-call.sh --help' \
        '同一流程、点击、产品、行为与时间（到秒）只记一次，重复返回 SUCCESS / The same flow, click, product, step and second count once; a repeat answers SUCCESS' \
        '' \
        'Parameters:' \
        '  param0 (JSON object) request; 文档标为可选；不传或为空则返回 isv.invalid-parameter / Marked optional; without it the call is refused with isv.invalid-parameter' \
        '    advertise_org_url (text) 广告url / Landing URL of the advertisement, macros filled in; ≤16KB；无法解析的地址照收并标记，不影响结果 / Up to 16 KB; an unusable URL is kept and flagged, never refused' \
        '    inst_product_id (text, required) 保司产品ID / Product id of the insurer; 1–64 位字母、数字、_、- / 1 to 64 letters, digits, _ or -' \
        '    channel_source_name (text) 推广位名称 / Name of the promotion slot, agency-medium; 建议 128 字以内 / Better under 128 characters' \
        '    inst_goods_code (text) 保司goodsCode / Sales code of the insurer; ≤64 字符 / Up to 64 characters' \
        '    behavior_type (text, required) 用户行为类型 / Which step; 大写字母开头，大写字母、数字、下划线，2–64 位；未登记的名称也收 / Upper case, digits, underscore, 2 to 64; names not registered are accepted too' \
        '    flow_id (integer) flowId(用户跳转到众安时,由阿里健康提供) / Number of the insurance flow, issued at the jump to the insurer; ≥ 1' \
        '    behavior_time (text, required) 行为时间点 / When it happened; 北京时间 yyyy-MM-dd HH:mm:ss，不晚于当前 5 分钟 / Beijing time, yyyy-MM-dd HH:mm:ss, at most 5 minutes ahead'
      exit 0
      ;;
    --sample)
      set -- "$@" \
        'param0={"advertise_org_url":"https://ihealth.zhongan.com/insure/gt/inform?adid=1725549616679939&channelCode=c20211102101365001&channelSource=T202202140302845606&clickid=EIuox5-NrIgDGMPkkM3f9L4CIJO0gYXVjTowDDgBQiIyMDIyMDIyMzE4MzUyNjAxMDE1ODE0NzAyMDFBMDI2MkU4SAGQAQA&creativeid=1725549616681995&creativetype=5&goodsCode=G202106170002&iseeTap=Y&sign=o-ymztqbrdfK21KJXihHKQ&version=V2","inst_product_id":"CU95","channel_source_name":"优矩-抖音","inst_goods_code":"G202106170002","behavior_type":"START_UNDERWRITING","flow_id":1800001886002007960,"behavior_time":"2022-02-23 18:46:04"}'
      ;;
    *) set -- "$@" "$argument" ;;
  esac
done

case $0 in */*) here=${0%/*}/.. ;; *) here=.. ;; esac
exec sh "$here/topgate-call.sh" "$method" "$@"
