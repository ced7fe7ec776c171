import { formatBeijing } from '@topgate/contracts'
import type { AccountReport } from '@topgate/server'
import { inColumns } from './columns.ts'

/** An account for people: totals, ledger, registrations, and the keys that were bound to it. */
export function describeAccount(report: AccountReport): string {
  return [
    `Account ${report.account}`,
    ...inColumns([
      ['status', report.status],
      ['total', `${report.charity_hours} hours (${report.minutes} minutes)`],
      ...report.leaves.map(({ year, type, activity_id, minutes }) => [
        '',
        `${year}  ${type}  activity ${activity_id}  ${minutes} minutes`,
      ]),
    ]),
    ...part(
      report.lines_left_out ? 'Ledger, the newest lines' : 'Ledger',
      ['received', 'channel', 'event', 'kind', 'status', 'sub code', 'activity', 'minutes'],
      report.lines.map((line) => [
        formatBeijing(line.received_ms),
        line.channel,
        line.kind === 'MOVE' ? '-' : line.event_id,
        line.kind,
        line.status,
        line.sub_code || '-',
        String(line.activity_id),
        String(line.minutes),
      ]),
    ),
    ...part(
      'Registrations',
      ['activity', 'status', 'since'],
      report.registrations.map(({ activity_id, status, at_ms }) => [
        String(activity_id),
        status,
        formatBeijing(at_ms),
      ]),
    ),
    ...part(
      'Bindings of third-party keys',
      ['channel', 'key', 'user', 'status', 'since', 'pending minutes'],
      report.bindings.map((binding) => [
        binding.channel,
        binding.key_account,
        binding.user_account,
        binding.status,
        formatBeijing(binding.at_ms),
        String(binding.pending_minutes),
      ]),
    ),
  ].join('\n')
}

type Rows = readonly (readonly string[])[]

function part(title: string, head: readonly string[], rows: Rows): string[] {
  return rows.length === 0 ? [] : ['', title, ...inColumns([head, ...rows])]
}
