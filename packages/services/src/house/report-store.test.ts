import { type Database, int, type SchemaDatabase, text } from '@topgate/storage'
import { eachDatabase, followUntil } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import {
  houseFixtures,
  otherUserTag,
  readJsonText,
  report,
  sampleData,
  statRow,
} from '../testing/sample-report.ts'
import { testPlatform, testVault } from '../testing/test-platform.ts'
import { seedHouse } from './seed.ts'
import { houseDaysMigration, houseMigration, houseReport } from './tables.ts'
import { backFlowInvestData } from './tmall.alihouse.customer.clue.out.invest.total.data.back.flow.ts'

function sandbox(db: SchemaDatabase) {
  return testPlatform(db, [houseMigration, houseDaysMigration], backFlowInvestData, (tx) =>
    seedHouse(tx, testVault, houseFixtures, 'keep'),
  )
}

const success = { kind: 'answered', answer: { result: { code: 'success', success: 'true' } } }

eachDatabase('the statistics of a housing partner', (open, dialect) => {
  it('keep the documented sample word for word', async () => {
    const { db, run } = await sandbox(await open())
    const call = report(sampleData)
    expect(await run(call)).toMatchObject([{ ...success, effect: 'new' }])
    expect(await inForce(db)).toEqual([
      {
        subject: '3/64',
        version: 1,
        measures: sampleData.slice(1, -1),
        flags: 'TOTAL_BELOW_PART,SUM_MISMATCH,SUBJECT_FALLBACK',
      },
    ])
    expect(await followUntil(db, houseReport, 1)).toMatchObject([
      {
        id: call.id,
        partner: 'HOUSE_A',
        app_key: '10000001',
        type: 1n,
        row_count: 1,
        applied_count: 1,
        stale_count: 0,
        flags: 'TOTAL_BELOW_PART,SUM_MISMATCH,SUBJECT_FALLBACK',
      },
    ])
  })

  it('are newest by update time in both orders of arrival', async () => {
    const older = () => report([statRow({ aliUv: 1, updateTime: '2022-03-31 21:23:12' })])
    const newer = () => report([statRow({ aliUv: 2, updateTime: '2022-03-31 21:23:13' })])
    for (const order of [
      [older, newer],
      [newer, older],
    ]) {
      const { db, run } = await sandbox(await open())
      for (const send of order) expect(await run(send())).toMatchObject([success])
      expect(measuresOf(await inForce(db))).toEqual([2n])
    }
  })

  it('keep every version that was in force, and none that came too late', async () => {
    const { db, run } = await sandbox(await open())
    const at = (second: number) =>
      report([statRow({ aliUv: second, updateTime: `2022-03-31 21:23:0${second}` })])
    await run(at(1), at(3))
    await run(at(2), at(4))
    expect(measuresOf(await versionsIn(db))).toEqual([1n, 3n, 4n])
    const reports = await followUntil(db, houseReport, 4)
    expect(reports.map(({ stale_count }) => stale_count)).toEqual([0, 0, 1, 0])
  })

  it('are all or nothing: a conflict in one row keeps out the others', async () => {
    const { db, run } = await sandbox(await open())
    const rows = [statRow(), statRow({ id: 65, store_id: 999 })]
    expect(
      await run(report(rows), report(rows, { user_tag: otherUserTag }), report([])),
    ).toMatchObject([
      { answer: { result: { code: 'SUBJECT_CONFLICT', success: 'false' } }, effect: 'none' },
      { answer: { result: { code: 'NO_PERMISSION', success: 'false' } }, effect: 'none' },
      { ...success, effect: 'none' },
    ])
    expect(await versionsIn(db)).toEqual([])
  })

  it('are not written again by the same call', async () => {
    const { db, run, clock } = await sandbox(await open())
    expect(await run(report(sampleData), report(sampleData))).toMatchObject([
      { ...success, effect: 'new' },
      { ...success, effect: 'none' },
    ])
    clock.ms += 1000
    expect(await run(report(sampleData))).toMatchObject([{ ...success, effect: 'none' }])
    expect(await versionsIn(db)).toHaveLength(1)
  })

  it('have a row for each broker of a shop, and the last of equal rows', async () => {
    const { db, run } = await sandbox(await open())
    await run(report([statRow({ id: 65 }), statRow({ aliUv: 1 }), statRow({ aliUv: 2 })]))
    expect(await inForce(db)).toMatchObject([
      { subject: '3/64', flags: 'SUBJECT_FALLBACK,DUPLICATE_ROW' },
      { subject: '3/65', flags: 'SUBJECT_FALLBACK' },
    ])
    expect(measuresOf(await inForce(db))).toEqual([2n, 1n])
  })

  it('keep counts beyond 2^53 exactly', async () => {
    const { db, run } = await sandbox(await open())
    const data = '[{"id":1,"statisticsDate":"2022-04-02","aliUv":9007199254740993}]'
    expect(await run(report(data))).toMatchObject([success])
    expect(measuresOf(await inForce(db))).toEqual([9007199254740993n])
  })

  it('take 5,000 rows in one call', async () => {
    const { db, run } = await sandbox(await open())
    const rows = Array.from({ length: 5000 }, (_, id) => statRow({ id, storeName: '望京店' }))
    expect(await run(report(rows))).toMatchObject([success])
    expect(await followUntil(db, houseReport, 1)).toMatchObject([
      { row_count: 5000, applied_count: 5000 },
    ])
  })

  it('count what came too late, also twice in one batch', async () => {
    const { db, run } = await sandbox(await open())
    const at = (second: number) =>
      report([statRow({ aliUv: second, updateTime: `2022-03-31 21:23:0${second}` })])
    await run(at(5), at(1))
    await run(at(2), at(3), at(6), at(4))
    expect(
      await db.all('SELECT version, stale FROM house_stat_head', [], { version: int, stale: int }),
    ).toEqual([{ version: 2, stale: 4 }])
  })

  it('list new measures as unconfirmed, once', async () => {
    const { db, run } = await sandbox(await open())
    await run(report([statRow({ fcVipTcSend: 7 })]), report([statRow({ fc_vip_tc_send: 8 })]))
    await run(report([statRow({ fcVipTcSend: 9, odd: 1 })]))
    const columns = {
      name: text,
      version: int,
      side: text,
      bucket: text,
      unit: text,
      confidence: text,
    }
    const listed = await db.all(
      `SELECT ${Object.keys(columns).join(', ')} FROM house_measure ORDER BY name`,
      [],
      columns,
    )
    const unconfirmed = { version: 1, confidence: 'unconfirmed' }
    expect(listed).toEqual([
      { name: 'fcVipTcSend', side: 'fc', bucket: 'VipT', unit: 'times', ...unconfirmed },
      { name: 'odd', side: '', bucket: '', unit: 'unknown', ...unconfirmed },
    ])
  })

  if (dialect === 'postgres') {
    it('are newest by update time when two nodes write one key at once', async () => {
      const nodes = [await sandbox(await open('shared')), await sandbox(await open('shared'))]
      const at = (second: number) =>
        report([statRow({ aliUv: second, updateTime: `2022-03-31 21:23:0${second}` })])
      const outcomes = await Promise.all(
        [4, 7, 2, 9, 1, 8].map((second, index) => nodes[index % 2]?.run(at(second)) ?? []),
      )
      expect(outcomes.flat()).toMatchObject(Array(6).fill(success))
      expect(measuresOf(await inForce(nodes[0]?.db))).toEqual([9n])
    })
  }
})

const shown = { subject: text, version: int, measures: text, flags: text }

/** What a reader sees: the version in force of every subject. */
async function inForce(db: Database | undefined) {
  const rows = await db?.all(
    `SELECT v.subject, v.version, v.measures, v.flags
     FROM house_stat_head h JOIN house_stat_version v
       ON v.partner = h.partner AND v.type = h.type AND v.business_type = h.business_type
      AND v.subject = h.subject AND v.statistics_date = h.statistics_date AND v.version = h.version
     ORDER BY v.subject`,
    [],
    shown,
  )
  return rows ?? []
}

async function versionsIn(db: Database) {
  return db.all(
    'SELECT subject, version, measures, flags FROM house_stat_version ORDER BY subject, version',
    [],
    shown,
  )
}

/** `aliUv` of each row, with all its digits. */
function measuresOf(rows: readonly { readonly measures: string }[]): unknown[] {
  return rows.map(({ measures }) => {
    const { value } = readJsonText(measures)
    return value instanceof Map ? value.get('aliUv') : undefined
  })
}
