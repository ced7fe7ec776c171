import { expect, it } from 'vitest'
import { isSetUpCode, newSetUpCode } from './set-up-code.ts'

it('is new each time, in groups that can be read aloud', () => {
  const codes = Array.from({ length: 100 }, newSetUpCode)
  expect(new Set(codes).size).toBe(100)
  for (const code of codes)
    expect(code).toMatch(/^([2-9A-HJKMNP-TV-Z]{4}-){2}[2-9A-HJKMNP-TV-Z]{4}$/)
})

it('is known however it was typed', () => {
  const code = 'K7QM-2XNB-9WDT'
  for (const typed of [code, 'k7qm2xnb9wdt', ' K7QM 2XNB 9WDT ']) {
    expect(isSetUpCode(typed, code)).toBe(true)
  }
  for (const typed of ['', '-', 'K7QM-2XNB-9WD', 'K7QM-2XNB-9WDTT', 'A7QM-2XNB-9WDT']) {
    expect(isSetUpCode(typed, code)).toBe(false)
  }
})
