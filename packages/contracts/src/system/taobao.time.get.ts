import { defineApi } from '../api.ts'
import { moment } from '../kinds.ts'

export const timeGet = defineApi({
  method: 'taobao.time.get',
  title: { zh: '获取系统当前时间', en: 'The present time of the platform' },
  description: { zh: '获取系统当前时间', en: 'The present time of the platform' },
  category: { zh: '系统API', en: 'System' },
  access: 'app',
  effect: 'read',
  signatureMemory: 'none',
  request: {},
  response: {
    time: moment('系统当前时间', { en: 'Beijing time', example: '2015-09-16 15:53:37' }),
  },
  repeat: { zh: '查询，可随时重复', en: 'A query; repeat at will' },
})
