import { hash, randomInt, timingSafeEqual } from 'node:crypto'

/** Without those that are taken for one another. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUPS = 3
const GROUP_CHARS = 4

/**
 * `K7QM-2XNB-9WDT`: whoever can read the terminal of the server may set the first password. 58 bits,
 * and tries are bounded.
 */
export function newSetUpCode(): string {
  const group = () =>
    Array.from({ length: GROUP_CHARS }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}

/** However it was typed: in small letters, without the dashes. */
export function isSetUpCode(typed: string, code: string): boolean {
  return timingSafeEqual(digestOf(typed), digestOf(code))
}

function digestOf(code: string): Buffer {
  return hash('sha256', code.toUpperCase().replace(/[\s-]/g, ''), 'buffer')
}
