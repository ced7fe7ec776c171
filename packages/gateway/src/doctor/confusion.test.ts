import { createHash, createHmac } from 'node:crypto'
import { wordsOfMistake } from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { digests, testApp } from '../testing/test-gateway.ts'
import { encodeGbk } from './encode-gbk.ts'
import { explainSignature } from './explain-signature.ts'

/**
 * Clients with one mistake each, written without the doctor's own code: what they sign and what
 * arrives. Each is tried with random requests of all three methods.
 */

const REQUESTS_EACH = 100
const SECRET = 'sandbox-secret-of-the-confusion'
const RETIRED = 'the-secret-from-before-the-rotation'
const METHODS = ['md5', 'hmac', 'hmac-sha256'] as const

type Values = Record<string, string>
type Data = string | Buffer

interface Client {
  readonly says: RegExp
  /** What the client sends when it wants to send these values. */
  readonly sends?: (values: Values) => Values
  /** What it signs of these values. */
  readonly signs?: (values: Values) => Data
  readonly secret?: string
  readonly digest?: (text: Data, secret: string, method: string) => string
  readonly methods?: readonly string[]
  /** Values in which the mistake shows. */
  readonly asks?: (values: Values) => Values
}

const rightText = (values: Values) =>
  Object.keys(values)
    .sort()
    .map((name) => name + values[name])
    .join('')

function rightDigest(text: Data, secret: string, method: string): string {
  if (method === 'hmac') return createHmac('md5', secret).update(text).digest('hex')
  if (method === 'hmac-sha256') return createHmac('sha256', secret).update(text).digest('hex')
  return createHash('md5').update(secret).update(text).update(secret).digest('hex')
}

const md5 = (...parts: readonly Data[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('md5')).digest('hex')

const each = (values: Values, change: (value: string, name: string) => string): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value, name)]))

const without = (values: Values, ...names: readonly string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))

/** What a JSON library that knows ASCII only makes of a text. */
const escapeUnicode = (text: string) =>
  text
    .split('')
    .map((unit) =>
      unit < '\x80' ? unit : `\\u${`000${unit.charCodeAt(0).toString(16)}`.slice(-4)}`,
    )
    .join('')

const leaving = (name: string): Client => ({
  says: new RegExp(`^参数 ${name} 没有参与签名`),
  signs: (values) => rightText(without(values, name)),
})

const signing = (says: RegExp, change: (value: string) => string): Client => ({
  says,
  signs: (values) => rightText(each(values, change)),
})

const sending = (says: RegExp, change: (value: string) => string): Client => ({
  says,
  sends: (values) => each(values, change),
})

const clients: Readonly<Record<string, Client>> = {
  'percent-encodes before signing': signing(/签名前被 URL 编码/, encodeURIComponent),
  'form-encodes before signing': signing(/签名前被 URL 编码/, (value) =>
    new URLSearchParams({ v: value }).toString().slice(2),
  ),
  'joins with = and &': {
    says: /k=v&k=v/,
    signs: (values) =>
      Object.keys(values)
        .sort()
        .map((name) => `${name}=${values[name]}`)
        .join('&'),
  },
  'does not sort': {
    says: /没有按名称/,
    signs: (values) =>
      Object.entries(values)
        .map(([name, value]) => name + value)
        .join(''),
  },
  'forgets the secret behind': {
    says: /只在前面/,
    methods: ['md5'],
    digest: (text, secret) => md5(secret, text),
  },
  'forgets the secret in front': {
    says: /只在后面/,
    methods: ['md5'],
    digest: (text, secret) => md5(text, secret),
  },
  'forgets the secret at both ends': {
    says: /没有加 AppSecret/,
    methods: ['md5'],
    digest: (text) => md5(text),
  },
  'adds the secret to the text of an hmac': {
    says: /只作为 hmac 的密钥/,
    methods: ['hmac', 'hmac-sha256'],
    signs: (values) => SECRET + rightText(values) + SECRET,
  },
  'copied the secret with a line break': { says: /首尾多了空格或换行/, secret: `${SECRET}\n` },
  'copied the secret with a space in front': { says: /首尾多了空格或换行/, secret: ` ${SECRET}` },
  'signs with the secret from before the rotation': { says: /^用轮换前的旧/, secret: RETIRED },
  'signs with the app key': { says: /用 app_key 当作/, secret: '20000001' },
  'counts sign itself': {
    says: /^sign 自己/,
    signs: (values) => rightText({ ...values, sign: '' }),
  },
  'says hmac and makes md5': {
    says: /^sign 是用 md5 算的/,
    methods: ['hmac'],
    digest: (text, secret) => rightDigest(text, secret, 'md5'),
  },
  'says md5 and makes hmac': {
    says: /^sign 是用 hmac 算的/,
    methods: ['md5'],
    digest: (text, secret) => rightDigest(text, secret, 'hmac'),
  },
  'signs in GBK': {
    says: /GBK/,
    signs: (values) => encodeGbk(rightText(values)) ?? '',
  },
  'signs in ASCII': {
    says: /问号/,
    signs: (values) => rightText(values).replace(/[^\0-\x7f]/gu, '?'),
  },
  'sends + unescaped': {
    says: /%2B/,
    sends: (values) => each(values, (value) => value.replaceAll('+', ' ')),
    signs: (values) => rightText(values),
    asks: (values) => ({ ...values, note: `+86138${values.note?.length}`, dto: 'aGk+Zm9v+bGk=' }),
  },
  'encodes twice': sending(/编码了两次/, encodeURIComponent),
  'signs raw text and sends escapes': sending(/uXXXX/, escapeUnicode),
  'signs escapes and sends raw text': signing(/uXXXX/, escapeUnicode),
  'lets a library write the JSON anew': {
    says: /重新排版/,
    sends: (values) => each(values, (value, name) => (name === 'dto' ? pythonJson(value) : value)),
  },
  'escapes slashes after signing': sending(/写成 \\\//, (value) =>
    value.startsWith('{') ? value.replaceAll('/', '\\/') : value,
  ),
  'trims after signing': signing(/首尾的空白/, (value) => value.trim()),
  'changes line ends after signing': signing(/换行符/, (value) => value.replaceAll('\n', '\r\n')),
  'signs null for an empty value': signing(/当作 null/, (value) => (value === '' ? 'null' : value)),
  'lower-cases the text': {
    says: /全小写或全大写/,
    signs: (values) => rightText(values).toLowerCase(),
  },
  'makes the timestamp anew': {
    says: /timestamp 在签名之后/,
    signs: (values) => rightText({ ...values, timestamp: '2026-01-15 12:00:02' }),
  },
  ...Object.fromEntries(
    [
      'method',
      'app_key',
      'timestamp',
      'v',
      'format',
      'simplify',
      'sign_method',
      'session',
      'partner_id',
      'target_app_key',
    ].map((name) => [`leaves out ${name}`, leaving(name)]),
  ),
  'leaves out a business parameter': leaving('dto'),
  'signs the public parameters alone': {
    says: /只有公共参数/,
    signs: (values) => rightText(without(values, 'dto', 'note', 'blank')),
  },
}

