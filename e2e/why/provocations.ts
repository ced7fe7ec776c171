import type { PlatformErrorName } from '@topgate/contracts'
import { codeFor, exchange } from '../oauth/oauth-client.ts'
import { APP_SECRET, charity, type Sample, SESSION, statistics, tag } from '../testing/samples.ts'
import { beijing, type Pairs } from '../testing/top-client.ts'
import { type Answered, answered, having, type Sending, sendChanged, without } from './sender.ts'

export interface Door {
  readonly url: string
  /** Runs a command of the owner on the store of this server. */
  owner(...args: readonly string[]): Promise<void>
}

/** Calls until the answer is this error, and gives that answer. */
export type Provocation = (door: Door) => Promise<Answered>

const once =
  (sample: Sample, sending: Sending = {}): Provocation =>
  ({ url }) =>
    sendChanged(url, sample, sending)

const deed = charity('PROVOKED')
const as = (number: number): Sending => ({
  key: `1000000${number}`,
  secret: `sandbox0000000000000000000000000${number}`,
})
const afterSigning = (sent: (pairs: Pairs) => Pairs) => once(deed, { sent })
const withSession = (session: string) => once({ ...statistics, session })
const sessionOf = (digit: number) => SESSION.slice(0, -1) + digit

/** An app of its own, so that its limits meet nobody else. */
const limited =
  (key: string, settings: readonly string[], further: readonly string[], sample: Sample) =>
  async ({ url, owner }: Door) => {
    const secret = `secret-of-${key}-0123456789abcdef`
    await owner(
      'app',
      'create',
      '--key',
      key,
      '--secret',
      secret,
      '--profile',
      'strict',
      ...settings,
    )
    if (further.length > 0) await owner(...further)
    return repeated(url, sample, { key, secret })
  }

const CALLS_MAX = 4

/** One call a minute is allowed; three are too many, also across the end of a minute. */
async function repeated(url: string, sample: Sample, sending: Sending): Promise<Answered> {
  for (let call = 0; call < CALLS_MAX; call += 1) {
    const answer = await sendChanged(url, sample, sending)
    if (answer.code > 0) return answer
  }
  return failed('nothing was limited')
}

function failed(reason: string): never {
  throw new Error(reason)
}

const time: Sample = { method: 'taobao.time.get', params: {} }
const appIp: Sample = { method: 'taobao.appip.get', params: {} }

async function tokenFor(url: string, scope: string): Promise<string> {
  return (await exchange(url, await codeFor(url, { scope }))).body.access_token
}

/** The same signed text, cut into other parameters: `{}` and `format` become one value. */
const collision: Provocation = async ({ url }) => {
  const fixed = having('timestamp', beijing(Date.now()))
  await sendChanged(url, tag, { draft: fixed })
  const sent = (pairs: Pairs) => having('ext_param', '{}formatjson')(without('format')(pairs))
  return sendChanged(url, tag, { draft: fixed, sent })
}

/** More neighbours among the people whom a source asks for than an honest one has. */
const NEIGHBOURS = 60

const probing: Provocation = async ({ url }) => {
  for (let number = 0; number < NEIGHBOURS; number += 1) {
    const alipay_user_id = String(2_088_700_000_000_000n + BigInt(number))
    const params = { biz_code: 'STORE_HZ01', alipay_user_id }
    const answer = await sendChanged(url, { method: tag.method, params })
    if (answer.code > 0) return answer
  }
  return failed('nobody stopped it')
}

const raw = async (url: string, init: RequestInit): Promise<Answered> =>
  answered(await fetch(`${url}/router/rest`, init))

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }

/** Each error of the catalogue that a plain sandbox can be brought to. */
export const provocations: Partial<Readonly<Record<PlatformErrorName, Provocation>>> = {
  'app-call-limited': limited('30000101', ['--per-minute', '1'], [], time),
  'app-api-call-limited': limited(
    '30000102',
    [],
    ['app', 'limit', '30000102', time.method, '--per-minute', '1'],
    time,
  ),
  'api-call-limited': limited(
    '30000103',
    [],
    ['api', 'limit', appIp.method, '--per-minute', '1'],
    appIp,
  ),
  'session-call-limited': async ({ url, owner }) => {
    await owner('app', 'set', '10000001', '--user-per-minute', '1')
    const answer = await repeated(url, statistics, {})
    await owner('app', 'set', '10000001', '--user-per-minute', 'none')
    return answer
  },
  'user-call-limited': async ({ url, owner }) => {
    await owner('api', 'limit', statistics.method, '--user-per-minute', '1')
    const answer = await repeated(url, statistics, {})
    await owner('api', 'limit', statistics.method, '--user-per-minute', 'none')
    return answer
  },
  'probe-limited': probing,
  'http-action-not-allowed': once(deed, { verb: 'PUT' }),
  'package-missing': async ({ url, owner }) => {
    const secret = 'secret-of-30000104-0123456789abcdef'
    const app = ['--key', '30000104', '--secret', secret, '--profile', 'strict', '--no-package']
    await owner('app', 'create', ...app)
    await owner('app', 'grant', '30000104', 'insurance')
    return sendChanged(url, deed, { key: '30000104', secret })
  },
  'no-packages': once(deed, as(3)),
  'app-group-not-allowed': async ({ url, owner }) => {
    const secret = 'secret-of-30000105-0123456789abcdef'
    await owner('app', 'create', '--key', '30000105', '--secret', secret, '--group', 'test')
    return sendChanged(url, deed, { key: '30000105', secret })
  },
  'address-not-allowed': once(deed, as(5)),
  'user-not-permitted': async ({ url }) =>
    sendChanged(url, { ...statistics, session: await tokenFor(url, 'charity') }),
  'missing-method': afterSigning(without('method')),
  'invalid-method': once({ ...deed, method: `${deed.method}s` }),
  'invalid-format': afterSigning(having('format', 'yaml')),
  'missing-signature': afterSigning(without('sign')),
  'invalid-signature': once(deed, { secret: APP_SECRET.toUpperCase() }),
  'signature-collision': collision,
  'missing-session': once({ method: statistics.method, params: statistics.params }),
  'blank-session': withSession(''),
  'malformed-session': withSession('no session key'),
  'unknown-session': withSession(sessionOf(4)),
  'expired-session': withSession(sessionOf(3)),
  'foreign-session': withSession(sessionOf(2)),
  'missing-app-key': afterSigning(without('app_key')),
  'invalid-app-key': once(deed, as(6)),
  'missing-timestamp': afterSigning(without('timestamp')),
  'invalid-timestamp': afterSigning(having('timestamp', '2020-01-01 00:00:00')),
  'missing-version': afterSigning(without('v')),
  'invalid-version': afterSigning(having('v', 'two')),
  'unsupported-version': afterSigning(having('v', '1.0')),
  'missing-argument': once(charity('PROVOKED', { event_id: undefined })),
  'invalid-argument': once(charity('PROVOKED', { activity_id: 'twelve' })),
  'parameter-error': ({ url }) =>
    raw(url, { method: 'POST', headers: FORM, body: 'format=json&method=a.b&method=c.d' }),
  'invalid-encoding': ({ url }) =>
    raw(url, { method: 'POST', headers: FORM, body: 'format=json&method=%ff' }),
  'invalid-parameter': once(charity('PROVOKED', { charity_timestamp: 'soon' })),
  'service-error': once(charity('SANDBOX_ISP_1'), as(9)),
  'weak-sign-method': once(deed, { ...as(7), draft: having('sign_method', 'md5') }),
}
