import { randomBytes, randomInt } from 'node:crypto'

/** Eight digits, as app keys are in practice; none of them is one of the sandbox. */
export function newAppKey(): string {
  return String(randomInt(30_000_000, 100_000_000))
}

/** 32 hexadecimal digits, as TOP issues them. */
export function newSecret(): string {
  return randomBytes(16).toString('hex')
}

/** 56 characters that begin with 6200, as a session key of the web does. */
export function newSessionKey(): string {
  return `6200${randomBytes(26).toString('hex')}`
}

/** Of a Taobao user whom nobody knows: above every id in use. */
export function newUserId(): string {
  return `22${randomInt(10 ** 10, 10 ** 11)}`
}

/** Without letters that are taken for one another; 99 bits. */
const passwordLetters = '23456789abcdefghjkmnpqrstuvwxyz'

/** `k7qm2-xnb9w-dt4cz-8hpry`: nobody guesses it, and it can be typed from paper. */
export function newPassword(): string {
  const letter = () => passwordLetters[randomInt(passwordLetters.length)]
  const group = () => Array.from({ length: 5 }, letter).join('')
  return Array.from({ length: 4 }, group).join('-')
}
