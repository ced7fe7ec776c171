import { requestIdOf } from '@topgate/contracts'
import type { Transaction } from '@topgate/storage'
import { eachDatabase } from '@topgate/storage/testing'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sampleStep } from '../testing/sample-step.ts'
import { testVault } from '../testing/test-platform.ts'
import { appA, appB, nowMs } from '../testing/write-call.ts'
import { findFlows } from './find-flow.ts'
import { FLOW_STEPS_MAX } from './flow-report.ts'
import {
  foreignFlow,
  insurancePlatform,
  plainStep,
  reportOf,
  sampleFlow,
  stepCall,
} from './insurance-testing.ts'
import { type InsuranceSeed, seedInsurance } from './seed.ts'

const sampleMs = sampleStep.behavior_time
const sampleClick =
  'EIuox5-NrIgDGMPkkM3f9L4CIJO0gYXVjTowDDgBQiIyMDIyMDIyMzE4MzUyNjAxMDE1ODE0NzAyMDFBMDI2MkU4SAGQAQA'
const click_tag = testVault.tag('click_id', sampleClick)
const ad = {
  click_tag,
  channel_source_name: '优矩-抖音',
  agency: '优矩',
  medium: '抖音',
  landing: 'ihealth.zhongan.com/insure/gt/inform',
  adid: '1725549616679939',
  channel_code: 'c20211102101365001',
  channel_source: 'T202202140302845606',
  creativeid: '1725549616681995',
  creativetype: '5',
  goods_code: 'G202106170002',
  isee_tap: 'Y',
  sign: 'o-ymztqbrdfK21KJXihHKQ',
  version: 'V2',
}
const underwriting = {
  behavior_type: 'START_UNDERWRITING',
  ordinal: 60,
  name: '开始核保',
  name_en: 'Underwriting starts',
}

const load = (seed: InsuranceSeed) => (tx: Transaction) => seedInsurance(tx, seed, 'replace')

