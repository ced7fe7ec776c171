import { expect, it } from 'vitest'
import { newCode, newToken } from './token-text.ts'

it('makes tokens of TOP, and codes, of which no two are alike', () => {
  const tokens = new Set(Array.from({ length: 1_000 }, () => newToken()))
  expect(tokens.size).toBe(1_000)
  for (const token of tokens) expect(token).toMatch(/^6200[0-9A-Za-z]{51}[0-9]$/)
  expect(newCode()).toMatch(/^[0-9A-Za-z]{43}$/)
})

it('prefers no letter: bytes that would are not used', () => {
  // 248 to 255 would be the first eight letters once more; 250 to 255 the first six digits.
  const bytes = [255, 248, 61, 62]
  let drawn = 0
  const random = (count: number) =>
    Uint8Array.from({ length: count }, () => bytes[drawn++ % 4] ?? 0)
  expect(newCode(random)).toBe('z0'.repeat(22).slice(0, 43))
})
