import type { Random } from '../crash/random.ts'
import {
  APP_KEY,
  APP_SECRET,
  behaviour,
  charity,
  message,
  type Sample,
  statistics,
  tag,
} from '../testing/samples.ts'
import { type Method, pairsOf, signatureOf } from '../testing/top-client.ts'

/** Decoded parameters, `sign` among them. */
export type Params = ReadonlyMap<string, string>

const LENIENT_KEY = '10000009'
const LENIENT_SECRET = 'sandbox00000000000000000000000009'
const methods: readonly Method[] = ['md5', 'hmac', 'hmac-sha256']
const nameChars = 'abcXYZ019_.-'
const valueChars = ['a', 'Z', '0', '=', '&', '+', '%', ' ', '@', ';', '\n', '"', '中', '😀', 'é']

/** A call of an app that may send any parameter, so that names and values can be anything. */
export function openRequest(random: Random, nowMs: number): Params {
  const params: Record<string, string> = {}
  for (let count = random.between(1, 6); count > 0; count -= 1) {
    // No public parameter begins so.
    params[`x${textOf(random, [...nameChars], 0, 7)}`] = textOf(random, valueChars, 0, 12)
  }
  const sample = { method: 'taobao.time.get', params }
  return signed(sample, random, nowMs, LENIENT_KEY, LENIENT_SECRET)
}

/** A documented call that takes effect, each with content of its own. */
export function effectiveRequest(random: Random, nowMs: number, number: number): Params {
  const samples: readonly Sample[] = [
    {
      ...behaviour,
      params: { param0: replaced(behaviour, '1800001886002007960', flowOf(number)) },
    },
    charity(`SIGNED_${number}`),
    { ...tag, params: { ...tag.params, isv_user_id: `u-${number}` } },
    { ...message, params: { ...message.params, request1: replaced(message, 'abc', `m${number}`) } },
    statistics,
  ]
  return signed(random.pick(samples) ?? charity(), random, nowMs, APP_KEY, APP_SECRET)
}

function replaced({ params }: Sample, from: string, to: string): string {
  return (params.param0 ?? params.request1 ?? '').replace(from, to)
}

function flowOf(number: number): string {
  return String(1_800_001_886_100_000_000n + BigInt(number))
}

function signed(
  sample: Sample,
  random: Random,
  nowMs: number,
  key: string,
  secret: string,
): Params {
  const signMethod = random.pick(methods) ?? 'md5'
  const { open, own } = pairsOf(sample, { key, signMethod, nowMs })
  const pairs = [...open, ...own]
  return new Map([...pairs, ['sign', signatureOf(pairs, secret, signMethod)]])
}

export function textOf(random: Random, chars: readonly string[], min: number, max: number): string {
  return Array.from({ length: random.between(min, max) }, () => random.pick(chars)).join('')
}

/** Whether two readings are one call: parameters without a value count as absent. */
export function sameCall(a: Params, b: Params): boolean {
  return JSON.stringify(meaning(a)) === JSON.stringify(meaning(b))
}

function meaning(params: Params): [string, string][] {
  return [...params]
    .filter(([, value]) => value !== '')
    .map(([name, value]): [string, string] => [name, name === 'sign' ? value.toLowerCase() : value])
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

export function formOf(params: Params): string {
  return [...params]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&')
}
