import { idOfRequest } from '@topgate/contracts'
import { findCall, type StoredRow } from '@topgate/services'
import { both, consolePaths } from '@topgate/web'
import { findWhy } from '../../why/find-why.ts'
import { whyReport } from '../../why/why-report.ts'
import { addressOf } from './address.ts'
import type { Kind } from './kind.ts'

/** One call by the id that its answer carried, and why it ended as it did. */
export const callKind: Kind = {
  folder: 'calls',
  name: both('调用', 'Call'),
  form: both(
    '应答里的 request_id，13 位小写字母与数字',
    'The request_id of an answer, 13 of 0-9 a-z',
  ),
  example: '0ab3d9k2m4n6p',

  async find({ db }, typed) {
    const id = idOfRequest(typed)
    if (id === undefined || (await findCall(db, id)) === undefined) return []
    return [{ ref: typed, label: typed }]
  },

  async report({ db, mode, routerUrl }, ref) {
    const why = await findWhy(db, mode, ref)
    const links = { api: consolePaths.api, routerUrl, stored: addressOfRow }
    return why === undefined ? undefined : whyReport(why, links)
  },
}

/** A report of statistics is about many subjects, and has no page of its own. */
function addressOfRow(row: StoredRow): string | undefined {
  switch (row.table) {
    case 'charity_action':
      return addressOf('events', row.event_id)
    case 'insurance_behavior':
      return row.flow_id === null ? undefined : addressOf('flows', String(row.flow_id))
    case 'house_report':
      return undefined
    case 'retail_tag_event':
      return addressOf('users', row.user_tag)
    case 'followup_message':
      return addressOf('chats', row.session_id)
    default:
      return row satisfies never
  }
}
