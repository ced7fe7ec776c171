import { randomBytes, randomInt } from 'node:crypto'
import { formatBeijing } from '@topgate/contracts'
import { ACTIVITY_ID, FEELING, randomAction } from './calls.ts'

/** A writing API with calls like its documented sample, each with an effect of its own. */
export interface BenchApi {
  readonly name: 'insurance' | 'charity' | 'housing' | 'tags' | 'chat'
  readonly method: string
  readonly session?: string
  /** What only an answer with success holds. */
  readonly success: string
  /** One row for each effect. */
  readonly table: string
  /** The API's own parameters, all of one length. */
  parameters(nowMs: number): Record<string, string>
}

const unique = () => randomBytes(12).toString('hex')

export const charity: BenchApi = {
  name: 'charity',
  method: 'alibaba.charity.useraction.sync',
  success: '"success":true',
  table: 'charity_action',
  parameters(nowMs) {
    const { eventId, userId, doneMs } = randomAction(nowMs)
    const action = {
      activity_id: Number(ACTIVITY_ID),
      event_id: eventId,
      tb_user_id: userId,
      timestamp_long: doneMs,
      charity_type_sub_code: 'SUB_CODE',
      feeling: FEELING,
      charity_timestamp: formatBeijing(doneMs),
      ori_content: '{"place":"HZ-17","minutes":25}',
      version: '1',
    }
    return { channel_user_action_dto: JSON.stringify(action) }
  },
}

/** A step is told from another by the click that led to it. */
const insurance: BenchApi = {
  name: 'insurance',
  method: 'alibaba.alihealth.insurance.inst.user.behavior.sync',
  success: '"result_status":"SUCCESS"',
  table: 'insurance_behavior',
  parameters: () => ({
    // As text: the 19 digits of the flow must stay as they are.
    param0:
      '{"advertise_org_url":"https:\\/\\/ihealth.zhongan.com\\/insure\\/gt\\/inform?' +
      `adid=1725549616679939&channelCode=c20211102101365001&clickid=${unique()}` +
      '&goodsCode=G202106170002&version=V2","inst_product_id":"CU95",' +
      '"channel_source_name":"优矩-抖音","inst_goods_code":"G202106170002",' +
      '"behavior_type":"START_UNDERWRITING","flow_id":1800001886002007960,' +
      '"behavior_time":"2022-02-23 18:46:04"}',
  }),
}

const measures = [
  ...['aliDayTSendRate', 'aliDayTcSend', 'aliDayTnSend', 'aliOrderTSendRate', 'aliOrderTcSend'],
  ...['aliOrderTnSend', 'aliUv', 'allLzSendRate', 'allLzcSend', 'allLznSend', 'fcDayTSendRate'],
  ...['fcDayTcSend', 'fcDayTnSend', 'fcLzSendRate', 'fcLzcSend', 'fcLznSend', 'fcOrderTSendRate'],
  ...['fcOrderTcSend', 'fcOrderTnSend', 'fcUv', 'replyImAll', 'replyImRate', 'sendImAll'],
  ...['totalCSend', 'totalDayTSendRate', 'totalDayTcSend', 'totalDayTnSend', 'totalNSend'],
  ...['totalSendRate', 'totalUv'],
]

/** A row id that no call ever had, of one length. */
export const newRowId = () => randomInt(10 ** 13, 10 ** 14)

/** A row of statistics with the 30 measures of the documented one. */
export function housingRow(id: number): object {
  return {
    id,
    store_id: 3,
    storeName: '222333444555666777',
    ...Object.fromEntries(measures.map((name) => [name, 1])),
    businessType: 1,
    createTime: '2022-03-31 21:23:12',
    statisticsDate: '2022-04-02',
    updateTime: '2022-03-31 21:23:12',
  }
}

/** One row of a broker never seen. */
export const housing: BenchApi = {
  name: 'housing',
  method: 'tmall.alihouse.customer.clue.out.invest.total.data.back.flow',
  session: '6200sandbox0000000000000000000000000000000000000000000001',
  success: '"success":"true"',
  table: 'house_report',
  parameters: () => ({
    req: JSON.stringify({ type: 1, data: JSON.stringify([housingRow(newRowId())]) }),
  }),
}

const tags: BenchApi = {
  name: 'tags',
  method: 'taobao.retail.user.tag.mobile.add',
  success: '"tag_success":true',
  table: 'retail_tag_event',
  parameters: () => ({
    biz_code: 'BIZ_A',
    alipay_user_id: '2088123412345678',
    ext_param: JSON.stringify({ order: unique() }),
  }),
}

const chat: BenchApi = {
  name: 'chat',
  method: 'alibaba.alihealth.followup.send',
  success: '"success":true',
  table: 'followup_message',
  parameters: () => ({
    request1: JSON.stringify({
      session_id: '78bfcced948a65d29c5c77f1cd3367a2',
      bterm_user_id: '2034131106552037',
      cterm_user_id: '5394977607673890',
      rs_type: '2',
      content: JSON.stringify({ text: unique() }),
      user_id: '153315451244705',
    }),
    auth_token: '9eae09db243df99bd67af033decfd257',
  }),
}

export const benchApis: readonly BenchApi[] = [insurance, charity, housing, tags, chat]
