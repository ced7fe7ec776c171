import { defineApi } from '../api.ts'
import { text } from '../kinds.ts'

export const appIpGet = defineApi({
  method: 'taobao.appip.get',
  title: { zh: '获取ISV发起请求服务器IP', en: 'The address that the caller is seen with' },
  description: { zh: '获取ISV发起请求服务器IP', en: 'The address that the caller is seen with' },
  category: { zh: '系统API', en: 'System' },
  access: 'app',
  effect: 'read',
  signatureMemory: 'none',
  request: {},
  response: { ip: text('ISV发起请求服务器IP', { en: 'Address', example: '203.0.113.9' }) },
  repeat: { zh: '查询，可随时重复', en: 'A query; repeat at will' },
})
