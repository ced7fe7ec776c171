import type { Digests } from './sign.ts'

/** The digests of signing in plain code, for where the runtime has none: a browser has no MD5. */
export const plainDigests: Digests = {
  md5: (text) => hex(md5(utf8(text))),
  hmacMd5: (key, text) => hex(hmac(md5, utf8(key), utf8(text))),
  hmacSha256: (key, text) => hex(hmac(sha256, utf8(key), utf8(text))),
}

type Hash = (bytes: Uint8Array) => Uint8Array

const BLOCK_BYTES = 64

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()
}

/** RFC 2104. */
function hmac(hash: Hash, key: Uint8Array, message: Uint8Array): Uint8Array {
  const block = new Uint8Array(BLOCK_BYTES)
  block.set(key.length > BLOCK_BYTES ? hash(key) : key)
  const inner = hash(
    joined(
      block.map((byte) => byte ^ 0x36),
      message,
    ),
  )
  return hash(
    joined(
      block.map((byte) => byte ^ 0x5c),
      inner,
    ),
  )
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

/** Both hashes pad alike: a 1 bit, zeros, the length in bits as the last 8 bytes of a block. */
function padded(message: Uint8Array, littleEndian: boolean): DataView {
  const blocks = Math.ceil((message.length + 9) / BLOCK_BYTES)
  const bytes = new Uint8Array(blocks * BLOCK_BYTES)
  bytes.set(message)
  bytes[message.length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setBigUint64(bytes.length - 8, BigInt(message.length) * 8n, littleEndian)
  return view
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits))
}

const md5Shifts = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const
const md5Constants = Array.from({ length: 64 }, (_, at) =>
  Math.floor(Math.abs(Math.sin(at + 1)) * 2 ** 32),
)

/** RFC 1321. */
function md5(message: Uint8Array): Uint8Array {
  const view = padded(message, true)
  const state: [number, number, number, number] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]
  for (let block = 0; block < view.byteLength; block += BLOCK_BYTES) {
    let [a, b, c, d] = state
    for (let step = 0; step < 64; step += 1) {
      const round = step >> 4
      const word = view.getUint32(block + 4 * md5Word(round, step), true)
      const sum = (a + md5Mix(round, b, c, d) + (md5Constants[step] ?? 0) + word) | 0
      const shift = md5Shifts[round as 0 | 1 | 2 | 3][(step & 3) as 0 | 1 | 2 | 3]
      ;[a, b, c, d] = [d, (b + rotateLeft(sum, shift)) | 0, b, c]
    }
    state[0] = (state[0] + a) | 0
    state[1] = (state[1] + b) | 0
    state[2] = (state[2] + c) | 0
    state[3] = (state[3] + d) | 0
  }
  return wordsToBytes(state, true)
}

function md5Mix(round: number, b: number, c: number, d: number): number {
  if (round === 0) return (b & c) | (~b & d)
  if (round === 1) return (d & b) | (~d & c)
  return round === 2 ? b ^ c ^ d : c ^ (b | ~d)
}

function md5Word(round: number, step: number): number {
  const word = [step, 5 * step + 1, 3 * step + 5, 7 * step][round] ?? 0
  return word % 16
}

const primes = firstPrimes(64)
const sha256Constants = primes.map((prime) => fractionBits(Math.cbrt(prime)))
const sha256Start = primes.slice(0, 8).map((prime) => fractionBits(Math.sqrt(prime)))

function firstPrimes(count: number): number[] {
  const found: number[] = []
  for (let number = 2; found.length < count; number += 1) {
    if (found.every((prime) => number % prime !== 0)) found.push(number)
  }
  return found
}

function fractionBits(root: number): number {
  return ((root % 1) * 2 ** 32) | 0
}

/** FIPS 180-4. */
function sha256(message: Uint8Array): Uint8Array {
  const view = padded(message, false)
  const state = Int32Array.from(sha256Start)
  const words = new Int32Array(64)
  for (let block = 0; block < view.byteLength; block += BLOCK_BYTES) {
    fillSchedule(words, view, block)
    const v = Int32Array.from(state)
    for (let step = 0; step < 64; step += 1) sha256Step(v, at(words, step), step)
    for (let index = 0; index < 8; index += 1) state[index] = at(state, index) + at(v, index)
  }
  return wordsToBytes(state, false)
}

function fillSchedule(words: Int32Array, view: DataView, block: number): void {
  for (let step = 0; step < 64; step += 1) {
    if (step < 16) {
      words[step] = view.getInt32(block + 4 * step)
      continue
    }
    const early = at(words, step - 15)
    const late = at(words, step - 2)
    const s0 = rotateLeft(early, 25) ^ rotateLeft(early, 14) ^ (early >>> 3)
    const s1 = rotateLeft(late, 15) ^ rotateLeft(late, 13) ^ (late >>> 10)
    words[step] = at(words, step - 16) + s0 + at(words, step - 7) + s1
  }
}

function sha256Step(v: Int32Array, word: number, step: number): void {
  const [a, b, c, e, f, g, h] = [0, 1, 2, 4, 5, 6, 7].map((index) => at(v, index)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const s1 = rotateLeft(e, 26) ^ rotateLeft(e, 21) ^ rotateLeft(e, 7)
  const first = (h + s1 + ((e & f) ^ (~e & g)) + (sha256Constants[step] ?? 0) + word) | 0
  const s0 = rotateLeft(a, 30) ^ rotateLeft(a, 19) ^ rotateLeft(a, 10)
  const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
  v.copyWithin(1, 0, 7)
  v[4] = at(v, 4) + first
  v[0] = first + second
}

function at(words: Int32Array, index: number): number {
  return words[index] ?? 0
}

function wordsToBytes(words: ArrayLike<number>, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * words.length))
  for (let index = 0; index < words.length; index += 1) {
    view.setInt32(4 * index, words[index] ?? 0, littleEndian)
  }
  return new Uint8Array(view.buffer)
}
