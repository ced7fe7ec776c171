import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createDigests } from './digests.ts'

const digests = createDigests()

it.each(['', 'k', 'k'.repeat(64), 'k'.repeat(65), 'k'.repeat(200), '密钥secret', '密'.repeat(22)])(
  'agree with the runtime for the key "%s"',
  (key) => {
    const text = 'app_key1methoda.b.c中文😀'
    for (const _again of [1, 2]) {
      const md5 = createHmac('md5', key).update(text).digest('hex').toUpperCase()
      expect(digests.hmacMd5(key, text)).toBe(md5)
      const sha256 = createHmac('sha256', key).update(text).digest('hex').toUpperCase()
      expect(digests.hmacSha256(key, text)).toBe(sha256)
    }
  },
)

it('agree with the runtime for any key and text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.string({ unit: 'binary' }), (key, text) => {
      const mac = createHmac('sha256', key).update(text).digest('hex').toUpperCase()
      expect(digests.hmacSha256(key, text)).toBe(mac)
      expect(digests.md5(text)).toBe(createHash('md5').update(text).digest('hex').toUpperCase())
    }),
  )
})

it('gives the test cases of RFC 2202 for HMAC-MD5', () => {
  expect(digests.hmacMd5('Jefe', 'what do ya want for nothing?')).toBe(
    '750C783E6AB0B503EAA86E310A5DB738',
  )
})
