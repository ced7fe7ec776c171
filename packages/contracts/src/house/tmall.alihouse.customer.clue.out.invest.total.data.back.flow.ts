import { declined, defineApi, STATISTICS_DEADLINE_MS } from '../api.ts'
import { int64, json, struct, text } from '../kinds.ts'
import { investDataBackFlowGuide } from './tmall.alihouse.customer.clue.out.invest.total.data.back.flow.guide.ts'

export const DATA_BYTES_MAX = 2 * 1024 * 1024
export const ROWS_MAX = 5000

export const investDataBackFlow = defineApi({
  method: 'tmall.alihouse.customer.clue.out.invest.total.data.back.flow',
  apiId: 62170,
  title: { zh: '外投统计数据回流接口', en: 'Report daily statistics of off-site advertising' },
  description: {
    zh: '外投统计数据回流接口',
    en: 'Report daily statistics of off-site advertising',
  },
  category: { zh: '天猫好房用户API', en: 'Tmall Haofang users' },
  access: 'session',
  package: 'alihouse',
  effect: 'write',
  flowClass: 'statistics',
  signatureMemory: 'process',
  deadlineMs: STATISTICS_DEADLINE_MS,
  parametersBytesMax: 4 * 1024 * 1024,
  request: {
    req: struct(
      'CustomerClueOutInvestDataBackFlowReq',
      '入参',
      { en: 'Request' },
      {
        type: int64('类型 1.经纪人 2. 门店 3.城市', {
          en: 'Kind: 1 broker, 2 shop, 3 city',
          example: '1',
          min: 1n,
          max: 3n,
        }),
        data: json('json数据', {
          en: 'Rows as JSON text',
          example:
            '[{"id":64,"store_id":3,"storeName":"222333444555666777","aliDayTSendRate":2,"aliDayTcSend":2,"aliDayTnSend":1,"aliOrderTSendRate":1,"aliOrderTcSend":1,"aliOrderTnSend":1,"aliUv":1,"allLzSendRate":1,"allLzcSend":1,"allLznSend":1,"businessType":1,"createTime":"2022-03-31 21:23:12","fcDayTSendRate":1,"fcDayTcSend":1,"fcDayTnSend":1,"fcLzSendRate":1,"fcLzcSend":1,"fcLznSend":1,"fcOrderTSendRate":1,"fcOrderTcSend":1,"fcOrderTnSend":1,"fcUv":1,"replyImAll":1,"replyImRate":0,"sendImAll":1,"statisticsDate":"2022-04-02","totalCSend":1,"totalDayTSendRate":1,"totalDayTcSend":1,"totalDayTnSend":1,"totalNSend":11,"totalSendRate":0,"totalUv":1,"updateTime":"2022-03-31 21:23:12"}]',
          shape: 'array',
          bytesMax: DATA_BYTES_MAX,
          depthMax: 3,
          privacy: 'W',
          needNote: {
            zh: 'JSON 数组文本，≤5000 行、≤2MB（URL 编码前）；每行须有 statisticsDate（yyyy-MM-dd）',
            en: 'Text of a JSON array, up to 5,000 rows and 2 MB before encoding; each row has statisticsDate',
          },
        }),
      },
    ),
  },
  response: {
    result: struct(
      'Result',
      '响应',
      { en: 'Response' },
      {
        code: text('返回码', { en: 'Code; success on success', example: 'success' }),
        msg: text('返回信息', { en: 'Message', example: '成功' }),
        success: text('处理结果', { en: '"true" or "false", as text', example: 'true' }),
      },
    ),
  },
  outcome: { flag: 'result.success', success: 'true', code: 'result.code' },
  errors: [
    declined(
      'NO_PERMISSION',
      ['授权用户未绑定此合作方', 'The user is not bound to this partner'],
      ['用已绑定的账号授权，或请平台绑定', 'Authorise with the bound account, or have it bound'],
    ),
    declined(
      'SUBJECT_CONFLICT',
      [
        '行内的经纪人、门店或城市由其他合作方独占',
        'A subject or shop of a row is exclusive to another partner',
      ],
      ['核对 id 与 store_id', 'Check id and store_id'],
    ),
  ],
  repeat: {
    zh: '按（类型、业务、主体、日期）覆盖，updateTime 较新者生效；重复调用返回 success',
    en: 'Upsert by kind, business, subject and day; the newer updateTime wins; a repeat succeeds',
  },
  guide: investDataBackFlowGuide,
})
