import { declined, defineApi } from '../api.ts'
import { flag, int64, moment, optional, struct, text } from '../kinds.ts'
import { userBehaviorSyncGuide } from './alibaba.alihealth.insurance.inst.user.behavior.sync.guide.ts'

const AHEAD_MS_MAX = 5 * 60_000

export const userBehaviorSync = defineApi({
  method: 'alibaba.alihealth.insurance.inst.user.behavior.sync',
  apiId: 61118,
  title: { zh: '保司向我方同步用户行为信息', en: 'An insurer reports a step of a user' },
  description: { zh: '保司向我方同步用户行为信息', en: 'An insurer reports a step of a user' },
  category: { zh: '阿里健康保险-信息交互', en: 'Ali Health insurance: exchange' },
  notice: true,
  access: 'app',
  package: 'insurance',
  effect: 'write',
  signatureMemory: 'process',
  request: {
    param0: optional(
      struct(
        'InstSyncUserBehaviorInfoRequest',
        'request',
        {
          en: 'request',
          needNote: {
            zh: '文档标为可选；不传或为空则返回 isv.invalid-parameter',
            en: 'Marked optional; without it the call is refused with isv.invalid-parameter',
          },
        },
        {
          advertise_org_url: optional(
            text('广告url', {
              en: 'Landing URL of the advertisement, macros filled in',
              example:
                'https://ihealth.zhongan.com/insure/gt/inform?adid=1725549616679939&channelCode=c20211102101365001&channelSource=T202202140302845606&clickid=EIuox5-NrIgDGMPkkM3f9L4CIJO0gYXVjTowDDgBQiIyMDIyMDIyMzE4MzUyNjAxMDE1ODE0NzAyMDFBMDI2MkU4SAGQAQA&creativeid=1725549616681995&creativetype=5&goodsCode=G202106170002&iseeTap=Y&sign=o-ymztqbrdfK21KJXihHKQ&version=V2',
              bytesMax: 16 * 1024,
              needNote: {
                zh: '≤16KB；无法解析的地址照收并标记，不影响结果',
                en: 'Up to 16 KB; an unusable URL is kept and flagged, never refused',
              },
            }),
          ),
          inst_product_id: text('保司产品ID', {
            en: 'Product id of the insurer',
            example: 'CU95',
            lengthMax: 64,
            pattern: '[A-Za-z0-9_-]{1,64}',
            patternIsOurs: true,
            needNote: { zh: '1–64 位字母、数字、_、-', en: '1 to 64 letters, digits, _ or -' },
          }),
          channel_source_name: optional(
            text('推广位名称', {
              en: 'Name of the promotion slot, agency-medium',
              example: '优矩-抖音',
              bytesMax: 4096,
              needNote: { zh: '建议 128 字以内', en: 'Better under 128 characters' },
            }),
          ),
          inst_goods_code: optional(
            text('保司goodsCode', {
              en: 'Sales code of the insurer',
              example: 'G202106170002',
              lengthMax: 64,
            }),
          ),
          behavior_type: text('用户行为类型', {
            en: 'Which step',
            example: 'START_UNDERWRITING',
            lengthMax: 64,
            pattern: '[A-Z][A-Z0-9_]{1,63}',
            patternIsOurs: true,
            needNote: {
              zh: '大写字母开头，大写字母、数字、下划线，2–64 位；未登记的名称也收',
              en: 'Upper case, digits, underscore, 2 to 64; names not registered are accepted too',
            },
          }),
          flow_id: optional(
            int64('flowId(用户跳转到众安时,由阿里健康提供)', {
              en: 'Number of the insurance flow, issued at the jump to the insurer',
              example: '1800001886002007960',
              min: 1n,
            }),
          ),
          behavior_time: moment('行为时间点', {
            en: 'When it happened',
            example: '2022-02-23 18:46:04',
            top: 'String',
            aheadMsMax: AHEAD_MS_MAX,
            needNote: {
              zh: '北京时间 yyyy-MM-dd HH:mm:ss，不晚于当前 5 分钟',
              en: 'Beijing time, yyyy-MM-dd HH:mm:ss, at most 5 minutes ahead',
            },
          }),
        },
      ),
    ),
  },
  response: {
    result_status: text('响应状态', { en: 'SUCCESS or FAIL', example: 'SUCCESS' }),
    data: flag('行为数据同步结果', { en: 'Whether the step is recorded', example: 'true' }),
    result_code: text('响应码', { en: 'Code', example: 'SUCCESS' }),
    result_msg: text('响应消息', { en: 'Message', example: 'SUCCESS' }),
  },
  outcome: { flag: 'result_status', success: 'SUCCESS', code: 'result_code' },
  errors: [
    declined(
      'PRODUCT_NOT_FOUND',
      ['产品未登记', 'The product is not registered for this insurer'],
      [
        '核对 inst_product_id，或请平台登记产品',
        'Check inst_product_id, or have the product registered',
      ],
    ),
  ],
  repeat: {
    zh: '同一流程、点击、产品、行为与时间（到秒）只记一次，重复返回 SUCCESS',
    en: 'The same flow, click, product, step and second count once; a repeat answers SUCCESS',
  },
  guide: userBehaviorSyncGuide,
})
