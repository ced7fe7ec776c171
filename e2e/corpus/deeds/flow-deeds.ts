import { FlowControl } from '@topgate/gateway'
import type { CaseRun } from '../case-run.ts'
import { changeApp, setParam } from '../draft.ts'
import type { HttpAnswer } from '../exchange.ts'
import { appA, appFixture } from '../fixtures.ts'
import type { App } from '../levers.ts'
import type { OpArguments } from '../op-arguments.ts'
import { readAnswer } from '../read-answer.ts'
import type { Deeds } from './deed.ts'

type Limits = NonNullable<App['limits']>

const noLimits: Limits = { perApi: new Map(), perUser: {} }
/** Calls a second of the app that the sandbox limits. */
const FIXTURE_PER_SECOND = 2
/** Another app that acts for the channel of the base request. */
const SAME_CHANNEL = '10000008'
const GUARDED = 'BIZ_GUARDED'

/** Limits and permissions of apps, and clients that go beyond them. */
export const flowDeeds: Deeds = {
  'state.app': (run, op) => changeApp(run.draft, op.text('value')),

  'state.app.group': (run, op) => {
    if (op.text('value') !== 'test') throw new Error('only test')
    changeState(run, { group: 'test' })
  },

  'state.grant.expires_at': (run, op) => {
    const expiresMs = Date.parse(`${run.fill(op.text('value')).replace(' ', 'T')}+08:00`)
    run.scene.levers.now.app = (app) => ({
      ...app,
      grants: new Map([...app.grants].map(([name, grant]) => [name, { ...grant, expiresMs }])),
    })
  },

  'state.grant.status': (run, op) => {
    if (op.text('value') !== 'pending') throw new Error('only pending')
    const grant = { approved: false, requested: true, expiresMs: null }
    run.scene.levers.now.app = (app) => ({
      ...app,
      grants: new Map([...app.grants.keys()].map((name) => [name, grant])),
    })
  },

  'state.peer': (run, op) => {
    const peer = op.text('value')
    run.scene.levers.now.peer = () => peer
  },

  'state.api.limits': (run, op) => {
    const perSecond = perSecondOf(op)
    count(
      run,
      new FlowControl({ usedBefore: () => 0, apiLimits: () => ({ perSecond, perUser: {} }) }),
    )
  },

  'state.app_api.limits': (run, op) => {
    const perApi = new Map([[methodOf(run), { perSecond: perSecondOf(op) }]])
    changeState(run, { limits: { ...noLimits, perApi } })
    count(run, newFlow())
  },

  'state.quota.left': (run, op) => {
    changeState(run, { limits: { ...noLimits, perDay: op.number('value') } })
    count(run, newFlow())
  },

  // Of a source of its own, so that no other case meets its limits.
  'state.app.probe_guard_per_minute': async (run, op) => {
    const { stage, quietly, levers } = run.scene
    const people_per_minute = String(op.number('value'))
    const source = { biz_code: GUARDED, people_per_minute, miss_percent: '100' }
    await quietly(() => stage.load('sources', source))
    await quietly(() => stage.load('tags', { biz_code: GUARDED, tag_code: 'DEFAULT' }))
    levers.now.app = (app) => ({ ...app, biz_codes: [...app.biz_codes, GUARDED] })
    setParam(run.draft, 'biz_code', GUARDED)
  },

  'state.overload.level': (run, op) => {
    if (op.text('value') !== 'shed') throw new Error('only shed')
    run.scene.levers.now.admits = () => false
  },

  'client.rate': async (run, op) => {
    const perSecond = FIXTURE_PER_SECOND * op.number('multiple')
    await callEvenly(run, perSecond, perSecond * op.number('seconds'), [run.draft.app.key])
  },

  'client.rate_api': async (run, op) => {
    const perSecond = 20 * op.number('multiple')
    await callEvenly(run, perSecond, perSecond, [appA.key, SAME_CHANNEL])
  },

  'client.rate_app_api': async (run, op) => {
    const perSecond = 20 * op.number('multiple')
    await callEvenly(run, perSecond, perSecond, [appA.key])
  },

  'client.enumerate_app_keys': async (run, op) => {
    const keys = Array.from({ length: op.number('count') }, (_, at) => String(40_000_000 + at))
    await enumerate(run, keys, (key) => {
      run.draft.app = { key, secret: appFixture(key).secret }
      setParam(run.draft, 'app_key', key)
    })
  },

  'client.enumerate_phones': async (run, op) => {
    const phones = Array.from({ length: op.number('count') }, (_, at) =>
      String(13_900_000_000 + at * 7),
    )
    run.draft.params.delete('alipay_user_id')
    run.draft.params.delete('isv_user_id')
    await enumerate(run, phones, (mobile) =>
      setParam(run.draft, 'ext_param', JSON.stringify({ mobile })),
    )
  },
}

function perSecondOf(op: OpArguments): number {
  const value = op.parts('value')
  if (value === undefined) throw new Error('the op lacks its limits')
  return value.number('per_second')
}

function methodOf({ draft }: CaseRun): string {
  return draft.params.get('method')?.value ?? ''
}

function changeState(run: CaseRun, changes: Partial<App>): void {
  run.scene.levers.now.app = (app) => ({ ...app, ...changes })
}

function newFlow(): FlowControl {
  return new FlowControl({ usedBefore: () => 0, apiLimits: () => undefined })
}

/** Has counts of its own, so that the other cases take nothing of them. */
function count(run: CaseRun, flow: FlowControl): void {
  run.scene.levers.now.take = (_quotas, ...call) => flow.take(...call)
}

/** At an even pace, by turns of these apps. What counts is the first refusal, or the last answer. */
async function callEvenly(
  run: CaseRun,
  perSecond: number,
  calls: number,
  appKeys: readonly string[],
): Promise<void> {
  const startedMs = performance.now()
  const answers: HttpAnswer[] = []
  for (let call = 0; call < calls; call += 1) {
    changeApp(run.draft, appKeys[call % appKeys.length] ?? '')
    run.resign(1 / perSecond)
    answers.push(...(await run.exchange([run.bytes()])).answers)
  }
  run.note({ answers: [decisive(answers)], closed: false }, startedMs)
}

const TOGETHER = 50

/** Over and over from one address, each time with another value; what counts is the last answer. */
async function enumerate(
  run: CaseRun,
  values: readonly string[],
  change: (value: string) => void,
): Promise<void> {
  const bytesOf = (value: string) => {
    change(value)
    run.resign(0)
    return run.bytes()
  }
  for (let at = 0; at < values.length; at += TOGETHER) {
    await run.exchange(values.slice(at, at + TOGETHER).map(bytesOf))
  }
  await run.exchange([bytesOf(values.at(-1) ?? '')])
}

function decisive(answers: readonly HttpAnswer[]): HttpAnswer {
  const answer = answers.find((one) => readAnswer(one).isError) ?? answers.at(-1)
  if (answer === undefined) throw new Error('nothing was answered')
  return answer
}
