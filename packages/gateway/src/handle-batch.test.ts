import { formatBeijing, Refusal } from '@topgate/contracts'
import { isSignMethod, sign } from '@topgate/protocol'
import { describe, expect, it } from 'vitest'
import { BATCH_MS_MAX, handleBatch } from './handle-batch.ts'
import type { HttpCall } from './http-call.ts'
import type { ReadyCall } from './ports.ts'
import {
  digests,
  goodParameters,
  NOW_MS,
  SECRET,
  SESSION,
  stepSync,
  type TestGateway,
  testApp,
  testGateway,
} from './testing/test-gateway.ts'

const SEPARATOR = '\r\n-S-\r\n'
const STEP = `method=${stepSync.method}&step=${encodeURIComponent('{"name":"a","count":1}')}`

/** The parameters of the query of a good batch. */
function envelope(changes: Record<string, string> = {}): Map<string, string> {
  const parameters = goodParameters(changes)
  for (const name of ['method', 'step']) parameters.delete(name)
  return parameters
}

function batchCall(
  body: string,
  parameters: ReadonlyMap<string, string> = envelope(),
  changes: Partial<HttpCall> = {},
): HttpCall {
  const method = parameters.get('sign_method')
  if (!isSignMethod(method)) throw new Error(`cannot sign with ${method}`)
  const signed = new Map(parameters).set('sign', sign(parameters, SECRET, method, digests, body))
  return {
    verb: 'POST',
    query: new URLSearchParams([...signed]).toString(),
    contentType: 'text/plain;charset=UTF-8',
    headers: {},
    body: new TextEncoder().encode(body),
    peer: '203.0.113.9',
    ...changes,
  }
}

/** What each call came to: `ok` or the code of its error. */
function outcomes(body: string, separator = SEPARATOR): string[] {
  return body.split(separator).map((document) => {
    const { error_response } = JSON.parse(document)
    return error_response === undefined ? 'ok' : String(error_response.code)
  })
}

async function outcomesOf(world: TestGateway, ...call: Parameters<typeof batchCall>) {
  return outcomes((await handleBatch(batchCall(...call), world.gateway)).body)
}

function recording(world: TestGateway): ReadyCall[] {
  const calls: ReadyCall[] = []
  world.handler = {
    async run(call) {
      calls.push(call)
      return { answer: { ok: true }, effect: 'new' }
    },
  }
  return calls
}

describe('the calls of a batch', () => {
  it('run in their order, each with an id and a line of its own', async () => {
    const world = testGateway()
    const calls = recording(world)
    const step = (name: string) => STEP.replace('%22a%22', `%22${name}%22`)
    const body = [step('a'), step('b'), step('c')].join(SEPARATOR)
    expect(await outcomesOf(world, body)).toEqual(['ok', 'ok', 'ok'])
    expect(calls.map(({ request }) => (request.step as { name: string }).name)).toEqual([
      'a',
      'b',
      'c',
    ])
    expect(new Set(calls.map(({ id }) => id)).size).toBe(3)
    expect(
      world.journal.map(({ method, authentic, success }) => [method, authentic, success]),
    ).toEqual(Array.from({ length: 3 }, () => [stepSync.method, true, true]))
  })

  it('are refused one by one: the others take effect', async () => {
    const world = testGateway()
    const calls = recording(world)
    const body = [STEP, '%zz', `${STEP}&step=1`, 'N', STEP.replace('step.sync', 'none'), STEP]
    expect(await outcomesOf(world, body.join(SEPARATOR))).toEqual([
      'ok',
      '47',
      '43',
      '21',
      '22',
      'ok',
    ])
    expect(calls).toHaveLength(2)
  })

  it('share what stands behind #PUBLIC#, and may say otherwise', async () => {
    const world = testGateway()
    const calls = recording(world)
    const [method = '', step = ''] = STEP.split('&')
    const body = [`#PUBLIC#${method}&note=n`, step, `${step}&note=own`].join(SEPARATOR)
    expect(await outcomesOf(world, body)).toEqual(['ok', 'ok'])
    expect(calls.map(({ request }) => request.note)).toEqual(['n', 'own'])
  })

  it('may each have a session of its own', async () => {
    const world = testGateway()
    const without = envelope()
    without.delete('session')
    const body = [`${STEP}&session=${SESSION}`, STEP, `${STEP}&session=none`].join(SEPARATOR)
    expect(await outcomesOf(world, body, without)).toEqual(['ok', '26', '27'])
  })

  it.each(['app_key', 'sign', 'sign_method', 'timestamp', 'v', 'format', 'simplify', 'partner_id'])(
    'may not say %s again: it is signed once, in the query (S13)',
    async (name) => {
      const world = testGateway()
      const calls = recording(world)
      expect(await outcomesOf(world, [`${STEP}&${name}=json`, STEP].join(SEPARATOR))).toEqual([
        '43',
        'ok',
      ])
      expect(calls).toHaveLength(1)
    },
  )

  it('each count for the limits of the app', async () => {
    const world = testGateway()
    let left = 2
    world.take = () => {
      left -= 1
      return left < 0 ? { scope: 'app', waitS: 5 } : undefined
    }
    expect(await outcomesOf(world, [STEP, STEP, STEP].join(SEPARATOR))).toEqual(['ok', 'ok', '7'])
  })

  it('have signatures of their own, the same when the batch is sent again', async () => {
    const world = testGateway()
    const calls = recording(world)
    const body = [STEP, STEP].join(SEPARATOR)
    await outcomesOf(world, body)
    await outcomesOf(world, body)
    const signatures = calls.map(({ signature }) => signature)
    expect(new Set(signatures).size).toBe(2)
    expect(signatures.slice(2)).toEqual(signatures.slice(0, 2))
  })

  it('end with the time of the batch: what has not begun is refused and may be sent again', async () => {
    const world = testGateway()
    world.handler = {
      async run({ endsMs }) {
        expect(endsMs).toBe(NOW_MS + BATCH_MS_MAX)
        world.nowMs += BATCH_MS_MAX
        return { answer: { ok: true }, effect: 'new' }
      },
    }
    const reply = await handleBatch(batchCall([STEP, STEP].join(SEPARATOR)), world.gateway)
    expect(outcomes(reply.body)).toEqual(['ok', '10'])
  })

  it('of a lenient app are forgiven, and the answer names what', async () => {
    const world = testGateway()
    world.app = testApp({ profile: 'lenient' })
    const body = [`${STEP}&extra=1`, `${STEP}&step=%7B%22name%22%3A%22a%22%2C%22count%22%3A1%7D`]
    const reply = await handleBatch(batchCall(body.join(SEPARATOR)), world.gateway)
    expect(outcomes(reply.body)).toEqual(['ok', 'ok'])
    expect(reply.headers).toEqual({
      'X-Topgate-Notice': 'undeclared-parameter:extra, repeated-parameter:step',
    })
  })

  it('may be separated by other text, which no answer holds', async () => {
    const world = testGateway()
    world.handler = {
      run: () => Promise.reject(new Refusal('invalid-parameter', { subMsg: '@@' })),
    }
    const call = batchCall([STEP, STEP].join('@@'), envelope(), {
      headers: { 'top-api-separator': '@@' },
    })
    const { body } = await handleBatch(call, world.gateway)
    expect(outcomes(body, '@@')).toEqual(['50', '50'])
  })

  it('are answered in the form of the query', async () => {
    const world = testGateway()
    const call = batchCall([STEP, 'N'].join(SEPARATOR), envelope({ format: 'xml' }))
    const { body, contentType } = await handleBatch(call, world.gateway)
    expect(contentType).toBe('text/xml;charset=UTF-8')
    expect(body.split(SEPARATOR).map((document) => document.slice(0, 5))).toEqual([
      '<?xml',
      '<?xml',
    ])
  })
})

