import { userBehaviorSync } from '@topgate/contracts'
import { type Database, defineTable, insertInto, int64, migrate, text } from '@topgate/storage'
import { eachDatabase, followUntil } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import { type Step, sampleStep } from '../testing/sample-step.ts'
import { testPlatform, testVault } from '../testing/test-platform.ts'
import { appB, nowMs, writeCall } from '../testing/write-call.ts'
import { syncUserBehavior } from './alibaba.alihealth.insurance.inst.user.behavior.sync.ts'
import { insuranceFunnelMigration } from './funnel-migration.ts'
import { journeyOf } from './reported-step.ts'
import { seedInsurance } from './seed.ts'
import { urlContext } from './step-store.ts'
import { insuranceBehavior, insuranceMigration } from './tables.ts'

const fixtures = {
  products: [
    { insurer: 'INS_A', inst_product_id: 'CU95', name: '百万医疗险（样例）' },
    { insurer: 'INS_B', inst_product_id: 'PB01', name: '意外险（样例）' },
  ],
  flows: [
    { flow_id: 1800001886002007960n, insurer: 'INS_A', inst_product_id: 'CU95' },
    { flow_id: 1800001886002007999n, insurer: 'INS_B', inst_product_id: 'PB01' },
  ],
}

function sandbox(db: Parameters<typeof testPlatform>[0]) {
  return testPlatform(db, [insuranceMigration, insuranceFunnelMigration], syncUserBehavior, (tx) =>
    seedInsurance(tx, fixtures, 'keep'),
  )
}

function step(other: Partial<Step> = {}) {
  return writeCall(userBehaviorSync, { param0: { ...sampleStep, ...other } })
}

const recorded = { kind: 'answered', answer: { result_status: 'SUCCESS', data: true } }

eachDatabase('the migration of the funnel', (open) => {
  it('gives every step that was there its flow or its click', async () => {
    const db = await open()
    await migrate(db, [insuranceMigration], () => nowMs)
    const { journey: _, ad: __, ...columns } = insuranceBehavior.columns
    const row = {
      insurer: 'INS_A',
      app_key: '10000001',
      inst_product_id: 'CU95',
      inst_goods_code: null,
      behavior_type: 'PAY_SUCCESS',
      behavior_ms: 1,
      channel_source_name: null,
      advertise_org_url: null,
      flags: '',
      received_ms: 1,
      processed_ms: 1,
    }
    const flow_id = 1800001886002007960n
    await db.transaction((tx) =>
      tx.write(insertInto(defineTable('insurance_behavior', columns)), [
        { ...row, id: 1n, dedupe_key: 'one', flow_id, click_tag: 'tag' },
        { ...row, id: 2n, dedupe_key: 'two', flow_id: null, click_tag: 'tag' },
        { ...row, id: 3n, dedupe_key: 'three', flow_id: null, click_tag: null },
      ]),
    )
    await migrate(db, [insuranceMigration, insuranceFunnelMigration], () => nowMs)
    const journeys = await db.all('SELECT journey FROM insurance_behavior ORDER BY id', [], {
      journey: text,
    })
    expect(journeys.map(({ journey }) => journey)).toEqual([journeyOf(flow_id), 'c:tag', '-'])
  })
})

