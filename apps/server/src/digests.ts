import { createHmac, hash } from 'node:crypto'
import type { Digests } from '@topgate/protocol'

/** MD5 and SHA-256 both work on blocks of this many bytes; a longer key is hashed first. */
const BLOCK_BYTES = 64
const KEYS_MAX = 10_000

/** Both halves of HMAC (RFC 2104) that depend on the key alone. */
interface Pads {
  /** As text, to be joined with the message; the pad of an ASCII key is ASCII. */
  readonly inner: string
  /** The outer block, with room for the inner digest behind it. */
  readonly outer: Buffer
}

/**
 * The digests of signing. HMAC is two one-shot hashes with the pads of the key kept: creating a
 * native object per call is what makes `createHmac` slower.
 */
export function createDigests(): Digests {
  const md5 = keyedHash('md5', 16)
  const sha256 = keyedHash('sha256', 32)
  return { md5: (text) => hash('md5', text, 'hex').toUpperCase(), hmacMd5: md5, hmacSha256: sha256 }
}

function keyedHash(
  algorithm: 'md5' | 'sha256',
  digestBytes: number,
): (key: string, text: string) => string {
  const known = new Map<string, Pads>()
  return (key, text) => {
    // Pads are kept as text, which only stays what it is for ASCII.
    if (Buffer.byteLength(key) !== key.length || key.length > BLOCK_BYTES) {
      return createHmac(algorithm, key).update(text).digest('hex').toUpperCase()
    }
    let pads = known.get(key)
    if (pads === undefined) {
      if (known.size >= KEYS_MAX) known.clear()
      pads = padsOf(key, digestBytes)
      known.set(key, pads)
    }
    // Digests as latin1 text: a buffer made by the native side costs more than the hashing.
    pads.outer.write(hash(algorithm, pads.inner + text, 'latin1'), BLOCK_BYTES, 'latin1')
    return hash(algorithm, pads.outer, 'hex').toUpperCase()
  }
}

function padsOf(key: string, digestBytes: number): Pads {
  const padded = Buffer.alloc(BLOCK_BYTES)
  padded.write(key, 'latin1')
  const outer = Buffer.alloc(BLOCK_BYTES + digestBytes)
  outer.set(padded.map((byte) => byte ^ 0x5c))
  return { inner: Buffer.from(padded.map((byte) => byte ^ 0x36)).toString('latin1'), outer }
}
