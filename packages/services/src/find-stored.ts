import { type Database, findInLog } from '@topgate/storage'
import { charityAction } from './charity/tables.ts'
import { followupMessage } from './followup/tables.ts'
import { houseReport } from './house/tables.ts'
import { insuranceBehavior } from './insurance/tables.ts'
import { retailTagEvent } from './retail/tables.ts'

/** The row that a call became. Its parts name nobody: ids of things, and keyed tags of people. */
export type StoredRow =
  | { readonly table: 'charity_action'; readonly channel: string; readonly event_id: string }
  | { readonly table: 'insurance_behavior'; readonly flow_id: bigint | null }
  | {
      readonly table: 'house_report'
      readonly partner: string
      readonly type: bigint
      readonly row_count: number
      readonly applied_count: number
      readonly stale_count: number
    }
  | {
      readonly table: 'retail_tag_event'
      readonly biz_code: string
      readonly tag_code: string
      readonly user_tag: string
    }
  | { readonly table: 'followup_message'; readonly session_id: string; readonly stamp: number }

type Search = (db: Database, id: bigint) => Promise<StoredRow | undefined>

/** One for each log of effects. */
const searches: readonly Search[] = [
  async (db, id) => {
    const row = await findInLog(db, charityAction, id)
    if (row === undefined) return undefined
    return { table: 'charity_action', channel: row.channel, event_id: row.event_id }
  },
  async (db, id) => {
    const row = await findInLog(db, insuranceBehavior, id)
    return row === undefined ? undefined : { table: 'insurance_behavior', flow_id: row.flow_id }
  },
  async (db, id) => {
    const row = await findInLog(db, houseReport, id)
    if (row === undefined) return undefined
    const { partner, type, row_count, applied_count, stale_count } = row
    return { table: 'house_report', partner, type, row_count, applied_count, stale_count }
  },
  async (db, id) => {
    const row = await findInLog(db, retailTagEvent, id)
    if (row === undefined) return undefined
    const { biz_code, tag_code, user_tag } = row
    return { table: 'retail_tag_event', biz_code, tag_code, user_tag }
  },
  async (db, id) => {
    const row = await findInLog(db, followupMessage, id)
    if (row === undefined) return undefined
    return { table: 'followup_message', session_id: row.session_id, stamp: row.stamp }
  },
]

/** The row whose id is that of this call; undefined for a call that changed nothing. */
export async function findStored(db: Database, id: bigint): Promise<StoredRow | undefined> {
  for (const search of searches) {
    const found = await search(db, id)
    if (found !== undefined) return found
  }
  return undefined
}