eachDatabase('the steps of insurance users', (open, dialect) => {
  it('keep every fact of the documented sample, all 19 digits of its flow', async () => {
    const { db, run } = await sandbox(await open())
    const call = step()
    expect(await run(call)).toMatchObject([{ ...recorded, effect: 'new' }])
    const [row] = await followUntil(db, insuranceBehavior, 1)
    expect(row).toMatchObject({
      id: call.id,
      insurer: 'INS_A',
      app_key: '10000001',
      flow_id: 1800001886002007960n,
      inst_product_id: 'CU95',
      inst_goods_code: 'G202106170002',
      behavior_type: 'START_UNDERWRITING',
      behavior_ms: sampleStep.behavior_time,
      channel_source_name: '优矩-抖音',
      flags: '',
      received_ms: nowMs,
      processed_ms: nowMs,
    })
    expect(testVault.open(urlContext(call.id), row?.advertise_org_url ?? new Uint8Array())).toBe(
      sampleStep.advertise_org_url,
    )
    const digits = await db.all(
      "SELECT CAST(flow_id AS TEXT) AS digits FROM insurance_behavior WHERE behavior_type <> ''",
      [],
      { digits: text },
    )
    expect(digits).toEqual([{ digits: '1800001886002007960' }])
  })

  it('are recorded once, in one batch and over many', async () => {
    const { db, run } = await sandbox(await open())
    expect(await run(step(), step(), step({ flow_id: 5n }))).toMatchObject([
      { ...recorded, effect: 'new' },
      { ...recorded, effect: 'none' },
      { ...recorded, effect: 'new' },
    ])
    expect(await run(step())).toMatchObject([{ ...recorded, effect: 'none' }])
    expect(await flowsOf(db)).toEqual([5n, 1800001886002007960n])
  })

  // SQLite has one writer, so two nodes are a thing of PostgreSQL.
  if (dialect === 'postgres') {
    it('are recorded once when two nodes get the same step at once', async () => {
      const first = await sandbox(await open('shared'))
      const second = await sandbox(await open('shared'))
      const outcomes = await Promise.all([first.run(step()), second.run(step())])
      expect(outcomes.flat()).toMatchObject([recorded, recorded])
      expect(await flowsOf(first.db)).toEqual([1800001886002007960n])
    })
  }

  it('are refused for a product of another insurer, and nothing is kept', async () => {
    const { db, run } = await sandbox(await open())
    const foreign = writeCall(userBehaviorSync, { param0: sampleStep }, { app: appB })
    expect(await run(foreign, step({ inst_product_id: 'NOPE1' }))).toMatchObject([
      { answer: { result_status: 'FAIL', result_code: 'PRODUCT_NOT_FOUND' }, effect: 'none' },
      { answer: { result_status: 'FAIL', result_code: 'PRODUCT_NOT_FOUND' }, effect: 'none' },
    ])
    expect(await flowsOf(db)).toEqual([])
  })

  it('belong to their flow, else to their click, else to their product alone', async () => {
    const { db, run } = await sandbox(await open())
    const flow_id = undefined
    await run(
      step(),
      step({ flow_id }),
      step({ flow_id, advertise_org_url: undefined }),
      step({ flow_id, advertise_org_url: undefined }),
    )
    const rows = await followUntil(db, insuranceBehavior, 3)
    const { click_tag } = rows[0] ?? {}
    expect(click_tag).toMatch(/^[\w-]{22}$/)
    expect(rows.map(({ journey }) => journey)).toEqual([
      'f:1800001886002007960',
      `c:${click_tag}`,
      '-',
    ])
  })

  it('keep a foreign flow as an orphan, and no personal data of the URL', async () => {
    const { db, run } = await sandbox(await open())
    const call = step({
      flow_id: 1800001886002007999n,
      advertise_org_url: 'https://a.example/?phone=13800138000&clickid=__CLICKID__',
    })
    await run(call)
    const [row] = await followUntil(db, insuranceBehavior, 1)
    expect(row).toMatchObject({
      flags: 'PII_CUT,UNREPLACED_MACRO,ORPHAN_FLOW,FOREIGN_FLOW',
      click_tag: null,
    })
    expect(testVault.open(urlContext(call.id), row?.advertise_org_url ?? new Uint8Array())).toBe(
      'https://a.example/?phone=&clickid=__CLICKID__',
    )
  })
})

async function flowsOf(db: Database): Promise<bigint[]> {
  const rows = await db.all('SELECT flow_id FROM insurance_behavior ORDER BY flow_id', [], {
    flow_id: int64,
  })
  return rows.map(({ flow_id }) => flow_id)
}
