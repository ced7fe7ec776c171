import { Refusal, userBehaviorSync } from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { type Step, sampleStep } from '../testing/sample-step.ts'
import { testVault } from '../testing/test-platform.ts'
import { appA, appB, nowMs, writeCall } from '../testing/write-call.ts'
import {
  syncUserBehavior,
  userBehaviorCheck,
} from './alibaba.alihealth.insurance.inst.user.behavior.sync.ts'
import { readSteps, type StepFacts } from './step-facts.ts'

type Call = ReturnType<typeof step>

function step(other: Partial<Step> = {}, app = appA) {
  return writeCall(userBehaviorSync, { param0: { ...sampleStep, ...other } }, { app })
}

function factsOf(calls: readonly Call[]): StepFacts {
  return {
    steps: readSteps(calls, testVault),
    stages: new Set(['START_UNDERWRITING', 'PAY_SUCCESS']),
    recorded: new Set(),
    products: new Set(['INS_A CU95', 'INS_B PB01']),
    insurerOfFlow: new Map([
      [1800001886002007960n, 'INS_A'],
      [1800001886002007999n, 'INS_B'],
    ]),
  }
}

function decideAll(...calls: Call[]) {
  const facts = factsOf(calls)
  return calls.map((call) => syncUserBehavior.steps.decide(facts, call, nowMs))
}

const success = {
  result_status: 'SUCCESS',
  data: true,
  result_code: 'SUCCESS',
  result_msg: 'SUCCESS',
}

