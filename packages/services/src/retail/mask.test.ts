import { expect, it } from 'vitest'
import { maskIdentifiers, maskNick } from './mask.ts'

it.each([
  ['tb_sandbox_3', 't*********3'],
  ['abc', 'a*********c'],
  ['ab', 'a*********'],
  ['王', '*********'],
  ['', '*********'],
  ['👨‍👩‍👧好人', '👨‍👩‍👧*********人'],
  ['𠮷野家', '𠮷*********家'],
  ['e\u0301toile\u0301', 'e\u0301*********e\u0301'],
])('masks the nick %s as %s', (nick, masked) => {
  expect(maskNick(nick)).toBe(masked)
})

it('leaves the place of an absent identifier empty and hides the length of the others', () => {
  expect(maskIdentifiers([undefined, '2088123412345678', 'u'])).toBe('_*****_*****')
  expect(maskIdentifiers([undefined, undefined, undefined])).toBe('__')
})
