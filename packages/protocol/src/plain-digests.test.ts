import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainDigests } from './plain-digests.ts'

const upper = (text: string) => text.toUpperCase()

it.each(['', 'a', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64), '公益'.repeat(100), '😀\n'])(
  'the plain digests of a text equal those of the runtime (%#)',
  (text) => {
    expect(plainDigests.md5(text)).toBe(upper(createHash('md5').update(text).digest('hex')))
  },
)

it('keyed digests equal those of the runtime, for any key and text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 100 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      (key, text) => {
        const expected = (algorithm: string) =>
          upper(createHmac(algorithm, key).update(text).digest('hex'))
        expect(plainDigests.hmacMd5(key, text)).toBe(expected('md5'))
        expect(plainDigests.hmacSha256(key, text)).toBe(expected('sha256'))
        expect(plainDigests.md5(text)).toBe(upper(createHash('md5').update(text).digest('hex')))
      },
    ),
    { numRuns: 300 },
  )
})
