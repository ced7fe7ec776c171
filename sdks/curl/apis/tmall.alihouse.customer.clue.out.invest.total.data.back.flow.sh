#!/bin/sh
# tmall.alihouse.customer.clue.out.invest.total.data.back.flow: 外投统计数据回流接口 / Report daily statistics of off-site advertising
set -u
method='tmall.alihouse.customer.clue.out.invest.total.data.back.flow'

for argument; do
  shift
  case $argument in
    --help | -h)
      printf '%s\n' \
        'Usage: tmall.alihouse.customer.clue.out.invest.total.data.back.flow.sh [--sample] [OPTION]... [NAME=VALUE | NAME@FILE]...' \
        '' \
        '外投统计数据回流接口 / Report daily statistics of off-site advertising' \
        '--sample sends the documented example. Options: topgate-call.sh --help' \
        'Needs TOP_SESSION, the session key of a user.' \
        '按（类型、业务、主体、日期）覆盖，updateTime 较新者生效；重复调用返回 success / Upsert by kind, business, subject and day; the newer updateTime wins; a repeat succeeds' \
        '' \
        'Parameters:' \
        '  req (JSON object, required) 入参 / Request' \
        '    type (integer, required) 类型 1.经纪人 2. 门店 3.城市 / Kind: 1 broker, 2 shop, 3 city; ≥ 1; ≤ 3' \
        '    data (text, required) json数据 / Rows as JSON text; JSON 数组文本，≤5000 行、≤2MB（URL 编码前）；每行须有 statisticsDate（yyyy-MM-dd） / Text of a JSON array, up to 5,000 rows and 2 MB before encoding; each row has statisticsDate'
      exit 0
      ;;
    --sample)
      set -- "$@" \
        'req={"type":1,"data":"[{\"id\":64,\"store_id\":3,\"storeName\":\"222333444555666777\",\"aliDayTSendRate\":2,\"aliDayTcSend\":2,\"aliDayTnSend\":1,\"aliOrderTSendRate\":1,\"aliOrderTcSend\":1,\"aliOrderTnSend\":1,\"aliUv\":1,\"allLzSendRate\":1,\"allLzcSend\":1,\"allLznSend\":1,\"businessType\":1,\"createTime\":\"2022-03-31 21:23:12\",\"fcDayTSendRate\":1,\"fcDayTcSend\":1,\"fcDayTnSend\":1,\"fcLzSendRate\":1,\"fcLzcSend\":1,\"fcLznSend\":1,\"fcOrderTSendRate\":1,\"fcOrderTcSend\":1,\"fcOrderTnSend\":1,\"fcUv\":1,\"replyImAll\":1,\"replyImRate\":0,\"sendImAll\":1,\"statisticsDate\":\"2022-04-02\",\"totalCSend\":1,\"totalDayTSendRate\":1,\"totalDayTcSend\":1,\"totalDayTnSend\":1,\"totalNSend\":11,\"totalSendRate\":0,\"totalUv\":1,\"updateTime\":\"2022-03-31 21:23:12\"}]"}'
      ;;
    *) set -- "$@" "$argument" ;;
  esac
done

case $0 in */*) here=${0%/*}/.. ;; *) here=.. ;; esac
exec sh "$here/topgate-call.sh" "$method" "$@"
