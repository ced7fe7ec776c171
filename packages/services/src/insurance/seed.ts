import type { RowOf, Transaction } from '@topgate/storage'
import { type Existing, seedWrites } from '../seed-writes.ts'
import type { Stage } from './stage-registry.ts'
import { insuranceFlow, insuranceInsurer, insuranceProduct, insuranceStage } from './tables.ts'

/** Insurers, products, issued flows and stages as an owner writes them; what is left out has a default. */
export interface InsuranceSeed {
  readonly insurers?: readonly SeedInsurer[]
  readonly products?: readonly RowOf<typeof insuranceProduct>[]
  readonly flows?: readonly SeedFlow[]
  readonly behaviors?: readonly SeedBehavior[]
}

export interface SeedInsurer {
  /** Without spaces. */
  readonly insurer: string
  readonly name?: string
  /** Landing pages elsewhere are flagged; absent: anywhere is fine. */
  readonly landing_hosts?: readonly string[]
}

export interface SeedFlow {
  readonly flow_id: bigint
  readonly insurer: string
  readonly inst_product_id: string
  readonly issued_ms?: number
  readonly source_page?: string
}

/** A line of the registry. */
export interface SeedBehavior {
  readonly behavior_type: string
  readonly ordinal: number
  /** `STEP` unless given. */
  readonly kind?: Stage['kind']
  readonly reaches?: Stage['reaches']
  readonly name: string
  readonly name_en?: string
}

const insurers = seedWrites(insuranceInsurer, ['insurer'])
const products = seedWrites(insuranceProduct, ['insurer', 'inst_product_id'])
const flows = seedWrites(insuranceFlow, ['flow_id'])
const stages = seedWrites(insuranceStage, ['behavior_type'])

/** Registers what the seed names; steps that were reported are never touched. */
export async function seedInsurance(
  tx: Transaction,
  seed: InsuranceSeed,
  existing: Existing,
): Promise<void> {
  await tx.write(insurers[existing], (seed.insurers ?? []).map(insurerRow))
  await tx.write(products[existing], seed.products ?? [])
  await tx.write(flows[existing], (seed.flows ?? []).map(flowRow))
  await tx.write(stages[existing], (seed.behaviors ?? []).map(stageRow))
}

function insurerRow({ insurer, name, landing_hosts = [] }: SeedInsurer) {
  if (!/^\S+$/.test(insurer)) throw new RangeError(`insurer "${insurer}" holds a space`)
  return { insurer, name: name ?? insurer, landing_hosts: landing_hosts.join(',').toLowerCase() }
}

function flowRow({ issued_ms, source_page, ...flow }: SeedFlow) {
  return { ...flow, issued_ms: issued_ms ?? null, source_page: source_page ?? '' }
}

function stageRow(seed: SeedBehavior) {
  const { behavior_type, ordinal, kind, reaches, name, name_en } = seed
  if (!Number.isSafeInteger(ordinal) || ordinal < 0) {
    throw new RangeError(`behavior ${behavior_type}: the ordinal is a whole number from 0`)
  }
  return {
    behavior_type,
    ordinal,
    kind: kind ?? 'STEP',
    reaches: reaches ?? '',
    name,
    name_en: name_en ?? name,
  }
}
