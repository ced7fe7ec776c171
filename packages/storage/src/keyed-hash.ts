import { hash } from 'node:crypto'

const blockBytes = 64
const digestBytes = 32

/**
 * HMAC-SHA-256 (RFC 2104) under one key of at most 64 bytes. Two one-shot hashes with the pads of
 * the key kept cost half of `createHmac`, which creates a native object for each value. A digest
 * comes as latin1, one character per byte: a `Buffer` made by the native side costs more than it.
 */
export function hmacSha256(key: Uint8Array): (text: string) => string {
  const inner = padded(key, 0x36)
  const outer = Buffer.concat([padded(key, 0x5c), Buffer.alloc(digestBytes)])
  return (text) => {
    const digest = hash('sha256', Buffer.concat([inner, Buffer.from(text)]), 'latin1')
    outer.write(digest, blockBytes, 'latin1')
    return hash('sha256', outer, 'latin1')
  }
}

function padded(key: Uint8Array, pad: number): Buffer {
  if (key.length > blockBytes) throw new RangeError(`a key has at most ${blockBytes} bytes`)
  const block = Buffer.alloc(blockBytes)
  block.set(key)
  return block.map((byte) => byte ^ pad) as Buffer
}
