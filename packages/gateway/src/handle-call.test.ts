import { formatBeijing, invalidParameter, Refusal } from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { handleCall } from './handle-call.ts'
import type { Handled, ReadyCall } from './ports.ts'
import {
  APP_KEY,
  formCall,
  goodParameters,
  NOW_MS,
  SESSION,
  signed,
  stepSync,
  type TestGateway,
  testApp,
  testGateway,
  toldSync,
} from './testing/test-gateway.ts'

/** The answer of a signed call as JSON. */
async function answerOf(world: TestGateway, changes: Record<string, string> = {}) {
  const { body } = await handleCall(formCall(signed(goodParameters(changes))), world.gateway)
  return JSON.parse(body)
}

/** `code` and `sub_code` of an error answer in any form, or 'success'. */
function told(body: string): string {
  if (!body.includes('error_response')) return 'success'
  const code = /"code":(\d+)|<code>(\d+)/.exec(body)
  const subCode = /"sub_code":"([^"]*)"|<sub_code>([^<]*)/.exec(body)
  return [code?.[1] ?? code?.[2], subCode?.[1] ?? subCode?.[2]].filter(Boolean).join(' ')
}

it('refuses a call with everything wrong for the first thing in the order of the contract', async () => {
  const world = testGateway()
  const good = goodParameters()
  const later = formatBeijing(NOW_MS + 1000)
  const parameters = new Map([
    ['format', 'yaml'],
    ['step', '{"count":"x"}'],
  ])
  const http = { verb: 'DELETE', charset: '; charset=gbk', twice: '&step=again', isSigned: false }
  world.app = testApp({
    status: 'disabled',
    minSignMethod: 'hmac-sha256',
    grants: new Map(),
    allows: { patterns: ['198.51.100.1'], holds: () => false },
  })
  world.waitS = 3
  world.session = { ...world.session, expiresMs: NOW_MS }
  world.handler = {
    prepare: () => {
      throw invalidParameter('step.name', 'x')
    },
    run: async () => {
      throw new Refusal('service-unavailable')
    },
  }
  const set = (name: string, value = good.get(name) ?? '') => parameters.set(name, value)
  const change = (changes: Partial<TestGateway>) => Object.assign(world, changes)
  const changeApp = (changes: Partial<TestGateway['app']>) =>
    change({ app: { ...world.app, ...changes } })

  const steps: readonly (readonly [told: string, repair: () => unknown])[] = [
    ['9', () => Object.assign(http, { verb: 'POST' })],
    ['47', () => Object.assign(http, { charset: '' })],
    ['43', () => Object.assign(http, { twice: '' })],
    ['21', () => set('method', 'test.step.none')],
    ['22', () => set('method')],
    ['23', () => set('format')],
    ['28', () => set('app_key', '29999999')],
    ['29 isv.appkey-not-exists', () => set('app_key')],
    ['29 isv.appkey-not-exists', () => changeApp({ status: 'enabled' })],
    ['30', () => set('timestamp', formatBeijing(NOW_MS - 601_000))],
    ['31', () => set('timestamp')],
    ['32', () => set('v', 'two')],
    ['33', () => set('v', '3.0')],
    ['34', () => set('v')],
    ['24', () => set('sign', '00')],
    ['25', () => signWith('md5')],
    ['53', () => rememberAsOther()],
    ['25 isv.request-replay-error', () => set('timestamp', later)],
    ['7 accesscontrol.limited-by-app-access-count', () => change({ waitS: undefined })],
    ['11 isv.permission-api-package-empty', () => changeApp({ grants: testApp().grants })],
    ['11 isv.permission-ip-whitelist-limit', () => changeApp({ allows: null })],
    ['26', () => set('session', '')],
    ['27 session-is-blank', () => set('session', 'no session key')],
    ['27 invalid-sessionkey', () => set('session')],
    ['27 session-expired', () => change({ session: { ...world.session, expiresMs: NOW_MS + 1 } })],
    ['40', () => set('step', '{"name":"A","count":"x"}')],
    ['41', () => set('step', '{"name":"A","count":1}')],
    ['50 isv.invalid-parameter', () => set('step')],
    ['50 isv.invalid-parameter', () => change({ handler: { run: world.handler.run } })],
    ['10 isp.top-remote-service-unavailable', () => change({ handler: testGateway().handler })],
    ['success', () => {}],
  ]

  function signWith(method: string) {
    set('sign_method', method)
    http.isSigned = true
  }

  /** The strong method makes 53 go away; the memory then knows this signature from elsewhere. */
  function rememberAsOther() {
    signWith('hmac-sha256')
    const signature = signed(parameters).get('sign') ?? ''
    world.gateway.signatures.remember(signature.toLowerCase(), 'other boundaries', NOW_MS)
  }

  const seen: string[] = []
  for (const [, repair] of steps) {
    const call = formCall(http.isSigned ? signed(parameters) : parameters)
    const { body } = await handleCall(
      {
        ...call,
        verb: http.verb,
        contentType: call.contentType + http.charset,
        body: Buffer.concat([call.body, Buffer.from(http.twice)]),
      },
      world.gateway,
    )
    seen.push(told(body))
    repair()
  }
  expect(seen).toEqual(steps.map(([expected]) => expected))
})

