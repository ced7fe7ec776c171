import { formatBeijing, requestIdOf } from '@topgate/contracts'
import { CALLS_SEARCHED_MAX, findRecentCalls, type JournalRow } from '@topgate/server'
import { inColumns } from './columns.ts'
import { readLimit } from './read-limit.ts'
import { showable } from './show-kind.ts'

interface Options {
  readonly app?: string
  readonly method?: string
  readonly failed?: true
  readonly limit?: string
}

/** A line of the journal with the id that the caller was answered. */
function callOf({ id, node: _node, slot: _slot, ...row }: JournalRow) {
  return { request_id: requestIdOf(id), ...row, success: row.success === 1 }
}

export const showCalls = showable({
  name: 'calls',
  summary: 'the last calls, and how they ended',
  description:
    'Shows the newest lines of the call journal. It keeps codes, sizes and times, never what a ' +
    'call said; under load lines are left out.',
  options: [
    { flags: '--app <key>', about: 'only calls of this app' },
    { flags: '--method <method>', about: 'only calls of this API' },
    { flags: '--failed', about: 'only calls that were refused or declined' },
    { flags: '--limit <n>', about: 'how many, up to 1000 (default 20)' },
  ],
  examples: [
    'topgate show calls',
    'topgate show calls --app 10000001 --failed',
    "topgate show calls --limit 100 --json | jq '.[] | [.sub_code, .duration_us]'",
  ],
  async find({ db }, _id, { app, method, failed, limit }: Options) {
    const filter = {
      ...(app === undefined ? {} : { app_key: app }),
      ...(method === undefined ? {} : { method }),
      failed: failed === true,
    }
    const { calls } = await findRecentCalls(db, filter, readLimit(limit))
    return calls.map(callOf)
  },
  describe: (calls) =>
    inColumns([
      ['received', 'request id', 'app', 'method', 'answer', 'ms', 'bytes in', 'bytes out'],
      ...calls.map((call) => [
        formatBeijing(call.received_ms),
        call.request_id,
        call.app_key || '-',
        call.method || '-',
        answerOf(call),
        (call.duration_us / 1000).toFixed(1),
        String(call.bytes_in),
        String(call.bytes_out),
      ]),
    ]).join('\n'),
  absence: () =>
    `No such call among the newest ${CALLS_SEARCHED_MAX} of the journal. A running server writes ` +
    'its lines four times a second.',
})

function answerOf({ success, code, sub_code }: ReturnType<typeof callOf>): string {
  if (success) return 'success'
  return code === 0 ? `declined ${sub_code}` : `${code} ${sub_code}`.trimEnd()
}
