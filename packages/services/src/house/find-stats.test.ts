import type { SchemaDatabase } from '@topgate/storage'
import { eachDatabase } from '@topgate/storage/testing'
import { describe, expect, it } from 'vitest'
import {
  houseFixtures,
  otherUserTag,
  report,
  sampleData,
  statRow,
} from '../testing/sample-report.ts'
import { testPlatform, testVault } from '../testing/test-platform.ts'
import { appB } from '../testing/write-call.ts'
import { stateOf } from './day-completeness.ts'
import { Dictionary, editMeasures } from './dictionary.ts'
import { findStats, type StatReport } from './find-stats.ts'
import { seedHouse } from './seed.ts'
import { houseDaysMigration, houseMigration } from './tables.ts'
import { backFlowInvestData } from './tmall.alihouse.customer.clue.out.invest.total.data.back.flow.ts'

function sandbox(db: SchemaDatabase) {
  const expectations = [{ partner: 'HOUSE_A', type: 1n, subjects: 2 }]
  return testPlatform(db, [houseMigration, houseDaysMigration], backFlowInvestData, (tx) =>
    seedHouse(tx, testVault, { ...houseFixtures, expectations }, 'keep'),
  )
}

const measureIn = (found: StatReport | undefined, name: string) =>
  found?.measures.find((measure) => measure.name === name)

const at = (second: number, members: Record<string, unknown> = {}) =>
  report([statRow({ updateTime: `2022-03-31 21:23:0${second}`, ...members })])

