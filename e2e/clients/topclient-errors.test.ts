import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Overrides } from '@topgate/server'
import { describe, expect, it } from 'vitest'
import { APP_KEY, charity, type Sample, statistics, tag } from '../testing/samples.ts'
import { eachSandbox } from '../testing/start-server.ts'

const run = promisify(execFile)
const script = fileURLToPath(new URL('./topclient-calls.cjs', import.meta.url))

interface Call {
  readonly sample: Sample
  readonly key?: string
  readonly secret?: string
}

interface Result {
  readonly answer?: unknown
  readonly error?: { readonly name: string; readonly code: number; readonly sub_code?: string }
}

const world = { isShedding: false, isBroken: false }
const overrides: Overrides = {
  adaptPorts: (ports) => ({
    ...ports,
    load: { level: 'green', isClosed: false, admits: () => !world.isShedding },
    handlers: {
      get: (method) => {
        const handler = ports.handlers.get(method)
        return {
          ...handler,
          run: (call) => (world.isBroken ? Promise.reject(new Error('broken')) : handler.run(call)),
        }
      },
    },
  }),
}

const session = (digit: number) => `6200sandbox${String(digit).padStart(46, '0')}`
const housing = (token: string): Call => ({ sample: { ...statistics, session: token } })
const { session: _, ...withoutSession } = statistics
const asked = (params: Record<string, string>): Call => ({ sample: { ...tag, params } })

/** What was done, and the error that the client gives to its program. */
const families: readonly (readonly [what: string, call: Call, told: string])[] = [
  [
    'an app without packages',
    { sample: charity(), key: '10000003' },
    '11 isv.permission-api-package-empty',
  ],
  [
    'a foreign address',
    { sample: charity(), key: '10000005' },
    '11 isv.permission-ip-whitelist-limit',
  ],
  ['an unknown method', { sample: { method: 'no.such.api', params: {} } }, '22'],
  ['a wrong secret', { sample: charity(), secret: 'wrong' }, '25'],
  ['no session', { sample: withoutSession }, '26'],
  ['a malformed session', housing('short'), '27 invalid-sessionkey'],
  ['an unknown session', housing(session(77)), '27 session-not-exist'],
  ['an expired session', housing(session(3)), '27 session-expired'],
  ['a foreign session', housing(session(2)), '27 sessionkey-not-generated-by-server'],
  ['an unknown app', { sample: charity(), key: '19999999' }, '29 isv.appkey-not-exists'],
  ['a disabled app', { sample: charity(), key: '10000006' }, '29 isv.appkey-not-exists'],
  ['a missing parameter', { sample: { ...charity(), params: {} } }, '40'],
  ['an undeclared parameter', asked({ ...tag.params, color: 'red' }), '41'],
  ['a parameter too long', asked({ ...tag.params, partner_id: 'x'.repeat(300) }), '43'],
  ['a broken rule', { sample: charity('bad id') }, '50 isv.invalid-parameter'],
  ['a weak signature', { sample: charity(), key: '10000007' }, '53'],
]

eachSandbox(
  'errors through the npm package node-taobao-topclient, unmodified,',
  (server) => {
    async function execute(calls: readonly Call[], TZ = 'Asia/Shanghai'): Promise<Result[]> {
      const given = calls.map(({ sample, key = APP_KEY, secret = secretOf(key) }) => ({
        appkey: key,
        appsecret: secret,
        method: sample.method,
        params: { ...sample.params, ...(sample.session && { session: sample.session }) },
      }))
      const args = ['--no-deprecation', script, server().url, JSON.stringify(given)]
      const { stdout } = await run(process.execPath, args, { env: { ...process.env, TZ } })
      return JSON.parse(stdout)
    }

    it('are told as its own, with code and sub_code', async () => {
      const results = await execute(families.map(([, call]) => call))
      expect(results.map((result, at) => [families[at]?.[0], told(result)])).toEqual(
        families.map(([what, , expected]) => [what, expected]),
      )
    })

    it('are told when its machine is in another time zone', async () => {
      expect((await execute([{ sample: charity() }], 'UTC')).map(told)).toEqual(['31'])
    })

    it('are told above a limit, and only there', async () => {
      const calls = Array.from({ length: 20 }, (_, at) => ({
        sample: charity(`LIMITED_${at}`),
        key: '10000004',
      }))
      const results = new Set((await execute(calls)).map(told))
      expect(results).toEqual(new Set(['success', '7 accesscontrol.limited-by-app-access-count']))
    })

    it('are answers to it when the API itself says no', async () => {
      const [declined] = await execute([{ sample: charity('DECLINED_1', { activity_id: 999 }) }])
      expect(declined).toMatchObject({ answer: { result: { success: false, code: 404 } } })
    })

    describe('of our own side', () => {
      it('say isp, so that its program may send the call again', async () => {
        world.isShedding = true
        const [shed] = await execute([{ sample: charity('AGAIN_1') }])
        world.isShedding = false
        world.isBroken = true
        const [broken] = await execute([{ sample: charity('AGAIN_1') }])
        world.isBroken = false
        const [again] = await execute([{ sample: charity('AGAIN_1') }])
        expect([shed, broken, again].map((result) => told(result ?? {}))).toEqual([
          '10 isp.top-remote-service-unavailable',
          '50 isp.remote-service-error',
          'success',
        ])
      })
    })
  },
  overrides,
)

function secretOf(key: string): string {
  return `sandbox${key.slice(-1).padStart(26, '0')}`
}

function told({ error }: Result): string {
  if (error === undefined) return 'success'
  expect(error.name).toBe('TOPClientError')
  return [error.code, error.sub_code].filter((part) => part !== undefined).join(' ')
}