it('hands the handler a call with everything that the stages found out', async () => {
  const world = testGateway()
  const calls: ReadyCall[] = []
  world.handler = {
    async run(call) {
      calls.push(call)
      return { answer: { ok: true }, effect: 'new' }
    },
  }
  expect(await answerOf(world)).toEqual({
    test_step_sync_response: { ok: true, request_id: '0000000000001' },
  })
  expect(calls).toEqual([
    {
      id: 1n,
      app: world.app,
      userTag: 'user',
      request: { step: { name: 'a', count: 1n } },
      receivedMs: NOW_MS,
      signature: signed(goodParameters()).get('sign')?.toLowerCase(),
      boundaries: expect.stringMatching(/^(\d+\.\d+ )+$/),
      peer: '203.0.113.9',
      dryRun: false,
    },
  ])
})

it('answers in the form that the call asks for', async () => {
  const { gateway } = testGateway()
  const answers = []
  for (const changes of [{ simplify: 'true' }, { format: 'xml' }]) {
    answers.push(await handleCall(formCall(signed(goodParameters(changes))), gateway))
  }
  expect(answers).toEqual([
    {
      contentType: 'application/json;charset=UTF-8',
      body: '{"ok":true,"request_id":"0000000000001"}',
    },
    {
      contentType: 'text/xml;charset=UTF-8',
      body:
        '<?xml version="1.0" encoding="utf-8" ?><test_step_sync_response><ok>true</ok>' +
        '<request_id>0000000000002</request_id></test_step_sync_response>',
    },
  ])
})

it('tells a broken rule as error 50 where the contract says error_response', async () => {
  const answer = await answerOf(testGateway(), { step: '{"name":"A","count":1}' })
  expect(answer.error_response).toMatchObject({
    code: 50,
    sub_code: 'isv.invalid-parameter',
    sub_msg: expect.stringMatching(/^非法参数：step\.name /),
  })
})

it.each([
  ['the contract', '{"name":"A","count":1}', undefined],
  ['the handler', '{"name":"a","count":1}', 'prepare'],
])(
  'tells a broken rule of %s in the answer of an API whose contract says so',
  async (_, step, from) => {
    const world = testGateway()
    if (from === 'prepare') {
      world.handler.prepare = () => {
        throw invalidParameter('step.name', 'x')
      }
    }
    expect(await answerOf(world, { method: toldSync.method, step })).toEqual({
      test_told_sync_response: { ok: false, code: 'INVALID', request_id: '0000000000001' },
    })
    expect(world.journal).toMatchObject([{ code: 0, sub_code: 'INVALID', success: false }])
  },
)

it('tells a missing or mistyped parameter as 40 or 41 also where rules are told in the answer', async () => {
  const world = testGateway()
  const { method } = toldSync
  const missing = await answerOf(world, { method, step: '{"count":1}' })
  expect(missing.error_response).toMatchObject({
    code: 40,
    msg: 'Missing required arguments:step.name',
  })
  const mistyped = await answerOf(world, { method, step: '[]' })
  expect(mistyped.error_response).toMatchObject({ code: 41, msg: 'Invalid arguments:step' })
})

it('answers a defect of ours with isp.* and a request id, reports it and shows nothing of it', async () => {
  const world = testGateway()
  const defect = new Error('table step has no column nick_of_alice')
  world.handler = { run: () => Promise.reject(defect) }
  const answer = await answerOf(world)
  expect(answer.error_response).toMatchObject({
    code: 50,
    sub_code: 'isp.remote-service-error',
    request_id: '0000000000001',
  })
  expect(JSON.stringify(answer)).not.toMatch(/alice|column|\.ts|at /)
  expect(world.defects).toEqual([{ error: defect, requestId: '0000000000001' }])
})

