const headEnd = '\r\n\r\n'
const chunked = /\r\ntransfer-encoding:[ \t]*chunked[ \t]*\r\n/i
const endlessSize = /^[0-9A-Fa-f]+$/
const sizeLine = /^0*([0-9A-Fa-f]+)[ \t]*(?:;[^\r\n]*)?\r\n/
/** A size and its line end, and some room for leading zeros. No honest size has more digits. */
const SIZE_CHARS_MAX = 64
/** Hexadecimal digits of 2^53: more cannot be counted exactly. */
const EXACT_DIGITS_MAX = 13

/**
 * Looks at the first chunk of a body before the runtime's parser does, which takes every size below
 * 2^64, shows none, and waits for the bytes. The status to refuse it with; `incomplete` when its
 * size is still on its way; undefined for everything that the parser shall decide about.
 */
export function firstChunkStatus(
  bytes: Buffer,
  bodyBytesMax: number,
): 400 | 413 | 'incomplete' | undefined {
  const end = bytes.indexOf(headEnd)
  if (end < 0 || !chunked.test(bytes.toString('latin1', 0, end + 2))) return undefined
  const start = end + headEnd.length
  const line = bytes.toString('latin1', start, start + SIZE_CHARS_MAX)
  const digits = sizeLine.exec(line)?.[1]
  if (digits === undefined) {
    if (line.length < SIZE_CHARS_MAX) return line.includes('\n') ? undefined : 'incomplete'
    return endlessSize.test(line) ? 400 : undefined
  }
  if (digits.length > EXACT_DIGITS_MAX) return 400
  return Number.parseInt(digits, 16) > bodyBytesMax ? 413 : undefined
}
