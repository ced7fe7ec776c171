let table: ReadonlyMap<string, number> | undefined

/** Takes tens of milliseconds, so it belongs into the start and not into the first refusal. */
export function loadGbkTable(): void {
  table ??= readTable()
}

/** Text as the GBK bytes that a client of an older system signs; undefined when GBK lacks a part. */
export function encodeGbk(text: string): Buffer | undefined {
  table ??= readTable()
  const bytes: number[] = []
  for (const char of text) {
    const code = char < '\x80' ? char.charCodeAt(0) : table.get(char)
    if (code === undefined) return undefined
    if (code > 0xff) bytes.push(code >> 8)
    bytes.push(code & 0xff)
  }
  return Buffer.from(bytes)
}

const LEADS = { from: 0x81, to: 0xfe }
const TRAILS = { from: 0x40, to: 0xfe }

/** The runtime has the decoder alone: every pair of bytes is decoded once, a line for each. */
function readTable(): ReadonlyMap<string, number> {
  const codes: number[] = []
  for (let lead = LEADS.from; lead <= LEADS.to; lead += 1) {
    for (let trail = TRAILS.from; trail <= TRAILS.to; trail += 1) codes.push((lead << 8) | trail)
  }
  const lines = Buffer.from(codes.flatMap((code) => [code >> 8, code & 0xff, 0x0a]))
  const chars = new TextDecoder('gbk').decode(lines).split('\n')
  const known = new Map<string, number>()
  codes.forEach((code, place) => {
    const char = chars[place] ?? ''
    if (char.length === 1 && char !== '\ufffd' && !known.has(char)) known.set(char, code)
  })
  return known
}