it('answers isp.* when the directory of apps cannot be asked', async () => {
  const world = testGateway()
  const { ports } = world.gateway
  const gateway = {
    ...world.gateway,
    ports: { ...ports, apps: { find: () => Promise.reject(new Error('no connection')) } },
  }
  const { body } = await handleCall(formCall(signed(goodParameters())), gateway)
  expect(told(body)).toBe('50 isp.remote-service-error')
})

it('writes 15 instead of 50 by the switch, for rules and failures alike, and leaves the rest', async () => {
  const world = testGateway({ backendErrorCode: 15 })
  const broken = await answerOf(world, { step: '{"name":"A","count":1}' })
  expect(broken.error_response).toMatchObject({ code: 15, sub_code: 'isv.invalid-parameter' })
  world.handler = { run: () => Promise.reject(new Refusal('service-timeout')) }
  expect((await answerOf(world)).error_response).toMatchObject({
    code: 15,
    sub_code: 'isp.remote-service-timeout',
  })
  expect((await answerOf(world, { v: '9.9' })).error_response).toMatchObject({ code: 34 })
})

/** Two maps with one signature: sorted by name, both are signed as the text "…noteasession6200…". */
function sameSignedText() {
  const split = signed(goodParameters({ method: toldSync.method, note: 'a' }))
  const joined = new Map(split).set('note', `asession${SESSION}`)
  joined.delete('session')
  return { split: formCall(split), joined: formCall(joined) }
}

it('refuses a second parameter map under the signature of a write', async () => {
  const { gateway } = testGateway()
  const { split, joined } = sameSignedText()
  expect(told((await handleCall(split, gateway)).body)).toBe('success')
  expect(told((await handleCall(joined, gateway)).body)).toBe('25 isv.request-replay-error')
})

it('takes the same map again as the same request, in any order, with empty parameters added', async () => {
  const { gateway } = testGateway()
  const parameters = signed(goodParameters())
  const lower = parameters.get('sign')?.toLowerCase() ?? ''
  const again = [
    parameters,
    parameters,
    new Map([...parameters].reverse()),
    new Map(parameters).set('sign', lower),
    new Map(parameters).set('note', ''),
  ]
  for (const map of again) {
    expect(told((await handleCall(formCall(map), gateway)).body)).toBe('success')
  }
})

it('lets only one of two maps with one signature through while both are under way', async () => {
  const world = testGateway()
  const { split, joined } = sameSignedText()
  const ended = Promise.withResolvers<Handled>()
  world.handler = { run: () => ended.promise }
  const answers = [handleCall(split, world.gateway), handleCall(joined, world.gateway)]
  ended.resolve({ answer: { ok: true, code: 'OK' }, effect: 'new' })
  const [first, second] = await Promise.all(answers)
  expect(told(first?.body ?? '')).toBe('success')
  expect(told(second?.body ?? '')).toBe('25 isv.request-replay-error')
})

it('gives the signature of a refused write back: a changed copy cannot shut out the honest call', async () => {
  const world = testGateway()
  const { split, joined } = sameSignedText()
  const { handler } = world
  for (const run of [
    async () => ({ answer: { ok: false, code: 'E1' }, effect: 'none' }) as const,
    () => Promise.reject(invalidParameter('note', '不对')),
  ]) {
    world.handler = { run }
    await handleCall(joined, world.gateway)
  }
  world.handler = handler
  expect(told((await handleCall(split, world.gateway)).body)).toBe('success')
  expect(told((await handleCall(joined, world.gateway)).body)).toBe('25 isv.request-replay-error')
})

it('keeps the signature of a write that may have taken effect', async () => {
  const world = testGateway()
  const { split, joined } = sameSignedText()
  world.handler = { run: () => Promise.reject(new Refusal('service-timeout')) }
  await handleCall(split, world.gateway)
  expect(told((await handleCall(joined, world.gateway)).body)).toBe('25 isv.request-replay-error')
})

