import { hash, randomBytes } from 'node:crypto'

type Random = (bytes: number) => Uint8Array

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** The largest multiple of 62 that a byte holds: bytes above it would prefer some letters. */
const BYTE_MAX = 248

/** TOP's length and first digits; 51 letters hold more than 256 bits of chance. */
const TOKEN_HEAD = '6200'
const TOKEN_LETTERS = 51
const CODE_LETTERS = 43

/**
 * A session key or refresh token: 56 characters that begin with 6200 and end with a digit, as some
 * clients look at the last one. TOP ends its own with the id of the user; ours name nobody, since
 * session keys travel in the URLs of many clients.
 */
export function newToken(random: Random = randomBytes): string {
  return TOKEN_HEAD + randomLetters(TOKEN_LETTERS, letters.length, random) + lastDigit(random)
}

/** An authorisation code: 43 letters and digits, 256 bits. */
export function newCode(random: Random = randomBytes): string {
  return randomLetters(CODE_LETTERS, letters.length, random)
}

/** What is stored of a token or code. They are random enough that nothing slower is needed. */
export function hashToken(token: string): string {
  return hash('sha256', token)
}

function lastDigit(random: Random): string {
  return randomLetters(1, 10, random)
}

/** `choices` of the letters, each as likely as the others. */
function randomLetters(count: number, choices: number, random: Random): string {
  let text = ''
  while (text.length < count) {
    for (const byte of random(count)) {
      const isFair = byte < BYTE_MAX - (BYTE_MAX % choices)
      if (isFair && text.length < count) text += letters[byte % choices]
    }
  }
  return text
}
