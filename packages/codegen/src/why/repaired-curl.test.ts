import { execFileSync } from 'node:child_process'
import { createHash, createHmac } from 'node:crypto'
import { catalogue } from '@topgate/contracts'
import { maskParameters, sign } from '@topgate/protocol'
import { describe, expect, it } from 'vitest'
import { sampleParameters } from '../sample-values.ts'
import { repairCall, type ShownCall } from './repair-call.ts'
import { repairedCurl } from './repaired-curl.ts'

const digests = {
  md5: (text: string) => createHash('md5').update(text).digest('hex').toUpperCase(),
  hmacMd5: (key: string, text: string) => createHmac('md5', key).update(text).digest('hex'),
  hmacSha256: (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex'),
}

const SECRET = "it's $a secret"

/** What curl would send: a function of that name stands in its place and prints its words. */
function sentBy(script: string): Map<string, string> {
  const curl = `curl() { for word; do case $word in (*=*) printf '%s\\0' "$word";; esac; done; }`
  const env = {
    ...process.env,
    TOP_APP_SECRET: SECRET,
    TOP_APP_KEY: '10000002',
    TOP_SESSION: '6200sandbox',
  }
  const printed = execFileSync('/bin/sh', ['-c', `${curl}\n${script}`], { env }).toString()
  const pairs = printed.split('\0').filter((pair) => pair !== '')
  return new Map(
    pairs.map((pair): [string, string] => {
      const at = pair.indexOf('=')
      return [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
}

const shown = (values: Record<string, string>, more: Partial<ShownCall> = {}): ShownCall => ({
  parameters: Object.entries(values),
  refusal: null,
  argument: null,
  ...more,
})

function repaired(call: ShownCall) {
  const found = repairCall(call)
  if (found === undefined) throw new Error('not repaired')
  return found
}

describe.each(['md5', 'hmac', 'hmac-sha256'] as const)('with %s', (sign_method) => {
  it.each(catalogue.map((api) => [api.method, api] as const))(
    'a shell signs %s rightly, whatever quotes it holds',
    (method, api) => {
      const parameters = new Map([
        ['method', method],
        ['app_key', '10000001'],
        ['sign_method', sign_method],
        ['format', 'json'],
        ...sampleParameters(api.request),
      ])
      const call = shown(Object.fromEntries(maskParameters(parameters, api)))
      const sent = sentBy(repairedCurl(repaired(call), 'http://127.0.0.1/router/rest'))
      const signature = sent.get('sign')?.toLowerCase()
      expect(sent.delete('sign')).toBe(true)
      expect(signature).toBe(sign(sent, SECRET, sign_method, digests).toLowerCase())
      for (const [name] of sampleParameters(api.request)) expect(sent.has(name), name).toBe(true)
    },
  )
})

it('keeps what was sent and shown, and takes the rest from the documentation', () => {
  const dto = `{"activity_id":777,"event_id":"it's","tb_user_id":"208***5678"}`
  const call = repaired(
    shown(
      { method: 'alibaba.charity.useraction.sync', channel_user_action_dto: dto, extra: '***' },
      { refusal: 'missing-argument', argument: 'channel_user_action_dto.charity_timestamp' },
    ),
  )
  const [[, value] = ['', '']] = call.business
  expect(JSON.parse(value)).toMatchObject({
    activity_id: 777,
    event_id: "it's",
    tb_user_id: 12345,
    charity_timestamp: '2019-08-08 12:00:00',
  })
  expect(call.changes.map(({ en }) => en).join('\n')).toMatch(/tb_user_id.*charity_timestamp/)
  expect(call.changes.map(({ en }) => en).join('\n')).toMatch(/left out.*extra/)
  expect(sentBy(repairedCurl(call, 'http://a/')).get('channel_user_action_dto')).toBe(value)
})

it('finds the API that was meant, and the public parameters that are good', () => {
  const call = repaired(
    shown({ method: 'alibaba.charity.useraction.synk', format: 'JSON', sign_method: 'MD5' }),
  )
  expect(call.api.method).toBe('alibaba.charity.useraction.sync')
  expect(call.format).toBe('json')
  expect(call.signMethod).toBe('hmac-sha256')
  expect(call.appKey).toBeUndefined()
  expect(repairCall(shown({ method: 'x' }))).toBeUndefined()
})

it('asks for what it may not know, and runs nothing without it', () => {
  const script = repairedCurl(repaired(shown({ method: 'taobao.time.get' })), 'http://a/')
  const run = () => execFileSync('/bin/sh', ['-c', script], { env: {}, stdio: 'pipe' })
  expect(run).toThrow(/TOP_APP_SECRET: is the secret of the app/)
})
