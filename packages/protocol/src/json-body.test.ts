import { createHash, createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import vectors from '../vectors/signing.json' with { type: 'json' }
import { readJsonBody } from './json-body.ts'
import { ParameterCollector } from './parameters.ts'
import { ProtocolError } from './protocol-error.ts'
import { matchSignature } from './sign.ts'

const query: readonly [string, string][] = [['method', 'a.b.c']]

/** The parameters of the body, beside what the query had. */
function read(text: string, before = query): Record<string, string> {
  const into = new ParameterCollector()
  for (const [name, value] of before) into.add(name, value)
  readJsonBody(text, into)
  return Object.fromEntries([...into.values].filter(([name]) => name !== 'method'))
}

function refusal(text: string, before?: readonly [string, string][]): string {
  try {
    read(text, before)
  } catch (error) {
    if (error instanceof ProtocolError) return `${error.code}: ${error.detail}`
    throw error
  }
  return 'accepted'
}

it('reads the worked example V8, whose signature covers the text as it is', () => {
  const vector = vectors.vectors.find(({ id }) => id === 'V8')
  if (vector?.body === undefined) throw new Error('no V8')
  expect(read(vector.body)).toEqual({ name: '张三', qty: '1' })
  const pairs = Object.entries(vector.parameters).filter(([, value]) => value !== undefined)
  const parameters = new Map<string, string>(pairs).set('sign', vector.signs.md5)
  const digests = {
    md5: (text: string) => createHash('md5').update(text).digest('hex'),
    hmacMd5: (key: string, text: string) => createHmac('md5', key).update(text).digest('hex'),
    hmacSha256: (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex'),
  }
  expect(matchSignature(parameters, vector.secret, digests, vector.body)).toBe('all')
  const other = vector.body.replace('1', '2')
  expect(matchSignature(parameters, vector.secret, digests, other)).toBeUndefined()
})

it('gives structs and numbers as the text that a form would carry, to the last digit', () => {
  expect(
    read('{"a":{"id":1800001886002007961,"x":[1.50,true,"\\u4e2d"]},"n":-0.10,"b":false,"z":null}'),
  ).toEqual({
    a: '{"id":1800001886002007961,"x":[1.50,true,"中"]}',
    n: '-0.10',
    b: 'false',
    z: '',
  })
})

it.each([
  ['', 'nothing'],
  ['[]', 'no object'],
  ['"a"', 'no object'],
  ['null', 'no object'],
  ['{"a":1}x', 'something behind it'],
  ['{"a":1,"a":1}', 'a member twice'],
  ['{"a":01}', 'no JSON'],
  ['{"":1}', 'a member without a name'],
  ['{"a b":1}', 'a bad name'],
  ['{"__proto__":1}', 'a reserved name'],
  ['{"sign":"x"}', 'a public parameter'],
  ['{"app_key":"10000002"}', 'a public parameter'],
  ['\ufeff{}', 'a byte order mark'],
  [`{"a":"${'x'.repeat(256 * 1024)}"}`, 'too long'],
  [`{${Array.from({ length: 129 }, (_, at) => `"a${at}":1`).join()}}`, 'too many members'],
  [`{"a":${'['.repeat(40)}${']'.repeat(40)}}`, 'nested too deeply'],
])('refuses %.20j with 43: %s', (text) => {
  expect(refusal(text)).toMatch(/^parameter: /)
})

it('refuses a member that the query has with another value, and takes an empty object', () => {
  expect(refusal('{"a":"2"}', [...query, ['a', '1']])).toMatch(/^parameter: /)
  expect(read('{}', [...query, ['a', '1']])).toEqual({ a: '1' })
})

it('refuses with 43 when nothing in the query says who calls what', () => {
  expect(refusal('{"a":"1"}', [])).toMatch(/^parameter: .*query/)
  expect(refusal('{"a":"1"}', [['format', 'json']])).toMatch(/^parameter: .*query/)
  expect(refusal('{"a":"1"}', [['app_key', '1']])).toBe('accepted')
})
