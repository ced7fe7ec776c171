import type { WriteCall } from '@topgate/engine'
import type { Transaction } from '@topgate/storage'
import { partnerOf } from './lenient.ts'
import { type StatRow, unpackRows } from './packed-rows.ts'
import type { PreparedReport } from './prepare-report.ts'
import { SHOP } from './subject.ts'
import {
  exclusiveSubjects,
  headsByKey,
  type PartnerRow,
  partnersById,
  reportsByHash,
  type SubjectRow,
} from './tables.ts'

export type ReportCall = WriteCall<PreparedReport>

export interface Head {
  readonly version: number
  readonly update_ms: number
}

export interface ReportFacts {
  /** By the id of the call. */
  readonly rows: ReadonlyMap<bigint, readonly StatRow[]>
  readonly partners: ReadonlyMap<string, PartnerRow>
  /** When each partner and call hash was last received. */
  readonly repeated: Map<string, number>
  /** Exclusive subjects of all partners by type and id. */
  readonly exclusive: ReadonlyMap<string, readonly SubjectRow[]>
  /** By partner, type and row key. */
  readonly heads: Map<string, Head>
}

export function rowsByCall(calls: readonly ReportCall[]): Map<bigint, StatRow[]> {
  return new Map(calls.map(({ id, request }) => [id, unpackRows(request.rows)]))
}

/**
 * Only whole calls are locked. Rows are too many for locks: when two nodes write a new version of
 * one key at once, its unique index refuses the second, and the engine decides that batch again.
 */
export async function loadReportFacts(
  tx: Transaction,
  calls: readonly ReportCall[],
): Promise<ReportFacts> {
  const rows = rowsByCall(calls)
  const wanted = calls.flatMap(({ id, app, request: { type, call_hash } }) => {
    const partner = partnerOf(app)
    return partner === undefined ? [] : [{ partner, type, call_hash, rows: rows.get(id) ?? [] }]
  })
  await tx.lock(wanted.map(({ partner, call_hash }) => `house:${partner}:${call_hash}`))
  const partners = await tx.read(partnersById, wanted)
  const earlier = await tx.read(reportsByHash, wanted)
  const repeated = new Map<string, number>()
  for (const { partner, call_hash, received_ms } of earlier) {
    const key = `${partner} ${call_hash}`
    repeated.set(key, Math.max(received_ms, repeated.get(key) ?? 0))
  }
  return {
    rows,
    partners: new Map(partners.map((row) => [row.partner, row])),
    repeated,
    exclusive: await loadExclusive(tx, wanted),
    heads: await loadHeads(tx, wanted),
  }
}

interface Wanted {
  readonly partner: string
  readonly type: bigint
  readonly rows: readonly StatRow[]
}

async function loadExclusive(
  tx: Transaction,
  wanted: readonly Wanted[],
): Promise<Map<string, SubjectRow[]>> {
  // The brokers of a shop share it: a call of a thousand rows may name a single shop.
  const keys = new Map<string, { type: bigint; subject_id: string; exclusive: number }>()
  const want = (type: bigint, subject_id: string) =>
    keys.set(`${type} ${subject_id}`, { type, subject_id, exclusive: 1 })
  for (const { type, rows } of wanted) {
    for (const { subject } of rows) {
      want(type, subject.id)
      if (subject.store_id !== undefined) want(SHOP, subject.store_id)
    }
  }
  const exclusive = new Map<string, SubjectRow[]>()
  for (const row of await tx.read(exclusiveSubjects, [...keys.values()])) {
    const key = `${row.type} ${row.subject_id}`
    exclusive.set(key, [...(exclusive.get(key) ?? []), row])
  }
  return exclusive
}

async function loadHeads(tx: Transaction, wanted: readonly Wanted[]): Promise<Map<string, Head>> {
  const keys = wanted.flatMap(({ partner, type, rows }) =>
    rows.map(({ business_type, subject, statistics_date }) => ({
      partner,
      type,
      business_type,
      subject: subject.key,
      statistics_date,
    })),
  )
  const heads = await tx.read(headsByKey, keys)
  return new Map(
    heads.map(({ partner, type, business_type, subject, statistics_date, version, update_ms }) => [
      `${partner} ${type} ${business_type} ${subject} ${statistics_date}`,
      { version, update_ms },
    ]),
  )
}