describe('the decision on a reported step', () => {
  it('records the documented sample without any flag', () => {
    expect(decideAll(step())).toMatchObject([
      { kind: 'accept', answer: success, change: { insurer: 'INS_A', flags: [] } },
    ])
  })

  it('answers a repeat in the same batch like the first and records it once', () => {
    expect(decideAll(step(), step())).toMatchObject([
      { kind: 'accept', answer: success },
      { kind: 'settle', answer: success, first: false },
    ])
  })

  it('answers a repeat also after the product was withdrawn', () => {
    const [first, again] = [step(), step()]
    const facts = factsOf([first, again])
    syncUserBehavior.steps.decide(facts, first, nowMs)
    const withdrawn = { ...facts, products: new Set() }
    expect(syncUserBehavior.steps.decide(withdrawn, again, nowMs)).toMatchObject({
      kind: 'settle',
      first: false,
    })
  })

  it.each<[string, Partial<Step>]>([
    ['another second', { behavior_time: sampleStep.behavior_time + 1000 }],
    ['another flow', { flow_id: 5n }],
    ['another click', { advertise_org_url: 'https://a.example/?clickid=other' }],
    ['another step', { behavior_type: 'PAY_SUCCESS' }],
    ['another goods code', { inst_goods_code: 'G2' }],
  ])('records a step with %s as one of its own', (_what, other) => {
    expect(decideAll(step(), step(other)).map(({ kind }) => kind)).toEqual(['accept', 'accept'])
  })

  it('keeps the steps of two apps apart', () => {
    const other = step({}, { ...appA, key: '10000077' })
    expect(decideAll(step(), other).map(({ kind }) => kind)).toEqual(['accept', 'accept'])
  })

  it.each([
    ['unknown', 'NOPE1', appA],
    ['of another insurer', 'PB01', appA],
    ['of an app that acts for no insurer', 'CU95', { ...appA, owns: {} }],
  ])('declines a product that is %s', (_what, inst_product_id, app) => {
    expect(decideAll(step({ inst_product_id }, app))).toMatchObject([
      {
        kind: 'settle',
        answer: { result_status: 'FAIL', data: false, result_code: 'PRODUCT_NOT_FOUND' },
      },
    ])
  })

  it('does not remember a declined step', () => {
    const calls = [step({ inst_product_id: 'NOPE1' }), step({ inst_product_id: 'NOPE1' })]
    expect(decideAll(...calls)).toMatchObject([{ first: true }, { first: true }])
  })

  it.each<[string, Partial<Step>, string[]]>([
    ['an unknown flow', { flow_id: 9223372036854775807n }, ['ORPHAN_FLOW']],
    [
      'a flow of another insurer',
      { flow_id: 1800001886002007999n },
      ['ORPHAN_FLOW', 'FOREIGN_FLOW'],
    ],
    ['a step without a stage', { behavior_type: 'XJ_RENEW_STEP2' }, ['UNMAPPED']],
    ['a slot name of 129 characters', { channel_source_name: '😀'.repeat(129) }, ['LONG_CHANNEL']],
    ['a slot name of 128 characters', { channel_source_name: '😀'.repeat(128) }, []],
    ['a slot name that turns the writing', { channel_source_name: 'a\u202eb' }, []],
    ['a goods code unlike that of the URL', { inst_goods_code: 'G1' }, ['GOODS_MISMATCH']],
    ['no URL', { advertise_org_url: undefined }, []],
    ['a useless URL', { advertise_org_url: 'not a url' }, ['BAD_AD_URL']],
    ['an address inside the network', { advertise_org_url: 'http://169.254.169.254/latest/' }, []],
  ])('accepts %s and flags it for the operator', (_what, other, flags) => {
    expect(decideAll(step(other))).toMatchObject([
      { kind: 'accept', answer: success, change: { flags } },
    ])
  })

  it('gives a foreign flow the same answer as an unknown one', () => {
    const [unknown, foreign] = decideAll(
      step({ flow_id: 7n }),
      step({ flow_id: 1800001886002007999n }),
    )
    expect(foreign).toMatchObject({ answer: unknown?.kind === 'accept' && unknown.answer })
  })

  it('spares a lenient app to register products and flows, and names what it was spared', () => {
    const lenient: typeof appA = { ...appA, profile: 'lenient' }
    const [known, made] = decideAll(
      step({}, lenient),
      step({ inst_product_id: 'MINE', flow_id: 7n }, lenient),
    )
    expect(known).toMatchObject({ kind: 'accept', change: { flags: [] }, forgiven: [] })
    expect(made).toMatchObject({
      kind: 'accept',
      answer: success,
      change: { insurer: 'INS_A', flags: ['UNKNOWN_PRODUCT', 'FIRST_USE_FLOW'] },
      forgiven: ['created-on-first-use:inst_product_id', 'created-on-first-use:flow_id'],
    })
  })

  it('tells a lenient app of a foreign flow what it tells of an unknown one', () => {
    const lenient: typeof appA = { ...appA, profile: 'lenient' }
    const [unknown, foreign] = decideAll(
      step({ flow_id: 7n }, lenient),
      step({ flow_id: 1800001886002007999n }, lenient),
    )
    const told = ['created-on-first-use:flow_id']
    expect([unknown, foreign]).toMatchObject([{ forgiven: told }, { forgiven: told }])
    expect(foreign).toMatchObject({ change: { flags: ['ORPHAN_FLOW', 'FOREIGN_FLOW'] } })
  })

  it('takes a lenient app that acts for no insurer as one by itself', () => {
    const lone: typeof appA = { ...appA, profile: 'lenient', owns: {} }
    expect(decideAll(step({}, lone))).toMatchObject([{ change: { insurer: 'APP_10000001' } }])
  })

  it('flags what the gateway forgave as grammar', () => {
    const forgiven = ['grammar:param0.behavior_type'] as const
    const call = writeCall(userBehaviorSync, { param0: sampleStep }, { forgiven })
    expect(decideAll(call)).toMatchObject([{ change: { flags: ['GRAMMAR'] } }])
  })

  it('takes the own flow of the other insurer as its own', () => {
    const own = step({ inst_product_id: 'PB01', flow_id: 1800001886002007999n }, appB)
    expect(decideAll(own)).toMatchObject([{ change: { insurer: 'INS_B', flags: [] } }])
  })
})

describe('the check of a reported step', () => {
  it('refuses a call without param0', () => {
    const check = () => userBehaviorCheck.check({}, nowMs)
    expect(check).toThrow(Refusal)
    expect(check).toThrow(
      expect.objectContaining({
        name: 'invalid-parameter',
        detail: expect.objectContaining({ subMsg: expect.stringMatching(/^非法参数.*param0/) }),
      }),
    )
  })

  it('lets the documented sample pass', () => {
    expect(() => userBehaviorCheck.check({ param0: sampleStep }, nowMs)).not.toThrow()
  })
})
