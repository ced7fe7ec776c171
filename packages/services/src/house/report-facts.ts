import { hash } from 'node:crypto'
import type { investDataBackFlow, RequestOf } from '@topgate/contracts'
import type { WriteCall } from '@topgate/engine'
import type { Transaction } from '@topgate/storage'
import { mergeRows } from './merge-rows.ts'
import { readRows, type StatRow } from './stat-row.ts'
import { SHOP } from './subject.ts'
import {
  exclusiveSubjects,
  headsByKey,
  partnersById,
  reportsByHash,
  type SubjectRow,
} from './tables.ts'

export type ReportCall = WriteCall<RequestOf<typeof investDataBackFlow>>

/** The check judged the days already, by its own clock. */
const ANY_DAY = '9999-12-31'

export interface ReadReport {
  readonly rows: readonly StatRow[]
  /** Equal for a call that is repeated as a whole. */
  readonly call_hash: string
}

export interface Head {
  readonly version: number
  readonly update_ms: number
}

export interface ReportFacts {
  readonly reports: ReadonlyMap<bigint, ReadReport>
  /** The user tag that may report for each partner. */
  readonly boundUsers: ReadonlyMap<string, string>
  /** When each partner and call hash was last received. */
  readonly repeated: Map<string, number>
  /** Exclusive subjects of all partners by type and id. */
  readonly exclusive: ReadonlyMap<string, readonly SubjectRow[]>
  /** By partner, type and row key. */
  readonly heads: Map<string, Head>
}

export function readReports(calls: readonly ReportCall[]): Map<bigint, ReadReport> {
  return new Map(
    calls.map(({ id, request: { req } }) => {
      const rows = mergeRows(readRows(req.type, req.data.value, ANY_DAY))
      return [id, { rows, call_hash: hash('sha256', `${req.type}\n${req.data.text}`, 'base64url') }]
    }),
  )
}

/**
 * Only whole calls are locked. Rows are too many for locks: when two nodes write a new version of
 * one key at once, its unique index refuses the second, and the engine decides that batch again.
 */
export async function loadReportFacts(
  tx: Transaction,
  calls: readonly ReportCall[],
): Promise<ReportFacts> {
  const reports = readReports(calls)
  const wanted = calls.flatMap(({ id, app, request }) => {
    const partner = app.owns.house_partner
    const report = reports.get(id)
    if (partner === undefined || report === undefined) return []
    return [{ partner, type: request.req.type, ...report }]
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
    reports,
    boundUsers: new Map(partners.map((row) => [row.partner, row.bound_user_tag])),
    repeated,
    exclusive: await loadExclusive(tx, wanted),
    heads: await loadHeads(tx, wanted),
  }
}

interface Wanted extends ReadReport {
  readonly partner: string
  readonly type: bigint
}

async function loadExclusive(
  tx: Transaction,
  wanted: readonly Wanted[],
): Promise<Map<string, SubjectRow[]>> {
  const keys = wanted.flatMap(({ type, rows }) =>
    rows.flatMap(({ subject: { id, store_id } }) => [
      { type, subject_id: id, exclusive: 1 },
      ...(store_id === undefined ? [] : [{ type: SHOP, subject_id: store_id, exclusive: 1 }]),
    ]),
  )
  const exclusive = new Map<string, SubjectRow[]>()
  for (const row of await tx.read(exclusiveSubjects, keys)) {
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
