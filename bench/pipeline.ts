import { createHmac } from 'node:crypto'
import { userActionSync } from '@topgate/contracts'
import { IdSource } from '@topgate/engine'
import {
  type App,
  createGateway,
  type HttpCall,
  handleCall,
  Load,
  type Reply,
  SecretUses,
} from '@topgate/gateway'
import { createDigests } from '@topgate/server'
import { charity } from './apis.ts'
import { ACTIVITY_ID, APP_KEY, APP_SECRET, CHANNEL, signedBody } from './calls.ts'
import type { Section } from './section.ts'
import { median, rounded } from './statistics.ts'

const CALLS = 20_000
const CHUNK = 500

/**
 * What a call costs between its bytes and its answer, without sockets and without a store: parse,
 * check, bind, render. The yardstick of the same minute is one HMAC of the same bytes, so that the
 * ratio holds on any machine and shows a slower pipeline before the noisy rounds of servers do.
 */
export async function measurePipeline(): Promise<Section> {
  const gateway = gatewayWithoutStore()
  const nowMs = Date.now()
  const calls = Array.from({ length: CALLS }, () => httpCall(signedBody(charity, nowMs)))
  const callUs: number[] = []
  const hmacUs: number[] = []
  let reply: Reply | undefined
  for (let at = 0; at < CALLS; at += CHUNK) {
    const chunk = calls.slice(at, at + CHUNK)
    const startMs = performance.now()
    for (const call of chunk) reply = await handleCall(call, gateway)
    const middleMs = performance.now()
    for (const { body } of chunk) createHmac('sha256', APP_SECRET).update(body).digest('hex')
    callUs.push(((middleMs - startMs) / CHUNK) * 1000)
    hmacUs.push(((performance.now() - middleMs) / CHUNK) * 1000)
  }
  const isSuccess = reply?.body.includes('"success":true') === true
  // The first quarter of the chunks is compiled while it runs.
  const warm = (values: readonly number[]) => median(values.slice(values.length / 4))
  const ratio = warm(callUs) / warm(hmacUs)
  return {
    numbers: {
      pipeline_us: rounded(warm(callUs)),
      pipeline_to_hmac: rounded(ratio),
    },
    lines: [
      `Pipeline without sockets and store: ${warm(callUs).toFixed(1)} us a call, ` +
        `${ratio.toFixed(1)} times one HMAC of the same bytes (${warm(hmacUs).toFixed(1)} us).`,
    ],
    problems: isSuccess ? [] : [`pipeline: no success but ${reply?.body}`],
  }
}

function httpCall(body: string): HttpCall {
  return {
    verb: 'POST',
    query: '',
    contentType: 'application/x-www-form-urlencoded;charset=UTF-8',
    headers: {},
    body: Buffer.from(body),
    peer: '127.0.0.1',
  }
}

const app: App = {
  key: APP_KEY,
  name: 'bench',
  status: 'enabled',
  group: 'formal',
  previousUntilMs: null,
  secrets: [APP_SECRET],
  minSignMethod: 'md5',
  profile: 'strict',
  limits: null,
  grants: new Map([['charity', { approved: true, expiresMs: null, requested: false }]]),
  allows: null,
  owns: { charity_channel: CHANNEL },
  biz_codes: [],
  redirectUris: [],
}

const answer = {
  result: {
    msg: '成功',
    code: 200n,
    data: { event_id: `EVENT_${ACTIVITY_ID}`, charity_hours: '0.1' },
    success: true,
  },
}

function gatewayWithoutStore() {
  const ids = new IdSource(() => 0, Date.now)
  const handled = Promise.resolve({ answer, effect: 'new' as const })
  return createGateway(
    [userActionSync],
    {
      apps: { find: async () => app },
      sessions: { find: async () => undefined },
      quotas: { take: () => undefined, takeOfUser: () => undefined },
      load: new Load(),
      handlers: { get: () => ({ run: () => handled }) },
      bulk: { read: () => Promise.reject(new Error('no call here is large')) },
      journal: { record() {} },
      digests: createDigests(),
      nowMs: Date.now,
      elapsedMs: () => performance.now(),
      nextId: () => ids.next(),
      onDefect(error) {
        throw error
      },
    },
    {
      sandbox: true,
      backendErrorCode: 50,
      secretUses: new SecretUses(),
      inFlight: { ofNode: 2_048, ofApp: 64, ofStatistics: 4 },
      sourceRefusalsMax: 600,
    },
  )
}

if (import.meta.main) {
  const { lines } = await measurePipeline()
  process.stdout.write(`${lines.join('\n')}\n`)
}
