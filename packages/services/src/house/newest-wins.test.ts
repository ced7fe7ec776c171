import { int } from '@topgate/storage'
import { eachDatabase } from '@topgate/storage/testing'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { houseFixtures, report, statRow } from '../testing/sample-report.ts'
import { testPlatform, testVault } from '../testing/test-platform.ts'
import { seedHouse } from './seed.ts'
import { houseDaysMigration, houseMigration } from './tables.ts'
import { backFlowInvestData } from './tmall.alihouse.customer.clue.out.invest.total.data.back.flow.ts'

const ORDERS = 300
const ORDERS_AT_ONCE = 20
const DAYS = 40
const VERSIONS = 2
const SEED = 20_220_402

interface Sent {
  readonly statisticsDate: string
  readonly updateTime: string
  readonly aliUv: number
}

/** Two versions of each day; `aliUv` counts up with their time. */
const sent: readonly Sent[] = Array.from({ length: DAYS * VERSIONS }, (_, index) => {
  const [day, version] = [Math.floor(index / VERSIONS), index % VERSIONS]
  const statisticsDate = new Date(Date.UTC(2022, 1, 1 + day)).toISOString().slice(0, 10)
  return { statisticsDate, updateTime: `2022-04-01 00:00:0${version}`, aliUv: version }
})

const orders = fc.sample(fc.shuffledSubarray([...sent], { minLength: sent.length }), {
  numRuns: ORDERS,
  seed: SEED,
})

/** Calls as large as they can be without naming a day twice, in which case the last would win. */
function callsOf(order: readonly Sent[], id: number) {
  const calls: Sent[][] = [[]]
  for (const row of order) {
    const last = calls.at(-1) ?? []
    if (last.some(({ statisticsDate }) => statisticsDate === row.statisticsDate)) calls.push([row])
    else last.push(row)
  }
  return calls.map((rows) => report(rows.map((row) => statRow({ id, ...row }))))
}

eachDatabase('40 days of statistics', (open) => {
  it('end with the newest version of each day in every one of 300 random orders', async () => {
    const { db, run } = await testPlatform(
      await open(),
      [houseMigration, houseDaysMigration],
      backFlowInvestData,
      (tx) => seedHouse(tx, testVault, houseFixtures, 'keep'),
    )
    for (let first = 0; first < ORDERS; first += ORDERS_AT_ONCE) {
      const group = orders.slice(first, first + ORDERS_AT_ONCE)
      const outcomes = await run(...group.flatMap((order, at) => callsOf(order, first + at)))
      expect(outcomes.every(({ kind }) => kind === 'answered')).toBe(true)
    }
    const found = await db.all(
      `SELECT CASE WHEN v.measures LIKE '%"aliUv":${VERSIONS - 1},%' THEN 1 ELSE 0 END AS newest, count(*) AS days,
         CAST(sum(h.version + h.stale) AS BIGINT) AS rows_sent
       FROM house_stat_head h JOIN house_stat_version v
         ON v.partner = h.partner AND v.type = h.type AND v.business_type = h.business_type
        AND v.statistics_date = h.statistics_date AND v.subject = h.subject AND v.version = h.version
       GROUP BY 1`,
      [],
      { newest: int, days: int, rows_sent: int },
    )
    const all = { newest: 1, days: ORDERS * DAYS, rows_sent: ORDERS * sent.length }
    expect(found).toEqual([all])
  }, 60_000)
})
