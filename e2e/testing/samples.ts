/** The documented calls as a partner would send them. */
export interface Sample {
  readonly method: string
  readonly params: Readonly<Record<string, string>>
  readonly session?: string
}

export const APP_KEY = '10000001'
export const APP_SECRET = 'sandbox00000000000000000000000001'
export const SESSION = '6200sandbox0000000000000000000000000000000000000000000001'

export const behaviour: Sample = {
  method: 'alibaba.alihealth.insurance.inst.user.behavior.sync',
  params: {
    // Written by hand: the 19 digits of the flow must stay as they are.
    param0:
      '{"advertise_org_url":"https:\\/\\/ihealth.zhongan.com\\/insure\\/gt\\/inform?adid=1725549616679939&channelCode=c20211102101365001&channelSource=T202202140302845606&clickid=EIuox5-NrIgDGMPkkM3f9L4CIJO0gYXVjTowDDgBQiIyMDIyMDIyMzE4MzUyNjAxMDE1ODE0NzAyMDFBMDI2MkU4SAGQAQA&creativeid=1725549616681995&creativetype=5&goodsCode=G202106170002&iseeTap=Y&sign=o-ymztqbrdfK21KJXihHKQ&version=V2","inst_product_id":"CU95","channel_source_name":"优矩-抖音","inst_goods_code":"G202106170002","behavior_type":"START_UNDERWRITING","flow_id":1800001886002007960,"behavior_time":"2022-02-23 18:46:04"}',
  },
}

/** The documented charity action, with an event id of its own when one is given. */
export function charity(eventId = 'UNI_9901', more: object = {}): Sample {
  const action = {
    activity_id: 12345,
    event_id: eventId,
    tb_user_id: 12345,
    timestamp_long: 12345,
    charity_type_sub_code: 'SUB_CODE',
    fore_reg_activity: false,
    features_map: '{}',
    feeling: '公益感言',
    charity_timestamp: '2019-08-08 12:00:00',
    ori_content: '{}',
    third_user_key: '123',
    version: '2',
    ...more,
  }
  return {
    method: 'alibaba.charity.useraction.sync',
    params: { channel_user_action_dto: JSON.stringify(action) },
  }
}

const houseRow = {
  id: 64,
  store_id: 3,
  storeName: '222333444555666777',
  aliDayTSendRate: 2,
  aliDayTcSend: 2,
  aliDayTnSend: 1,
  aliOrderTSendRate: 1,
  aliOrderTcSend: 1,
  aliOrderTnSend: 1,
  aliUv: 1,
  allLzSendRate: 1,
  allLzcSend: 1,
  allLznSend: 1,
  businessType: 1,
  createTime: '2022-03-31 21:23:12',
  fcDayTSendRate: 1,
  fcDayTcSend: 1,
  fcDayTnSend: 1,
  fcLzSendRate: 1,
  fcLzcSend: 1,
  fcLznSend: 1,
  fcOrderTSendRate: 1,
  fcOrderTcSend: 1,
  fcOrderTnSend: 1,
  fcUv: 1,
  replyImAll: 1,
  replyImRate: 0,
  sendImAll: 1,
  statisticsDate: '2022-04-02',
  totalCSend: 1,
  totalDayTSendRate: 1,
  totalDayTcSend: 1,
  totalDayTnSend: 1,
  totalNSend: 11,
  totalSendRate: 0,
  totalUv: 1,
  updateTime: '2022-03-31 21:23:12',
}

export const statistics: Sample = {
  method: 'tmall.alihouse.customer.clue.out.invest.total.data.back.flow',
  params: { req: JSON.stringify({ type: 1, data: JSON.stringify([houseRow]) }) },
  session: SESSION,
}

export const maskedTag: Sample = {
  method: 'taobao.retail.user.tag.mobile.add',
  params: {
    biz_code: '**',
    isv_user_id: '*123**45*',
    open_id: '*123**45*',
    alipay_user_id: '*1234**5678*',
    ext_param: '{}',
  },
}

export const tag: Sample = {
  method: 'taobao.retail.user.tag.mobile.add',
  params: { biz_code: 'BIZ_A', alipay_user_id: '2088123412345678', ext_param: '{}' },
}

export const message: Sample = {
  method: 'alibaba.alihealth.followup.send',
  params: {
    request1: JSON.stringify({
      session_id: '78bfcced948a65d29c5c77f1cd3367a2',
      bterm_user_id: '2034131106552037',
      cterm_user_id: '5394977607673890',
      rs_type: '2',
      content: '{"text":"abc"}',
      user_id: '153315451244705',
    }),
    auth_token: '9eae09db243df99bd67af033decfd257',
  },
}
