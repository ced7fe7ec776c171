import { beijingDay, investDataBackFlow, type ResponseOf } from '@topgate/contracts'
import {
  accept,
  type Decision,
  decline,
  implementPreparedWrite,
  refuse,
  replay,
} from '@topgate/engine'
import { forgivenIn, partnerOf } from './lenient.ts'
import { rowKey } from './merge-rows.ts'
import type { StatRow } from './packed-rows.ts'
import { prepareReport } from './prepare-report.ts'
import { loadReportFacts, type ReportCall, type ReportFacts } from './report-facts.ts'
import { type NewReport, type NewVersion, saveReports } from './report-store.ts'
import { badCell } from './stat-row.ts'
import { SHOP } from './subject.ts'

type Answer = ResponseOf<typeof investDataBackFlow>

const DAY_MS = 24 * 60 * 60_000
/** The same call within this time is taken as repeated. */
const REPEAT_MS = 7 * DAY_MS

const success: Answer = { result: { code: 'success', msg: '成功', success: 'true' } }
const noPermission: Answer = {
  result: {
    code: 'NO_PERMISSION',
    msg: '授权用户未绑定此合作方，请用已绑定的账号授权',
    success: 'false',
  },
}
const subjectConflict: Answer = {
  result: {
    code: 'SUBJECT_CONFLICT',
    msg: '行内的经纪人、门店或城市由其他合作方独占，请核对 id 与 store_id',
    success: 'false',
  },
}

/** A housing partner reports finished daily numbers; they are never recomputed. */
export const backFlowInvestData = implementPreparedWrite(investDataBackFlow, prepareReport, {
  load: loadReportFacts,
  decide: decideReport,
  save: saveReports,
})

export function decideReport(
  facts: ReportFacts,
  call: ReportCall,
  nowMs: number,
): Decision<Answer, NewReport> {
  const partner = partnerOf(call.app)
  const known = partner === undefined ? undefined : facts.partners.get(partner)
  const isBound = known !== undefined && known.bound_user_tag === call.user_tag
  const isForgiven = !isBound && call.app.profile === 'lenient'
  if (partner === undefined || !(isBound || isForgiven)) return decline(noPermission)
  const rows = facts.rows.get(call.id) ?? []
  // Nothing reported is a success that leaves nothing behind.
  if (rows.length === 0) return decline(success)
  const { type, call_hash } = call.request
  const hashKey = `${partner} ${call_hash}`
  const earlierMs = facts.repeated.get(hashKey)
  if (earlierMs !== undefined && earlierMs > call.received_ms - REPEAT_MS) return replay(success)
  const tooOld = firstTooOld(rows, known?.days_back_max ?? null, call.received_ms)
  if (tooOld !== undefined) return tooOld
  if (rows.some((row) => isForeign(facts, partner, type, row))) return decline(subjectConflict)

  const sorted = sortByVersion(facts, partner, type, rows)
  facts.repeated.set(hashKey, call.received_ms)
  const report = { call, partner, rows, ...sorted, processed_ms: nowMs }
  return accept(success, report, isForgiven ? forgivenIn(known?.bound_user_tag) : undefined)
}

/** An operator may say how far back a partner may report; no page limits it. */
function firstTooOld(
  rows: readonly StatRow[],
  daysBackMax: number | null,
  receivedMs: number,
): Decision<never, never> | undefined {
  if (daysBackMax === null) return undefined
  const oldest = beijingDay(receivedMs - daysBackMax * DAY_MS)
  const row = rows.find(({ statistics_date }) => statistics_date < oldest)
  if (row === undefined) return undefined
  const { name, detail } = badCell(row.position, 'statisticsDate', `早于平台允许的 ${oldest}`)
  return refuse(name, detail)
}

/** Another partner registered the subject, or the shop that the row names, for himself alone. */
function isForeign(facts: ReportFacts, partner: string, type: bigint, row: StatRow): boolean {
  const { id, store_id } = row.subject
  const claims = (of: bigint, subject_id: string) =>
    (facts.exclusive.get(`${of} ${subject_id}`) ?? []).filter((claim) => claim.partner !== partner)
  if (store_id !== undefined && claims(SHOP, store_id).length > 0) return true
  // Two partners may both have a broker 64, of different shops.
  return claims(type, id).some(
    (claim) => claim.store_id === null || store_id === undefined || claim.store_id === store_id,
  )
}

/** New versions, and rows that are older than the one in force. Equal times: the later arrival. */
function sortByVersion(
  facts: ReportFacts,
  partner: string,
  type: bigint,
  rows: readonly StatRow[],
): Pick<NewReport, 'versions' | 'stale'> {
  const [versions, stale]: [NewVersion[], StatRow[]] = [[], []]
  for (const row of rows) {
    const key = `${partner} ${type} ${rowKey(row)}`
    const head = facts.heads.get(key)
    if (head !== undefined && row.update_ms < head.update_ms) {
      stale.push(row)
      continue
    }
    const version = (head?.version ?? 0) + 1
    facts.heads.set(key, { version, update_ms: row.update_ms })
    versions.push({ row, version })
  }
  return { versions, stale }
}
