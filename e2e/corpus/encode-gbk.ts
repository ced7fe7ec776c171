const decoder = new TextDecoder('gbk')

/** Text as GBK bytes. The runtime has only the decoder, so each character is looked up in it. */
export function encodeGbk(text: string): Buffer {
  return Buffer.concat([...text].map(encodeChar))
}

function encodeChar(char: string): Buffer {
  if (char < '\x80') return Buffer.from(char)
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const bytes = Buffer.of(lead, trail)
      if (decoder.decode(bytes) === char) return bytes
    }
  }
  throw new Error(`not in GBK: ${char}`)
}