it('writes one line of the journal per call, whatever became of it', async () => {
  const world = testGateway()
  await answerOf(world)
  world.handler = { run: async () => ({ answer: { ok: false, code: 'E1' }, effect: 'none' }) }
  await answerOf(world)
  await handleCall(formCall(goodParameters({ sign: 'x' })), world.gateway)
  await handleCall(formCall(new Map([['method', '用户']])), world.gateway)
  const common = { received_ms: NOW_MS, duration_us: 0 }
  const known = { ...common, app_key: APP_KEY, method: stepSync.method }
  expect(world.journal).toMatchObject([
    { ...known, id: 1n, code: 0, sub_code: '', success: true, authentic: true },
    { ...known, id: 2n, code: 0, sub_code: 'E1', success: false, authentic: true },
    { ...known, id: 3n, code: 25, sub_code: '', success: false, authentic: false },
    { ...common, app_key: '', method: '', code: 22, success: false, authentic: false },
  ])
})

it('counts the bytes of call and answer, not their characters', async () => {
  const world = testGateway()
  world.handler = { run: async () => ({ answer: { ok: false, code: '公益' }, effect: 'none' }) }
  const call = formCall(signed(goodParameters({ partner_id: 'x' })))
  const { body } = await handleCall({ ...call, query: 'note=' }, world.gateway)
  expect(world.journal).toMatchObject([
    { bytes_in: call.body.length + 5, bytes_out: body.length + 4 },
  ])
})

describe('a lenient app', () => {
  const lenient = () => {
    const world = testGateway()
    world.app = testApp({ profile: 'lenient' })
    return world
  }
  const noticeOf = async (world: TestGateway, changes: Record<string, string>, query = '') => {
    const http = formCall(signed(goodParameters(changes)), { query })
    const { body, headers } = await handleCall(http, world.gateway)
    return [told(body), headers?.['X-Topgate-Notice']]
  }
  const told42 = { method: toldSync.method, step: '{"name":"a","count":1}' }

  it('is told nothing when it needs no leniency', async () => {
    expect(await noticeOf(lenient(), {})).toEqual(['success', undefined])
  })

  it('may send parameters that the API does not have; a strict one gets 41', async () => {
    const changes = { unknown_thing: '1' }
    expect(await noticeOf(lenient(), changes)).toEqual([
      'success',
      'undeclared-parameter:unknown_thing',
    ])
    expect(await noticeOf(testGateway(), changes)).toEqual(['41', undefined])
  })

  it('may repeat a parameter with the same value; a strict one gets 43', async () => {
    const twice = 'v=2.0'
    expect(await noticeOf(lenient(), {}, twice)).toEqual(['success', 'repeated-parameter:v'])
    expect(await noticeOf(testGateway(), {}, twice)).toEqual(['43', undefined])
  })

  it('may break a form that the page does not state; a strict one gets 50', async () => {
    const changes = { step: '{"name":"UPPER","count":1}' }
    expect(await noticeOf(lenient(), changes)).toEqual(['success', 'grammar:step.name'])
    const strict = ['50 isv.invalid-parameter', undefined]
    expect(await noticeOf(testGateway(), changes)).toEqual(strict)
  })

  it('has a bad session ignored where none is needed; a strict one gets 27', async () => {
    const changes = { ...told42, session: 'x' }
    expect(await noticeOf(lenient(), changes)).toEqual(['success', 'session-ignored'])
    expect((await noticeOf(testGateway(), changes))[0]).toMatch(/^27 /)
  })

  it('needs a good session where one is needed', async () => {
    expect((await noticeOf(lenient(), { session: 'x' }))[0]).toMatch(/^27 /)
  })

  it('is told what the decision forgave, also when it refused', async () => {
    const world = lenient()
    world.handler = {
      run: async () => ({ answer: { ok: true }, effect: 'new', forgiven: ['synthetic-account'] }),
    }
    expect(await noticeOf(world, {})).toEqual(['success', 'synthetic-account'])
    world.handler = {
      run: async () => {
        throw new Refusal('service-error', { forgiven: ['simulated-failure'] })
      },
    }
    expect((await noticeOf(world, {}))[1]).toBe('simulated-failure')
  })

  it('hands what was forgiven on to the service', async () => {
    const world = lenient()
    let seen: ReadyCall | undefined
    world.handler = {
      run: async (call) => {
        seen = call
        return { answer: { ok: true }, effect: 'new' }
      },
    }
    await noticeOf(world, { unknown_thing: '1' })
    expect(seen?.forgiven).toEqual(['undeclared-parameter:unknown_thing'])
  })
})