describe('a batch is refused as a whole, with one answer and no effect,', () => {
  const cases: readonly (readonly [why: string, code: string, call: () => HttpCall])[] = [
    ['sent by GET', '9', () => batchCall(STEP, envelope(), { verb: 'GET' })],
    ['sent as a form', '43', () => batchCall(STEP, envelope(), { contentType: 'x/y' })],
    ['without a type', '43', () => batchCall(STEP, envelope(), { contentType: undefined })],
    ['in GBK', '47', () => batchCall(STEP, envelope(), { contentType: 'text/plain;charset=gbk' })],
    ['in bad UTF-8', '47', () => batchCall(STEP, envelope(), { body: Uint8Array.of(0xff) })],
    [
      'with a bad separator',
      '43',
      () => batchCall(STEP, envelope(), { headers: { 'top-api-separator': '&' } }),
    ],
    ['with a method in the query', '43', () => batchCall(STEP, envelope().set('method', 'x'))],
    ['with a format that is none', '23', () => batchCall(STEP, envelope({ format: 'yaml' }))],
    ['of an unknown app', '29', () => batchCall(STEP, envelope({ app_key: '29999999' }))],
    [
      'that is too old',
      '31',
      () => batchCall(STEP, envelope({ timestamp: formatBeijing(NOW_MS - 601_000) })),
    ],
    ['of another version', '34', () => batchCall(STEP, envelope({ v: '3.0' }))],
    [
      'whose body changed',
      '25',
      () => batchCall(STEP, envelope(), { body: new TextEncoder().encode(`${STEP}&note=x`) }),
    ],
    ['without a call', '43', () => batchCall('')],
    ['with shared parameters alone', '43', () => batchCall(`#PUBLIC#${STEP}`)],
    ['with bad shared parameters', '47', () => batchCall(`#PUBLIC#a=%zz${SEPARATOR}${STEP}`)],
    ['with a shared identity', '43', () => batchCall(`#PUBLIC#app_key=1${SEPARATOR}${STEP}`)],
    [
      'with 21 calls',
      '41',
      () => batchCall(Array.from({ length: 21 }, () => STEP).join(SEPARATOR)),
    ],
  ]

  it.each(cases)('%s (%s)', async (_, code, call) => {
    const world = testGateway()
    const calls = recording(world)
    const { body } = await handleBatch(call(), world.gateway)
    expect(body.includes(SEPARATOR)).toBe(false)
    const told = /"code":(\d+)|<code>(\d+)/.exec(body)
    expect(told?.[1] ?? told?.[2]).toBe(code)
    expect(calls).toEqual([])
    expect(world.journal).toHaveLength(1)
  })
})

it('takes 20 calls', async () => {
  const world = testGateway()
  const body = Array.from({ length: 20 }, () => STEP).join(SEPARATOR)
  expect(new Set(await outcomesOf(world, body))).toEqual(new Set(['ok']))
})

it('tells in a sandbox that the body was not signed', async () => {
  const world = testGateway()
  const call = batchCall('', envelope(), { body: new TextEncoder().encode(STEP) })
  expect((await handleBatch(call, world.gateway)).body).toContain('请求体没有参与签名')
})
