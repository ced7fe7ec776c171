import { formatBeijing } from '@topgate/contracts'
import type { EventReport } from '@topgate/server'
import { inColumns } from './columns.ts'

type EventAction = EventReport['action']
type Row = readonly string[]

/** An event for people: the action, the ledger lines and the totals of its accounts. */
export function describeEvent({ action, ledger, totals }: EventReport): string {
  return [
    `Event ${action.event_id} of channel ${action.channel}`,
    ...inColumns(actionRows(action)),
    '',
    'Ledger',
    ...inColumns([
      ['kind', 'account', 'activity', 'type', 'year', 'minutes', 'received'],
      ...ledger.map((line) => [
        line.kind,
        line.account,
        String(line.activity_id),
        line.type,
        String(line.year),
        String(line.minutes),
        formatBeijing(line.received_ms),
      ]),
    ]),
    ...totals.flatMap(({ account, minutes, leaves }) => [
      '',
      `Total of ${account}: ${minutes} minutes`,
      ...inColumns(
        leaves.map((leaf) => [
          String(leaf.year),
          leaf.type,
          `activity ${leaf.activity_id}`,
          `${leaf.minutes} minutes`,
        ]),
      ),
    ]),
  ].join('\n')
}

function actionRows(action: EventAction): Row[] {
  return [
    ['status', action.cap === '' ? action.status : `${action.status} (cap ${action.cap})`],
    ['hours', action.charity_hours],
    ['activity', String(action.activity_id)],
    ['sub code', `${action.sub_code} (${action.type})`],
    ['user', action.tb_user_id ?? '-'],
    ['third-party key', action.third_user_key ?? '-'],
    ['happened', `${formatBeijing(action.happened_ms)} Beijing time`],
    ['received', `${formatBeijing(action.received_ms)} Beijing time`],
    ['app', action.app_key],
    ['request id', action.request_id],
    ['flags', action.flags.length === 0 ? '-' : action.flags.join(', ')],
  ]
}
