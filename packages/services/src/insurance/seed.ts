import type { RowOf, Transaction } from '@topgate/storage'
import { type Existing, seedWrites } from '../seed-writes.ts'
import { insuranceFlow, insuranceProduct } from './tables.ts'

export interface InsuranceSeed {
  readonly products: readonly RowOf<typeof insuranceProduct>[]
  readonly flows: readonly RowOf<typeof insuranceFlow>[]
}

const products = seedWrites(insuranceProduct, ['insurer', 'inst_product_id'])
const flows = seedWrites(insuranceFlow, ['flow_id'])

/** Registers products and issued flows. Loading the same again changes nothing. */
export async function seedInsurance(
  tx: Transaction,
  seed: InsuranceSeed,
  existing: Existing,
): Promise<void> {
  await tx.write(products[existing], seed.products)
  await tx.write(flows[existing], seed.flows)
}
