import { investDataBackFlow, type ResponseOf } from '@topgate/contracts'
import { accept, type Decision, decline, implementPreparedWrite, replay } from '@topgate/engine'
import { rowKey } from './merge-rows.ts'
import type { StatRow } from './packed-rows.ts'
import { prepareReport } from './prepare-report.ts'
import { loadReportFacts, type ReportCall, type ReportFacts } from './report-facts.ts'
import { type NewReport, type NewVersion, saveReports } from './report-store.ts'
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
  const partner = call.app.owns.house_partner
  const bound = partner === undefined ? undefined : facts.boundUsers.get(partner)
  if (partner === undefined || bound === undefined || bound !== call.user_tag) {
    return decline(noPermission)
  }
  const rows = facts.rows.get(call.id) ?? []
  // Nothing reported is a success that leaves nothing behind.
  if (rows.length === 0) return decline(success)
  const { type, call_hash } = call.request
  const hashKey = `${partner} ${call_hash}`
  const earlierMs = facts.repeated.get(hashKey)
  if (earlierMs !== undefined && earlierMs > call.received_ms - REPEAT_MS) return replay(success)
  if (rows.some((row) => isForeign(facts, partner, type, row))) return decline(subjectConflict)

  const versions = rows.flatMap((row) => newVersion(facts, partner, type, row))
  facts.repeated.set(hashKey, call.received_ms)
  return accept(success, { call, partner, rows, versions, processed_ms: nowMs })
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

/** The row, unless the version in force is newer. Equal times: the later arrival wins. */
function newVersion(facts: ReportFacts, partner: string, type: bigint, row: StatRow): NewVersion[] {
  const key = `${partner} ${type} ${rowKey(row)}`
  const head = facts.heads.get(key)
  if (head !== undefined && row.update_ms < head.update_ms) return []
  const version = (head?.version ?? 0) + 1
  facts.heads.set(key, { version, update_ms: row.update_ms })
  return [{ row, version }]
}
