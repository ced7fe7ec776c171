import { describe, expect, it } from 'vitest'
import { createDigests } from './digests.ts'

/** What signs and checks calls, against the vectors of the standards whose texts are UTF-8. */
const digests = createDigests()

describe('the digests of the server', () => {
  it.each([
    ['', 'D41D8CD98F00B204E9800998ECF8427E'],
    ['a', '0CC175B9C0F1B6A831C399E269772661'],
    ['abc', '900150983CD24FB0D6963F7D28E17F72'],
    ['message digest', 'F96B697D7CB7938D525A2F31AAF161D0'],
    ['abcdefghijklmnopqrstuvwxyz', 'C3FCD3D76192E4007DFB496CCA67E13B'],
    [
      'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
      'D174AB98D277D9F5A5611C2C9F419D9F',
    ],
    ['1234567890'.repeat(8), '57EDF4A22BE3C955AC49DA2E2107B67A'],
  ])('give the MD5 of %j (RFC 1321)', (text, digest) => {
    expect(digests.md5(text)).toBe(digest)
  })

  it.each([
    ['\u000b'.repeat(16), 'Hi There', '9294727A3638BB1C13F48EF8158BFC9D'],
    ['Jefe', 'what do ya want for nothing?', '750C783E6AB0B503EAA86E310A5DB738'],
    ['\u000c'.repeat(16), 'Test With Truncation', '56461EF2342EDC00F9BAB995690EFD4C'],
  ])('give HMAC-MD5 with %j of %j (RFC 2202)', (key, text, digest) => {
    expect(digests.hmacMd5(key, text)).toBe(digest)
  })

  it.each([
    [
      '\u000b'.repeat(20),
      'Hi There',
      'B0344C61D8DB38535CA8AFCEAF0BF12B881DC200C9833DA726E9376C2E32CFF7',
    ],
    [
      'Jefe',
      'what do ya want for nothing?',
      '5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843',
    ],
  ])('give HMAC-SHA256 with %j of %j (RFC 4231)', (key, text, digest) => {
    expect(digests.hmacSha256(key, text)).toBe(digest)
  })
})
