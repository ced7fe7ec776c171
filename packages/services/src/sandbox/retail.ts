import type { RetailSeed } from '../retail/index.ts'
import { TTL_DAYS } from '../retail/tables.ts'

export const sandboxRetail: RetailSeed = {
  sources: ['BIZ_A', 'STORE_HZ01', 'BIZ_B', 'BIZ_L'].map((biz_code) => ({
    biz_code,
    ttl_days: TTL_DAYS,
  })),
  tags: ['BIZ_A', 'STORE_HZ01', 'BIZ_B'].map((biz_code) => ({ biz_code, tag_code: 'DEFAULT' })),
  users: [
    {
      taobao_user_id: '2201234567890',
      nick: 'tb_sandbox_3',
      alipay_user_id: '2088123412345678',
      mobile: { number: '13800138000', is_primary: true },
      isv_user_id: { BIZ_A: 'u-1001' },
      open_id: { 10000001: 'AAEsandboxopenid00000000000001' },
    },
    {
      taobao_user_id: '2201234567891',
      nick: '王',
      alipay_user_id: '2088123412345679',
      mobile: { number: '13800138001', is_primary: true },
      open_id: { 10000002: 'AAEsandboxopenid00000000000002' },
    },
  ],
}