function pythonJson(text: string): string {
  return text.replace(/("(?:[^"\\]|\\.)*")|([:,])/g, (_, inside, mark) => inside ?? `${mark} `)
}

/** Small and repeatable: a failure names the mistake and the number of the request. */
function randomOf(seed: number): (max: number) => number {
  let state = seed
  return (max) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state % max
  }
}

const words = ['公益 a/b', '优矩-抖音', 'UNI_9901', '1+1=2', 'Té', '杭州市/滨江区', 'x:y,z', 'A&B?']
/** GBK has none of these, so they are left out where a client signs in GBK. */
const emoji = ['😊', '👨‍👩‍👧', '🔥']

function requestOf(seed: number, name = ''): Values {
  const next = randomOf(seed)
  const parts = name.includes('GBK') ? words.filter((word) => word !== 'Té') : [...words, ...emoji]
  const phrase = () => `${parts[next(parts.length)]} ${parts[next(parts.length)]}+中/${next(1e9)}`
  return {
    v: '2.0',
    method: 'alibaba.charity.useraction.sync',
    app_key: '20000001',
    timestamp: '2026-01-15 12:00:00',
    format: 'json',
    session: 'Session0123456789abc',
    partner_id: 'top-sdk',
    simplify: 'true',
    target_app_key: '20000002',
    dto: JSON.stringify({ event_id: phrase(), feeling: phrase(), n: next(1e9) }),
    note: ` ${phrase()}\nsecond line `,
    blank: '',
  }
}

function diagnose(client: Client, name: string, seed: number): string {
  const usable = client.methods ?? METHODS
  const method = usable[seed % usable.length] ?? 'md5'
  const values = requestOf(seed + 1, name)
  const wanted = { ...(client.asks?.(values) ?? values), sign_method: method }
  const sent = client.sends?.(wanted) ?? wanted
  const text = client.signs?.(wanted) ?? rightText(wanted)
  const sign = (client.digest ?? rightDigest)(text, client.secret ?? SECRET, method).toUpperCase()
  return explain({ ...sent, sign_method: method, sign })
}

function explain(values: Values, isKnown = false): string {
  const app = testApp({ secrets: [SECRET], retiredSecret: RETIRED })
  const told = explainSignature(new Map(Object.entries(values)), app, digests, () => isKnown)
  return wordsOfMistake(told).zh
}

describe('the signature doctor, of a client that', () => {
  it.each(Object.entries(clients))('%s', (name, client) => {
    const told = Array.from({ length: REQUESTS_EACH }, (_, seed) => diagnose(client, name, seed))
    const right = told.filter((text) => client.says.test(text))
    expect(
      right.length,
      told.find((text) => !client.says.test(text)),
    ).toBeGreaterThanOrEqual(95)
  })
})

it('names no mistake for a random signature', () => {
  const next = randomOf(7)
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => next(16).toString(16)).join('')
  for (let seed = 0; seed < 1000; seed += 1) {
    const method = METHODS[seed % 3] ?? 'md5'
    const sign = hex(method === 'hmac-sha256' ? 64 : 32)
    const values = requestOf(seed)
    expect(explain({ ...values, sign_method: method, sign })).toMatch(/^请核对/)
  }
})

it('says that the parameters changed when the signature is one of another call', () => {
  const values = requestOf(1)
  expect(explain({ ...values, sign_method: 'md5', sign: 'A'.repeat(32) }, true)).toMatch(
    /^参数在签名之后被改动了/,
  )
})

it('tries a large call against few mistakes only, so that it costs no more', () => {
  let hashed = 0
  const counting = {
    md5: (text: string) => {
      hashed += text.length
      return digests.md5(text)
    },
    hmacMd5: (key: string, text: string) => {
      hashed += text.length
      return digests.hmacMd5(key, text)
    },
    hmacSha256: (key: string, text: string) => {
      hashed += text.length
      return digests.hmacSha256(key, text)
    },
  }
  const values = { ...requestOf(1), dto: 'x'.repeat(150_000) }
  const parameters = new Map(
    Object.entries({ ...values, sign_method: 'md5', sign: 'a'.repeat(32) }),
  )
  explainSignature(parameters, testApp(), counting, () => false)
  expect(hashed).toBeLessThan(600_000)
})
