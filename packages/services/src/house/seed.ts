import type { Transaction, Vault } from '@topgate/storage'
import { type Existing, seedWrites } from '../seed-writes.ts'
import { taobaoUserTag } from '../sessions/index.ts'
import { houseExpectation, housePartner, houseSubject } from './tables.ts'

export interface HouseSeed {
  readonly partners: readonly SeedPartner[]
  readonly subjects: readonly SeedSubject[]
  readonly expectations?: readonly SeedExpectation[]
}

export interface SeedPartner {
  readonly partner: string
  /** The Taobao user whose session may report for the partner. */
  readonly bound_user: string
  /** Days older than this many are refused; absent: any day. */
  readonly days_back_max?: number
}

/** A day is complete with so many subjects of the type. */
export interface SeedExpectation {
  readonly partner: string
  readonly type: bigint
  readonly subjects: number
}

export interface SeedSubject {
  readonly partner: string
  /** 1 broker, 2 shop, 3 city. */
  readonly type: bigint
  readonly id: string
  readonly store_id?: string
  readonly name?: string
  /** Nobody else may report it. */
  readonly exclusive?: boolean
}

const partners = seedWrites(housePartner, ['partner'])
const expectations = seedWrites(houseExpectation, ['partner', 'type'])
const subjects = seedWrites(houseSubject, ['partner', 'type', 'subject_id'])

/** Registers partners, known subjects and how many to expect; statistics are never touched. */
export async function seedHouse(
  tx: Transaction,
  vault: Vault,
  seed: HouseSeed,
  existing: Existing,
): Promise<void> {
  await tx.write(
    partners[existing],
    seed.partners.map(({ partner, bound_user, days_back_max }) => ({
      partner,
      bound_user_tag: taobaoUserTag(vault, bound_user),
      days_back_max: days_back_max ?? null,
    })),
  )
  await tx.write(
    subjects[existing],
    seed.subjects.map(({ partner, type, id, store_id, name, exclusive }) => ({
      partner,
      type,
      subject_id: id,
      store_id: store_id ?? null,
      name: name ?? null,
      exclusive: exclusive === true ? 1 : 0,
    })),
  )
  await tx.write(expectations[existing], seed.expectations ?? [])
}
