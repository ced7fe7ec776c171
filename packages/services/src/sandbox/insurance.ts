import type { InsuranceSeed } from '../insurance/index.ts'

export const sandboxInsurance: InsuranceSeed = {
  products: [
    { insurer: 'INS_A', inst_product_id: 'CU95', name: '百万医疗险（样例）' },
    { insurer: 'INS_B', inst_product_id: 'PB01', name: '意外险（样例）' },
  ],
  flows: [
    { flow_id: 1800001886002007960n, insurer: 'INS_A', inst_product_id: 'CU95' },
    { flow_id: 1800001886002007999n, insurer: 'INS_B', inst_product_id: 'PB01' },
  ],
}
