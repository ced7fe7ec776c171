import { expect, it } from 'vitest'
import { UsageError } from './exit-codes.ts'
import { readGiven, readGivenFromStdin } from './given-parameters.ts'
import { testTerminal } from './testing/test-terminal.ts'

const { terminal } = testTerminal({
  files: {
    'request.json': new TextEncoder().encode('\ufeff{"a":"中"}\r\n'),
    '-': new TextEncoder().encode('piped\n\n'),
    'photo.jpg': Uint8Array.of(0xff, 0xd8),
    'large.txt': new Uint8Array(3 * 1024 * 1024 + 1),
  },
})

it.each([
  ['a=b=c', { name: 'a', value: 'b=c' }],
  ['a=', { name: 'a', value: '' }],
  ['a=@@b', { name: 'a', value: '@b' }],
  ['a=@request.json', { name: 'a', value: '{"a":"中"}' }],
])('reads %s', (text, given) => {
  expect(readGiven(text, terminal)).toEqual(given)
})

it('takes the standard input, without its last line break only', () => {
  expect(readGivenFromStdin('a', terminal)).toEqual({ name: 'a', value: 'piped\n' })
})

it.each([
  ['a', 'write name=value'],
  ['=b', 'write name=value'],
  ['a=@absent.json', 'Cannot read the value of a'],
  ['a=@photo.jpg', 'not UTF-8'],
  ['a=@large.txt', 'over 3145728 bytes'],
])('refuses %s: %s', (text, message) => {
  expect(() => readGiven(text, terminal)).toThrow(UsageError)
  expect(() => readGiven(text, terminal)).toThrow(message)
})
