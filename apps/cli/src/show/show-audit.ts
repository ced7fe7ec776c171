import { formatBeijing } from '@topgate/contracts'
import { type AuditLine, findAuditLines } from '@topgate/server'
import { inColumns } from './columns.ts'
import { readLimit } from './read-limit.ts'
import { showable } from './show-kind.ts'

interface Options {
  readonly limit?: string
}

function lineOf({ at_ms, session, act, object, reason }: AuditLine) {
  return { at_ms, by: session, act, object, reason }
}

export const showAudit = showable({
  name: 'audit',
  summary: 'who changed or read what',
  description:
    'Shows the newest lines of the audit: commands of the owner and acts in the console.',
  options: [{ flags: '--limit <n>', about: 'how many, up to 1000 (default 20)' }],
  examples: ['topgate show audit', "topgate show audit --limit 1000 --json | jq '.[].object'"],
  async find({ db, vault }, _id, { limit }: Options) {
    return (await findAuditLines(db, vault, readLimit(limit))).map(lineOf)
  },
  describe: (lines) =>
    inColumns([
      ['when', 'who', 'what', 'of what', 'reason'],
      ...lines.map(({ at_ms, by, act, object, reason }) => [
        formatBeijing(at_ms),
        by || '-',
        act,
        object,
        reason || '-',
      ]),
    ]).join('\n'),
  absence: () => 'The audit is empty: nothing was changed by a command or in the console yet.',
})
