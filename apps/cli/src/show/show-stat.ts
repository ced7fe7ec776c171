import { parseDate } from '@topgate/contracts'
import { findStats } from '@topgate/server'
import { UsageError } from '../exit-codes.ts'
import { describeStat } from './describe-stat.ts'
import { showable } from './show-kind.ts'

interface Options {
  readonly day?: string
  readonly partner?: string
  readonly type?: string
}

export const showStat = showable({
  name: 'stat',
  summary: 'what housing partners reported about a broker, shop or city',
  description:
    'Shows the numbers of one day with their labels, every version of them, whether the day is ' +
    'complete, and the sums of its week and month. Names of brokers are masked.',
  argument: {
    name: 'subject',
    about: 'id of the broker, shop or city; a broker without one is SHOP/ROW, such as 3/64',
  },
  options: [
    { flags: '--day <yyyy-MM-dd>', about: 'the day; without it, the newest one' },
    { flags: '--partner <partner>', about: 'the partner; without it, all that report the subject' },
    { flags: '--type <n>', about: '1 brokers, 2 shops, 3 cities; without it, all' },
  ],
  examples: [
    'topgate show stat 3/64',
    'topgate show stat 3 --type 2 --day 2022-04-02',
    "topgate show stat 3/64 --json | jq '.[].measures[] | [.raw_name, .label, .value]'",
  ],
  find: ({ db }, subject, { day, partner, type }: Options) =>
    findStats(db, { subject, day: readDay(day), partner, type: readType(type) }),
  describe: (reports) => reports.map(describeStat).join('\n\n'),
  absence: (subject, { day, partner }) =>
    `No statistics of the subject ${subject}${day === undefined ? '' : ` for ${day}`}` +
    `${partner === undefined ? '' : ` by ${partner}`}. A row without the id of its type goes by ` +
    'SHOP/ROW (brokers) or /ROW. Calls that were refused or declined leave nothing.',
})

function readDay(day: string | undefined): string | undefined {
  if (day === undefined || parseDate(day) !== undefined) return day
  throw new UsageError(`--day ${day}: must be a date such as 2022-04-02`)
}

function readType(type: string | undefined): bigint | undefined {
  if (type === undefined || /^[123]$/.test(type)) return type === undefined ? type : BigInt(type)
  throw new UsageError(`--type ${type}: must be 1 (brokers), 2 (shops) or 3 (cities)`)
}