eachDatabase('the report about a flow', (open) => {
  it('tells everything of the documented sample, the flow with all 19 digits', async () => {
    const { db, run } = await insurancePlatform(await open())
    const call = stepCall()
    await run(call)
    expect(await reportOf(db, nowMs)).toEqual({
      flow_id: 1800001886002007960n,
      insurer: 'INS_A',
      origin: 'ISSUED',
      issued_product: 'CU95',
      issued_ms: null,
      source_page: '',
      status: 'STALLED',
      rejections: 'shown',
      flags: [],
      products: [
        {
          inst_product_id: 'CU95',
          name: '百万医疗险（样例）',
          status: 'STALLED',
          stage: underwriting,
          funnel: [{ ...underwriting, first_ms: sampleMs, last_ms: sampleMs, count: 1 }],
          implied: expect.arrayContaining([
            {
              behavior_type: 'CLICK_INSURE',
              ordinal: 30,
              name: '点击立即投保',
              name_en: 'Clicks to insure',
            },
          ]),
          unmapped: [],
          flags: [],
          attribution: { paid_ms: null, clicked_ms: sampleMs, ad },
        },
      ],
      timeline: [
        {
          request_id: requestIdOf(call.id),
          behavior_type: 'START_UNDERWRITING',
          stage: underwriting,
          inst_product_id: 'CU95',
          inst_goods_code: 'G202106170002',
          behavior_ms: sampleMs,
          gap_ms: null,
          received_ms: nowMs,
          app_key: '10000001',
          flags: [],
          ad,
        },
      ],
    })
  })

  it('never holds the click token itself, nor does the row', async () => {
    const { db, run } = await insurancePlatform(await open())
    await run(stepCall())
    const report = JSON.stringify(await reportOf(db, nowMs), (_name, value) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    expect(report).toContain(click_tag)
    expect(report).not.toContain(sampleClick)
    const rows = await db.all('SELECT ad FROM insurance_behavior', [], {
      ad: { kind: 'text', nullable: false },
    })
    expect(rows).toHaveLength(1)
    expect(rows[0]?.ad).not.toContain(sampleClick)
  })

  it('sorts late and inverted steps by event time, with the gaps between', async () => {
    const { db, run } = await insurancePlatform(await open())
    await run(stepCall())
    await run(plainStep('PAY_SUCCESS', -364), plainStep('CLICK_INSURE', -400))
    const report = await reportOf(db, nowMs)
    expect(report.timeline.map((entry) => [entry.behavior_type, entry.gap_ms])).toEqual([
      ['CLICK_INSURE', null],
      ['PAY_SUCCESS', 36_000],
      ['START_UNDERWRITING', 364_000],
    ])
    expect(report).toMatchObject({
      status: 'PAID',
      flags: ['STAGE_TIME_INVERTED'],
      products: [
        {
          stage: { behavior_type: 'PAY_SUCCESS' },
          flags: ['STAGE_TIME_INVERTED'],
          // The click came after the payment.
          attribution: { paid_ms: sampleMs - 364_000, clicked_ms: null, ad: null },
        },
      ],
    })
  })

  it('withholds refusals unless they are asked for', async () => {
    const { db, run } = await insurancePlatform(await open())
    await run(stepCall(), plainStep('UNDERWRITING_REJECT', 1))
    const shown = await reportOf(db, nowMs)
    expect(shown).toMatchObject({ status: 'REJECTED', rejections: 'shown' })
    expect(shown.timeline).toHaveLength(2)
    const [withheld] = await findFlows(db, sampleFlow, { nowMs })
    expect(withheld).toMatchObject({ status: 'STALLED', rejections: 'withheld' })
    expect(withheld?.timeline).toHaveLength(1)
    expect(JSON.stringify(withheld?.products)).not.toContain('REJECT')
  })

  it('keeps what two insurers say of one number apart, the foreign one flagged', async () => {
    const { db, run } = await insurancePlatform(await open())
    await run(
      stepCall({ flow_id: foreignFlow }),
      stepCall({ flow_id: foreignFlow, inst_product_id: 'PB01' }, { app: appB }),
    )
    const reports = await findFlows(db, foreignFlow, { nowMs })
    expect(reports).toMatchObject([
      { insurer: 'INS_B', origin: 'ISSUED', issued_product: 'PB01', flags: [], timeline: [{}] },
      {
        insurer: 'INS_A',
        origin: 'FOREIGN',
        issued_product: null,
        flags: ['ORPHAN_FLOW', 'FOREIGN_FLOW'],
        timeline: [{}],
      },
    ])
    const asked = await findFlows(db, foreignFlow, { nowMs, insurer: 'INS_A' })
    expect(asked).toEqual([reports[1]])
    expect(await findFlows(db, foreignFlow, { nowMs, insurer: 'INS_C' })).toEqual([])
  })

  it('joins an orphan when its flow is issued later', async () => {
    const { db, run } = await insurancePlatform(await open())
    await run(stepCall({ flow_id: 5n }))
    expect(await reportOf(db, nowMs, 5n)).toMatchObject({
      origin: 'UNKNOWN',
      flags: ['ORPHAN_FLOW'],
    })
    const flow = { flow_id: 5n, insurer: 'INS_A', inst_product_id: 'CU95', issued_ms: 7 }
    await db.transaction(load({ flows: [{ ...flow, source_page: 'jump' }] }))
    expect(await reportOf(db, nowMs, 5n)).toMatchObject({
      origin: 'ISSUED',
      issued_ms: 7,
      source_page: 'jump',
      flags: [],
      timeline: [{ flags: [] }],
    })
  })

  it('knows an issued flow without a step, and no other', async () => {
    const { db } = await insurancePlatform(await open())
    expect(await reportOf(db, nowMs)).toMatchObject({ status: 'OPEN', products: [], timeline: [] })
    expect(await findFlows(db, 5n, { nowMs })).toEqual([])
    expect(await findFlows(db, sampleFlow, { nowMs, insurer: 'INS_B' })).toEqual([])
  })

  it('follows the registry as an owner changes it', async () => {
    const { db, run } = await insurancePlatform(await open())
    await run(plainStep('XJ_PAID', 1), plainStep('XJ_PAID', 2))
    expect(await reportOf(db, nowMs)).toMatchObject({
      status: 'STALLED',
      flags: ['UNMAPPED'],
      products: [{ funnel: [], unmapped: [{ behavior_type: 'XJ_PAID', count: 2 }] }],
    })
    const line = { behavior_type: 'XJ_PAID', ordinal: 92, name: '小鲸支付' }
    await db.transaction(load({ behaviors: [{ ...line, reaches: 'PAID' }] }))
    expect(await reportOf(db, nowMs)).toMatchObject({
      status: 'PAID',
      flags: [],
      products: [
        {
          funnel: [{ ordinal: 92, name: '小鲸支付', name_en: '小鲸支付', count: 2 }],
          unmapped: [],
        },
      ],
    })
    await run(plainStep('XJ_PAID', 3))
    const { timeline } = await reportOf(db, nowMs)
    expect(timeline.map(({ flags }) => flags)).toEqual([[], [], []])
  })

  it('flags a landing page that is on none of the hosts of the insurer', async () => {
    const { db, run } = await insurancePlatform(await open())
    await run(stepCall(), stepCall({ advertise_org_url: 'https://elsewhere.example/?clickid=1' }))
    expect((await reportOf(db, nowMs)).flags).toEqual([])
    const hosts = (...landing_hosts: string[]) =>
      db.transaction(load({ insurers: [{ insurer: 'INS_A', landing_hosts }] }))
    await hosts('IHealth.zhongan.com', 'other.example')
    expect((await reportOf(db, nowMs)).flags).toEqual(['OTHER_HOST'])
    await hosts('ihealth.zhongan.com', 'elsewhere.example')
    expect((await reportOf(db, nowMs)).flags).toEqual([])
  })

  it('tells the newest steps of a flow that is longer than a report, and says so', async () => {
    const { db, run } = await insurancePlatform(await open())
    const calls = Array.from({ length: FLOW_STEPS_MAX + 1 }, (_, at) => plainStep('START_PAY', at))
    for (let at = 0; at < calls.length; at += 500) await run(...calls.slice(at, at + 500))
    const report = await reportOf(db, nowMs)
    expect(report.flags).toEqual(['CUT_SHORT'])
    expect(report.timeline).toHaveLength(FLOW_STEPS_MAX)
    expect(report.timeline[0]?.behavior_ms).toBe(sampleMs + 1000)
  })

  it('lets a lenient app report for itself, without an insurer, a product or a flow', async () => {
    const { db, run } = await insurancePlatform(await open())
    const app = { ...appA, key: '20000001', profile: 'lenient' as const, owns: {} }
    const members = { inst_product_id: 'MINE', flow_id: 5n }
    expect(await run(stepCall(members, { app }))).toMatchObject([
      {
        kind: 'answered',
        answer: { result_status: 'SUCCESS' },
        forgiven: ['created-on-first-use:inst_product_id', 'created-on-first-use:flow_id'],
      },
    ])
    expect(await reportOf(db, nowMs, 5n)).toMatchObject({
      insurer: 'APP_20000001',
      origin: 'FIRST_USE',
      flags: ['UNKNOWN_PRODUCT', 'FIRST_USE_FLOW'],
      products: [{ inst_product_id: 'MINE', name: '' }],
    })
  })
})

const behaviors = ['CLICK_INSURE', 'START_UNDERWRITING', 'UNDERWRITING_REJECT', 'PAY_SUCCESS']
const event = fc.record({
  flow: fc.integer({ min: 1, max: 20 }),
  behavior: fc.constantFrom(...behaviors, 'XJ_RENEW_STEP2'),
  second: fc.integer({ min: 0, max: 60 }),
  isClick: fc.boolean(),
})
const places = fc.shuffledSubarray([...Array(200).keys()], { minLength: 200 })

eachDatabase('200 steps of 20 flows in another order', (open, dialect) => {
  it('become the same funnels, with the same statuses and ads', async () => {
    const events = fc.array(event, { minLength: 200, maxLength: 200 })
    await fc.assert(
      fc.asyncProperty(events, places, async (reported, shuffle) => {
        const sorted = reported.toSorted((a, b) => a.second - b.second)
        const shuffled = shuffle.flatMap((place) => reported[place] ?? [])
        expect(await funnelsOf(shuffled)).toEqual(await funnelsOf(sorted))
      }),
      { numRuns: dialect === 'sqlite' ? 4 : 2 },
    )
  })

  type Event = typeof event extends fc.Arbitrary<infer E> ? E : never

  /** Sent in batches of 50 to a platform of its own. */
  async function funnelsOf(arrived: readonly Event[]) {
    const { db, run } = await insurancePlatform(await open())
    const calls = arrived.map(({ flow, behavior, second, isClick }) =>
      plainStep(behavior, second, {
        flow_id: BigInt(flow),
        // One click a second: of two, the order of arrival would decide.
        advertise_org_url: isClick ? `https://a.example/?clickid=${second}` : undefined,
      }),
    )
    for (let at = 0; at < calls.length; at += 50) await run(...calls.slice(at, at + 50))
    const funnels = []
    for (let flow = 1n; flow <= 20n; flow += 1n) {
      const reports = await findFlows(db, flow, { nowMs, rejections: 'shown' })
      funnels.push(reports.map(({ status, products }) => ({ flow, status, products })))
    }
    return funnels
  }
})
