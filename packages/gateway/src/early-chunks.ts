const headEnd = '\r\n\r\n'
const chunked = /\r\ntransfer-encoding:[ \t]*chunked[ \t]*\r\n/i
const expectation = /\r\nexpect:/i
const endlessSize = /^[0-9A-Fa-f]+$/
const sizeLine = /^0*([0-9A-Fa-f]+)[ \t]*(?:;[^\r\n]*)?\r\n/
/** A size and its line end, and some room for leading zeros. No honest size has more digits. */
const SIZE_CHARS_MAX = 64
/** Hexadecimal digits of 2^53: more cannot be counted exactly. */
const EXACT_DIGITS_MAX = 13
/** Behind the bytes of a chunk. */
const LINE_END_BYTES = 2

/**
 * Looks at the chunks that arrive with the head of a body before the runtime's parser does, which
 * takes every size below 2^64, shows none, and waits for the bytes. The status to refuse them with;
 * `incomplete` when the size of the first is still on its way; undefined for everything that the
 * parser shall decide about.
 */
export function earlyChunksStatus(
  bytes: Buffer,
  bodyBytesMax: number,
): 400 | 413 | 'incomplete' | undefined {
  const end = bytes.indexOf(headEnd)
  const head = bytes.toString('latin1', 0, end + 2)
  if (end < 0 || !chunked.test(head)) return undefined
  const start = end + headEnd.length
  // Its client may be waiting, too: for the parser to say 100 Continue.
  if (bytes.length === start && expectation.test(head)) return undefined
  let bodyBytes = 0
  for (let at = start; at === start || at < bytes.length; ) {
    const text = bytes.toString('latin1', at, at + SIZE_CHARS_MAX)
    const [line = '', digits] = sizeLine.exec(text) ?? []
    if (digits === undefined) return at === start ? unendedStatus(text) : undefined
    if (digits.length > EXACT_DIGITS_MAX) return 400
    const size = Number.parseInt(digits, 16)
    bodyBytes += size
    if (bodyBytes > bodyBytesMax) return 413
    if (size === 0) return undefined
    at += line.length + size + LINE_END_BYTES
  }
  return undefined
}

/** For a text that should have been a size and the end of its line. */
function unendedStatus(text: string): 400 | 'incomplete' | undefined {
  if (text.length < SIZE_CHARS_MAX) return text.includes('\n') ? undefined : 'incomplete'
  return endlessSize.test(text) ? 400 : undefined
}