eachDatabase('what a partner reported about a subject', (open) => {
  it('is the documented sample with a label beside every name', async () => {
    const { db, run } = await sandbox(await open())
    const call = report(sampleData)
    await run(call)
    const [found, ...others] = await findStats(db, { subject: '3/64' })
    expect(others).toEqual([])
    expect(found).toMatchObject({
      partner: 'HOUSE_A',
      type: 1n,
      business_type: 1n,
      day: '2022-04-02',
      flags: ['TOTAL_BELOW_PART', 'SUM_MISMATCH', 'SUBJECT_FALLBACK'],
      stale_count: 0,
      versions: [{ version: 1, row_position: 1, changes: [] }],
      completeness: { state: 'PARTIAL', expected: 2, received: 1 },
      week: { from: '2022-03-28', to: '2022-04-03', days: 1 },
      month: { from: '2022-04-01', to: '2022-04-30', days: 1 },
    })
    expect(found?.measures).toHaveLength(30)
    expect(measureIn(found, 'fcLzcSend')).toEqual({
      name: 'fcLzcSend',
      raw_name: 'fcLzcSend',
      value: '1',
      version: 0,
      side: 'fc',
      bucket: 'Lz',
      measure: 'c',
      label: '房产渠道留资发送次数',
      unit: 'times',
      confidence: 'inferred',
    })
    expect(found?.columns).toContainEqual({ raw_name: 'storeName', value: '222333444555666777' })
  })

  it('has every version with what changed, what came too late, and the day restated', async () => {
    const { db, run } = await sandbox(await open())
    await run(at(1, { aliUv: 1 }), at(3, { aliUv: null, fcUv: 5 }), at(2), at(3, { id: 65 }))
    const [found] = await findStats(db, { subject: '3/64', day: '2022-04-02' })
    expect(found?.versions).toMatchObject([
      {
        version: 2,
        changes: [
          { raw_name: 'aliUv', before: '1', after: null },
          { raw_name: 'updateTime', before: '2022-03-31 21:23:01' },
          { raw_name: 'fcUv', before: null, after: '5' },
        ],
      },
      { version: 1, changes: [] },
    ])
    expect(found).toMatchObject({
      stale_count: 1,
      completeness: { state: 'RESTATED', expected: 2, received: 2 },
      days: [{ day: '2022-04-02', version: 2, stale: 1 }],
    })
    expect(measureIn(found, 'aliUv')?.value).toBeNull()
  })

  it('is the newest day unless another is asked for, with the sums of its week and month', async () => {
    const { db, run } = await sandbox(await open())
    const day = (statisticsDate: string, fcLzcSend: number, aliUv: number) =>
      report([statRow({ statisticsDate, fcLzcSend, aliUv })])
    await run(
      day('2022-03-31', 100, 1),
      day('2022-04-01', 20, 2),
      day('2022-04-03', 3, 4),
      day('2022-03-27', 4000, 4),
    )
    const [newest] = await findStats(db, { subject: '3/64' })
    expect(newest?.day).toBe('2022-04-03')
    expect(newest?.days.map((row) => row.day)).toEqual([
      '2022-04-03',
      '2022-04-01',
      '2022-03-31',
      '2022-03-27',
    ])
    expect(newest?.week.measures).toMatchObject([
      { name: 'aliUv', method: 'mean', value: '2.33', days: 3 },
      { name: 'fcLzcSend', method: 'sum', value: '123', days: 3 },
    ])
    expect(newest?.month.measures).toMatchObject([
      { name: 'aliUv', method: 'mean', value: '3.00', days: 2 },
      { name: 'fcLzcSend', method: 'sum', value: '23', days: 2 },
    ])
    const [asked] = await findStats(db, { subject: '3/64', day: '2022-03-31' })
    expect(measureIn(asked, 'fcLzcSend')?.value).toBe('100')
    expect(asked?.month.from).toBe('2022-03-01')
    expect(await findStats(db, { subject: '3/64', day: '2022-04-02' })).toEqual([])
    expect(await findStats(db, { subject: '3/65' })).toEqual([])
  })

  it('is apart for each partner, type and line of business', async () => {
    const { db, run } = await sandbox(await open())
    const shop = { store_id: 3, id: undefined }
    await run(
      report([statRow(shop)], { type: 2n }),
      report([statRow({ ...shop, businessType: 3 })], { type: 2n }),
      report([statRow(shop)], { type: 2n, app: appB, user_tag: otherUserTag }),
    )
    const found = await findStats(db, { subject: '3' })
    expect(found.map(({ partner, business_type }) => [partner, business_type])).toEqual([
      ['HOUSE_A', 0n],
      ['HOUSE_A', 3n],
      ['HOUSE_B', 0n],
    ])
    // One shop in two lines of business is one subject; where nobody said more, it is enough.
    expect(found[0]?.completeness).toEqual({ state: 'COMPLETE', expected: null, received: 1 })
    expect(await findStats(db, { subject: '3', partner: 'HOUSE_B' })).toHaveLength(1)
    expect(await findStats(db, { subject: '3', type: 1n })).toEqual([])
  })

  it('masks the name of a broker and what else was written about him, not his shop', async () => {
    const { db, run } = await sandbox(await open())
    const names = { brokerName: '王小明', note: '王小明离职', storeName: '望京店' }
    await run(report([statRow(names)]), report([statRow(names)], { type: 2n }))
    const [broker] = await findStats(db, { subject: '3/64' })
    expect(JSON.stringify(broker?.columns)).not.toContain('小明')
    expect(broker?.columns).toContainEqual({ raw_name: 'storeName', value: '望京店' })
    const [shop] = await findStats(db, { subject: '3' })
    expect(shop?.columns).toContainEqual({ raw_name: 'note', value: '王小明离职' })
  })

  it('shows a new measure as unconfirmed until the owner says what it is', async () => {
    const { db, run } = await sandbox(await open())
    await run(report([statRow({ fc_vip_tc_send: 7 })]))
    const shown = async () =>
      measureIn((await findStats(db, { subject: '3/64' }))[0], 'fcVipTcSend')
    expect(await shown()).toMatchObject({ confidence: 'unconfirmed', raw_name: 'fc_vip_tc_send' })
    const edits = [
      { name: 'fcVipTcSend', label: '贵宾发送次数' },
      { name: 'aliUv', unit: 'times' as const },
    ]
    await db.transaction((tx) => editMeasures(tx, edits))
    expect(await shown()).toMatchObject({
      confidence: 'confirmed',
      label: '贵宾发送次数',
      version: 2,
      side: 'fc',
      value: '7',
    })
    const dictionary = await Dictionary.read(db)
    expect(dictionary.get('aliUv')).toMatchObject({ unit: 'times', version: 1, side: 'ali' })
    expect(
      dictionary
        .all()
        .map(({ name }) => name)
        .at(-1),
    ).toBe('fcVipTcSend')
    expect(dictionary.all()).toHaveLength(31)
  })
})

describe('the state of a day', () => {
  it.each([
    [0, 2, false, 'MISSING'],
    [1, 2, true, 'PARTIAL'],
    [2, 2, false, 'COMPLETE'],
    [3, 2, false, 'COMPLETE'],
    [2, 2, true, 'RESTATED'],
  ])('with %d of %d subjects, restated %s, is %s', (received, expected, isRestated, state) => {
    expect(stateOf(received, expected, isRestated)).toBe(state)
  })
})
