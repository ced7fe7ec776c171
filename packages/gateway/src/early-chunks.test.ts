import { expect, it } from 'vitest'
import { earlyChunksStatus } from './early-chunks.ts'

const HEAD = 'POST /router/rest HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n'
const status = (text: string) => earlyChunksStatus(Buffer.from(text, 'latin1'), 4 * 1024 * 1024)

it.each([
  ['20000000000000', 400],
  ['FFFFFFFFFFFFFFFF', 400],
  ['00000ffffffffffffffff', 400],
  ['FFFFFFFFFFFFFFFFFFFF', 400],
  ['1fffffffffffff', 400],
  ['fffffffffffff', 413],
  ['400001', 413],
  ['400001;a=b', 413],
  ['400000', undefined],
  ['0', undefined],
  ['00000000000000000000000000003', undefined],
  ['', undefined],
  ['-1', undefined],
  ['0x10', undefined],
])('a first chunk of size %s is refused with %s', (size, expected) => {
  expect(status(`${HEAD}${size}\r\nabc`)).toBe(expected)
})

it.each([
  ['FFFFFFFFFFFFFFFF\r\n', 400],
  ['20000000000000\r\n', 400],
  ['fffffffffffff\r\n', 413],
  ['3ffffe\r\n', 413],
  ['3ffffd\r\n', undefined],
  ['1\r\nd\r\nFFFFFFFFFFFFFFFF\r\n', 400],
  ['0\r\n\r\nFFFFFFFFFFFFFFFF\r\n', undefined],
  ['FFFFFFFFFFFFFFFF', undefined],
  ['-1\r\n', undefined],
  ['', undefined],
])('a later chunk that arrives with it: %j is refused with %s', (later, expected) => {
  expect(status(`${HEAD}3\r\nabc\r\n${later}`)).toBe(expected)
})

it('is waited for, and no longer than a size can be', () => {
  expect(status(HEAD)).toBe('incomplete')
  expect(status(`${HEAD}FFFFFFFFFFF`)).toBe('incomplete')
  expect(status(`${HEAD}${'0'.repeat(63)}`)).toBe('incomplete')
  expect(status(`${HEAD}${'0'.repeat(64)}`)).toBe(400)
  expect(status(`${HEAD}3;${'a'.repeat(64)}`)).toBeUndefined()
  expect(status(`${HEAD}3\nabc`)).toBeUndefined()
})

it('is not waited for while its client waits for 100 Continue', () => {
  const expecting = HEAD.replace('Host', 'expect: 100-continue\r\nHost')
  expect(status(expecting)).toBeUndefined()
  expect(status(`${expecting}FFFFFFFFFFFFFFFF\r\n`)).toBe(400)
})

it('is looked for only where a body comes in chunks', () => {
  const other = HEAD.replace('Transfer-Encoding: chunked', 'X-Transfer-Encoding: chunked')
  expect(status(`${other}FFFFFFFFFFFFFFFF\r\n`)).toBeUndefined()
  expect(status(HEAD.slice(0, -2))).toBeUndefined()
  expect(status(`${HEAD.replace('chunked', 'CHUNKED ')}FFFFFFFFFFFFFFFF\r\n`)).toBe(400)
})
