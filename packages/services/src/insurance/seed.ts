import { type RowOf, type Transaction, upsertInto } from '@topgate/storage'
import { insuranceFlow, insuranceProduct } from './tables.ts'

export interface InsuranceSeed {
  readonly products: readonly RowOf<typeof insuranceProduct>[]
  readonly flows: readonly RowOf<typeof insuranceFlow>[]
}

const upsertProducts = upsertInto(insuranceProduct, ['insurer', 'inst_product_id'], {
  name: 'replace',
})
const upsertFlows = upsertInto(insuranceFlow, ['flow_id'], {
  insurer: 'replace',
  inst_product_id: 'replace',
})

/** Registers products and issued flows; loading the same again changes nothing. */
export async function seedInsurance(tx: Transaction, seed: InsuranceSeed): Promise<void> {
  await tx.write(upsertProducts, seed.products)
  await tx.write(upsertFlows, seed.flows)
}
