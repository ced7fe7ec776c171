import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hmacSha256 } from './keyed-hash.ts'

it('gives the HMAC of the runtime for any key of one block and any text', () => {
  const anyKey = fc.uint8Array({ maxLength: 64 })
  const anyText = fc.string({ unit: 'binary', maxLength: 300 })
  fc.assert(
    fc.property(anyKey, fc.array(anyText, { minLength: 1, maxLength: 3 }), (key, texts) => {
      const keyed = hmacSha256(key)
      for (const text of texts) {
        expect(keyed(text)).toBe(createHmac('sha256', key).update(text).digest('latin1'))
      }
    }),
  )
})

it('refuses a key that is longer than a block', () => {
  expect(() => hmacSha256(new Uint8Array(65))).toThrow(RangeError)
})
