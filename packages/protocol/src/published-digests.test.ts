import { createHash, createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { plainDigests } from './plain-digests.ts'
import type { Digests } from './sign.ts'

const runtimeDigests: Digests = {
  md5: (text) => createHash('md5').update(text).digest('hex').toUpperCase(),
  hmacMd5: (key, text) => createHmac('md5', key).update(text).digest('hex').toUpperCase(),
  hmacSha256: (key, text) => createHmac('sha256', key).update(text).digest('hex').toUpperCase(),
}

/** RFC 1321, appendix A.5. */
const md5Suite = [
  ['', 'd41d8cd98f00b204e9800998ecf8427e'],
  ['a', '0cc175b9c0f1b6a831c399e269772661'],
  ['abc', '900150983cd24fb0d6963f7d28e17f72'],
  ['message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
  ['abcdefghijklmnopqrstuvwxyz', 'c3fcd3d76192e4007dfb496cca67e13b'],
  [
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
    'd174ab98d277d9f5a5611c2c9f419d9f',
  ],
  ['1234567890'.repeat(8), '57edf4a22be3c955ac49da2e2107b67a'],
] as const

/** RFC 2202, section 2, those whose key and data are text in UTF-8. */
const hmacMd5Suite = [
  ['\u000b'.repeat(16), 'Hi There', '9294727a3638bb1c13f48ef8158bfc9d'],
  ['Jefe', 'what do ya want for nothing?', '750c783e6ab0b503eaa86e310a5db738'],
  ['\u000c'.repeat(16), 'Test With Truncation', '56461ef2342edc00f9bab995690efd4c'],
] as const

/** RFC 4231, section 4, those whose key and data are text in UTF-8. */
const hmacSha256Suite = [
  [
    '\u000b'.repeat(20),
    'Hi There',
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  ],
  [
    'Jefe',
    'what do ya want for nothing?',
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
] as const

describe.each([
  ['in plain code', plainDigests],
  ['of the runtime', runtimeDigests],
])('the digests %s give what is published', (_, digests) => {
  it.each(md5Suite)('MD5 of %j (RFC 1321)', (text, digest) => {
    expect(digests.md5(text)).toBe(digest.toUpperCase())
  })

  it.each(hmacMd5Suite)('HMAC-MD5 with %j of %j (RFC 2202)', (key, text, digest) => {
    expect(digests.hmacMd5(key, text)).toBe(digest.toUpperCase())
  })

  it.each(hmacSha256Suite)('HMAC-SHA256 with %j of %j (RFC 4231)', (key, text, digest) => {
    expect(digests.hmacSha256(key, text)).toBe(digest.toUpperCase())
  })
})
